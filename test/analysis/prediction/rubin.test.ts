import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rubinPool } from "../../../src/analysis/index.js";

const pairs = fc.array(
  fc.tuple(
    fc.double({ min: 1, max: 5, noNaN: true }),
    fc.double({ min: 0.5, max: 4, noNaN: true }),
  ),
  { minLength: 2, maxLength: 20 },
);

describe("rubinPool", () => {
  it("does not depend on the order of the imputations; a shift shifts, a factor scales", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const q = rows.map(([estimate]) => estimate);
        const u = rows.map(([, variance]) => variance);
        const one = rubinPool(q, u, { completeDf: 30 });
        const turned = rubinPool(q.toReversed(), u.toReversed(), { completeDf: 30 });
        expect(turned.estimate.ci.lower / one.estimate.ci.lower).toBeCloseTo(1, 6);
        const moved = rubinPool(
          q.map((value) => 3 + 2 * value),
          u.map((value) => 4 * value),
          { completeDf: 30 },
        );
        expect(moved.estimate.ci.upper / (3 + 2 * one.estimate.ci.upper)).toBeCloseTo(1, 6);
        expect(moved.fractionMissing).toBeCloseTo(one.fractionMissing, 9);
      }),
      { seed: 11 },
    );
  });

  it("has Rubin's degrees of freedom without those of complete data, fewer with them", () => {
    const large = rubinPool([1, 2, 3], [1, 1, 1]);
    expect(large.df).toBeCloseTo(2 / large.lambda ** 2, 10);
    expect(rubinPool([1, 2, 3], [1, 1, 1], { completeDf: 4 }).df).toBeLessThan(4);
  });

  it("says when nothing varies within the data sets, and no degree of freedom is left", () => {
    const got = rubinPool([1, 2], [0, 0], { completeDf: 9 });
    expect(got).toMatchObject({ note: "no-variance", between: 0.5, lambda: 1, df: 0, p: NaN });
    expect(got.estimate).toMatchObject({ value: 1.5, ci: { lower: NaN, upper: NaN } });
    expect(rubinPool([1, 2], [0, 0]).df).toBe(1);
  });

  it("says when nothing varies", () => {
    const got = rubinPool([2, 2, 2], [0, 0, 0], { completeDf: 10 });
    expect(got).toMatchObject({ note: "no-variance", standardError: 0, t: NaN, p: NaN });
    expect(got.estimate).toEqual({ value: 2, ci: { lower: NaN, upper: NaN, level: 0.95 } });
  });

  it("refuses one imputation", () => {
    expect(() => rubinPool([1], [2])).toThrow("rubinPool: needs at least 2 imputations; got 1");
  });
});
