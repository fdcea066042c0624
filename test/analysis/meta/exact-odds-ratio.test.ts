import { describe, expect, it } from "vitest";
import { exactOddsRatio, fisherTest } from "../../../src/analysis/index.js";

const BCG = { events1: [4, 6, 3], n1: [123, 306, 231], events2: [11, 29, 11], n2: [139, 303, 220] };

describe("exactOddsRatio", () => {
  it("gives R's exact test of several tables", () => {
    // mantelhaen.test(exact = TRUE): p = 1.0632249292165e-06, 0.24256 (0.11976 to 0.45835), its roots to
    // four digits; here the roots of the same equations by uniroot(tol = 1e-15)
    const got = exactOddsRatio(BCG);
    expect(got.p).toBeCloseTo(1.0632249292165e-6, 16);
    expect(got.less).toBeCloseTo(6.6562968752142e-7, 16);
    expect(got.midPLess).toBeCloseTo(4.0958555168023e-7, 16);
    expect(got.oddsRatio.value).toBeCloseTo(0.24258274706807, 12);
    expect(got.oddsRatio.ci.lower).toBeCloseTo(0.11973205529865, 12);
    expect(got.oddsRatio.ci.upper).toBeCloseTo(0.45834363220236, 12);
    expect(got.midPInterval.lower).toBeCloseTo(0.12598287478845, 12);
    expect(got.midPInterval.upper).toBeCloseTo(0.44201399113591, 12);
  });

  it("is Fisher's test when there is one study", () => {
    const one = exactOddsRatio({ events1: [3], n1: [9], events2: [7], n2: [10] });
    const { method, ...fisher } = fisherTest([
      [3, 6],
      [7, 3],
    ]);
    expect(one).toEqual({ ...fisher, method: "exact-odds-ratio", k: 1 });
  });

  it("is not moved by a study without events", () => {
    const { k, ...more } = exactOddsRatio({
      events1: [...BCG.events1, 0],
      n1: [...BCG.n1, 50],
      events2: [...BCG.events2, 0],
      n2: [...BCG.n2, 60],
    });
    const { k: three, ...without } = exactOddsRatio(BCG);
    expect([k, three]).toEqual([4, 3]);
    expect(more).toEqual(without);
  });

  it("keeps the far tails of large studies", () => {
    const got = exactOddsRatio({
      events1: [900, 950],
      n1: [1000, 1000],
      events2: [100, 60],
      n2: [1000, 1000],
    });
    expect(got.oddsRatio.value).toBeGreaterThan(100);
    expect(got.oddsRatio.ci.upper).toBeLessThan(300);
    expect(got.p).toBeLessThan(1e-300);
  });

  it("says when the margins leave nothing to learn", () => {
    const got = exactOddsRatio({ events1: [0], n1: [5], events2: [0], n2: [7] });
    expect(got).toMatchObject({ p: 1, note: "one-table" });
    expect(got.oddsRatio.value).toBeNaN();
  });

  it("refuses more events than patients", () => {
    expect(() => exactOddsRatio({ events1: [6], n1: [5], events2: [0], n2: [7] })).toThrow(
      "exactOddsRatio: needs events1",
    );
  });
});
