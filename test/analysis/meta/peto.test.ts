import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { petoOddsRatio } from "../../../src/analysis/index.js";
import { isClose, someBinaryStudies } from "./studies.js";

describe("petoOddsRatio", () => {
  it("is (O − E)/V of a single study", () => {
    const { estimate, standardError } = petoOddsRatio({
      events1: [3],
      n1: [20],
      events2: [7],
      n2: [30],
    });
    const variance = (20 * 30 * 10 * 40) / (50 ** 2 * 49);
    expect(estimate.value).toBeCloseTo((3 - (10 * 20) / 50) / variance, 12);
    expect(standardError).toBeCloseTo(1 / Math.sqrt(variance), 12);
  });

  it("is not moved by a study without events", () => {
    const base = { events1: [3, 1], n1: [20, 40], events2: [7, 4], n2: [30, 41] };
    const more = {
      events1: [3, 1, 0],
      n1: [20, 40, 500],
      events2: [7, 4, 0],
      n2: [30, 41, 400],
    };
    expect(petoOddsRatio(more).estimate).toEqual(petoOddsRatio(base).estimate);
    expect(petoOddsRatio(more).q.df).toBe(1);
    expect(petoOddsRatio(more).studies.effects[2]).toBeNaN();
  });

  it("changes sign when the arms swap places", () => {
    fc.assert(
      fc.property(someBinaryStudies, ({ events1, n1, events2, n2 }) => {
        const base = petoOddsRatio({ events1, n1, events2, n2 });
        const swapped = petoOddsRatio({ events1: events2, n1: n2, events2: events1, n2: n1 });
        return (
          isClose(swapped.estimate.value, -base.estimate.value) &&
          isClose(swapped.q.statistic, base.q.statistic, 1e-7)
        );
      }),
    );
  });

  it("answers NaN with a note without any event", () => {
    const pool = petoOddsRatio({ events1: [0], n1: [20], events2: [0], n2: [30] });
    expect(pool).toMatchObject({ note: "no-events" });
    expect([pool.estimate.value, pool.standardError, pool.q.statistic]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("refuses a level of 1", () => {
    const studies = { events1: [1], n1: [20], events2: [2], n2: [30] };
    expect(() => petoOddsRatio(studies, { level: 1 })).toThrow("petoOddsRatio: needs a level");
  });
});
