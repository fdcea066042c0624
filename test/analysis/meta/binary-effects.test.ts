import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binaryEffects, metaBinary } from "../../../src/analysis/index.js";
import { isClose, someBinaryStudies } from "./studies.js";

describe("binaryEffects", () => {
  it("adds ½ to a study with an empty cell and to no other", () => {
    const studies = { events1: [0, 4], n1: [10, 20], events2: [2, 5], n2: [10, 20] };
    const { effects, variances } = binaryEffects(studies, "log-odds-ratio");
    expect(effects[0]).toBeCloseTo(Math.log((0.5 / 10.5) * (8.5 / 2.5)), 12);
    expect(variances[0]).toBeCloseTo(1 / 0.5 + 1 / 10.5 + 1 / 2.5 + 1 / 8.5, 12);
    expect(effects[1]).toBeCloseTo(Math.log((4 / 16) * (15 / 5)), 12);
  });

  it("adds to every study, in the ratio of the other arm's size, or leaves the study out", () => {
    const studies = { events1: [0, 4], n1: [10, 20], events2: [2, 5], n2: [30, 20] };
    const measure = "log-odds-ratio";
    // metafor: escalc("OR", …, add = 1/2, to = "all"); then add = 1/4 in the first arm and 3/4 in the second
    const all = binaryEffects(studies, measure, { zeroCells: "half-everywhere" });
    expect(all.effects[0]).toBeCloseTo(Math.log((0.5 / 10.5) * (28.5 / 2.5)), 12);
    expect(all.effects[1]).toBeCloseTo(Math.log((4.5 / 16.5) * (15.5 / 5.5)), 12);
    expect(all.variances[1]).toBeCloseTo(1 / 4.5 + 1 / 16.5 + 1 / 5.5 + 1 / 15.5, 12);
    const arm = binaryEffects(studies, measure, { zeroCells: "treatment-arm" });
    expect(arm.effects[0]).toBeCloseTo(Math.log((0.25 / 10.25) * (28.75 / 2.75)), 12);
    expect(arm.effects[1]).toBeCloseTo(Math.log((4 / 16) * (15 / 5)), 12);
    const out = binaryEffects(studies, measure, { zeroCells: "leave-out" });
    expect(out.effects[0]).toBeNaN();
    expect(out.effects[1]).toBe(arm.effects[1]);
    expect(metaBinary(studies, measure, "reml", { zeroCells: "leave-out" }).used).toEqual([1]);
  });

  it("leaves a double-zero study out of ratios and in differences", () => {
    const studies = { events1: [0, 20], n1: [10, 20], events2: [0, 20], n2: [12, 20] };
    expect([...binaryEffects(studies, "log-risk-ratio").effects]).toEqual([Number.NaN, Number.NaN]);
    const { effects } = binaryEffects(studies, "risk-difference");
    expect(effects[0]).toBeCloseTo(0.5 / 11 - 0.5 / 13, 12);
  });

  it("changes sign when the arms swap places", () => {
    fc.assert(
      fc.property(
        someBinaryStudies,
        fc.constantFrom("log-odds-ratio", "log-risk-ratio", "risk-difference", "arcsine"),
        ({ events1, n1, events2, n2 }, measure) => {
          const one = binaryEffects({ events1, n1, events2, n2 }, measure as "arcsine");
          const two = binaryEffects(
            { events1: events2, n1: n2, events2: events1, n2: n1 },
            measure as "arcsine",
          );
          return one.effects.every(
            (y, i) => isClose(y, -two.effects[i]!) && isClose(one.variances[i]!, two.variances[i]!),
          );
        },
      ),
    );
  });

  it("refuses more events than patients, naming the study", () => {
    expect(() =>
      binaryEffects({ events1: [1, 11], n1: [10, 10], events2: [1, 1], n2: [9, 9] }, "arcsine"),
    ).toThrow("study 1 has 11 of 10");
  });
});

describe("metaBinary", () => {
  it("names the studies that are in", () => {
    const studies = { events1: [0, 2, 1], n1: [16, 24, 30], events2: [0, 5, 3], n2: [15, 25, 28] };
    const pool = metaBinary(studies, "log-odds-ratio", "reml");
    expect(pool.used).toEqual([1, 2]);
    expect(pool.studies.effects).toHaveLength(2);
    expect(metaBinary(studies, "risk-difference", "reml").used).toEqual([0, 1, 2]);
  });

  it("answers NaN with a note when no study tells of the ratio", () => {
    const studies = { events1: [0, 0], n1: [16, 24], events2: [0, 0], n2: [15, 25] };
    const pool = metaBinary(studies, "log-odds-ratio", "reml");
    expect(pool).toMatchObject({ k: 0, used: [], note: "no-informative-study" });
    expect(pool.estimate.value).toBeNaN();
  });
});
