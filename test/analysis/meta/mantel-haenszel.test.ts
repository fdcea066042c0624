import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mantelHaenszel } from "../../../src/analysis/index.js";
import { isClose, someBinaryStudies } from "./studies.js";

describe("mantelHaenszel", () => {
  it("is the study itself when there is one", () => {
    const studies = { events1: [8], n1: [40], events2: [4], n2: [50] };
    const or = mantelHaenszel(studies, "log-odds-ratio");
    expect(or.estimate.value).toBeCloseTo(Math.log((8 / 32) * (46 / 4)), 12);
    expect(or.standardError).toBeCloseTo(Math.sqrt(1 / 8 + 1 / 32 + 1 / 4 + 1 / 46), 12);
    expect(mantelHaenszel(studies, "log-risk-ratio").estimate.value).toBeCloseTo(
      Math.log(8 / 40 / (4 / 50)),
      12,
    );
    expect(mantelHaenszel(studies, "risk-difference").estimate.value).toBeCloseTo(0.12, 12);
    expect(or.tarone.p).toBeNaN(); // no degrees of freedom
  });

  it("keeps its odds ratio when a study is split into ten equal strata", () => {
    const whole = { events1: [80, 5], n1: [400, 30], events2: [40, 9], n2: [500, 31] };
    const tenth = (n: number): number[] => new Array<number>(10).fill(n);
    const split = {
      events1: [...tenth(8), 5],
      n1: [...tenth(40), 30],
      events2: [...tenth(4), 9],
      n2: [...tenth(50), 31],
    };
    for (const measure of ["log-odds-ratio", "log-risk-ratio", "risk-difference"] as const) {
      expect(mantelHaenszel(split, measure).estimate.value).toBeCloseTo(
        mantelHaenszel(whole, measure).estimate.value,
        12,
      );
    }
  });

  it("changes sign when the arms swap places; the odds ratio also when the outcome is turned", () => {
    fc.assert(
      fc.property(someBinaryStudies, ({ events1, n1, events2, n2 }) => {
        const swapped = { events1: events2, n1: n2, events2: events1, n2: n1 };
        const turned = {
          events1: events1.map((a, i) => n1[i]! - a),
          n1,
          events2: events2.map((c, i) => n2[i]! - c),
          n2,
        };
        const base = mantelHaenszel({ events1, n1, events2, n2 }, "log-odds-ratio");
        return [swapped, turned].every((other) => {
          const or = mantelHaenszel(other, "log-odds-ratio");
          return (
            isClose(or.estimate.value, -base.estimate.value) &&
            isClose(or.standardError, base.standardError) &&
            isClose(or.tarone.statistic, base.tarone.statistic, 1e-7) &&
            isClose(or.cochranMantelHaenszel.statistic, base.cochranMantelHaenszel.statistic, 1e-7)
          );
        });
      }),
    );
  });

  it("has no ratio when an arm has no event in any study, and says so", () => {
    const studies = { events1: [0, 0], n1: [10, 12], events2: [1, 2], n2: [10, 10] };
    const or = mantelHaenszel(studies, "log-odds-ratio");
    expect(or).toMatchObject({ note: "no-events" });
    expect(or.estimate.value).toBeNaN();
    expect(or.q.statistic).toBeNaN();
    expect(or.cochranMantelHaenszel.p).toBeGreaterThan(0);
    expect(mantelHaenszel(studies, "risk-difference").estimate.value).toBeLessThan(0);
  });

  it("has no test of association without any event", () => {
    const studies = { events1: [0], n1: [10], events2: [0], n2: [10] };
    expect(mantelHaenszel(studies, "risk-difference").cochranMantelHaenszel.p).toBeNaN();
  });

  it("refuses a measure that it does not pool", () => {
    const studies = { events1: [1], n1: [10], events2: [1], n2: [10] };
    expect(() => mantelHaenszel(studies, "arcsine" as never)).toThrow("needs a measure among");
  });
});
