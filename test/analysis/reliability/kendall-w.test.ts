import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { friedmanTest, kendallW } from "../../../src/analysis/index.js";

const TIED = [
  [3, 2, 3],
  [3, 3, 4],
  [2, 2, 2],
  [1, 3, 3],
  [4, 1, 3],
];

const ratings = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 5 }))
  .chain(([n, k]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: k, maxLength: k }), {
      minLength: n,
      maxLength: n,
    }),
  )
  .filter((rows) => rows[0]!.some((_, j) => new Set(rows.map((row) => row[j])).size > 1));

describe("kendallW", () => {
  it("is 1 where raters rank alike, on whatever scales, ties or not", () => {
    const alike = [1, 2, 2, 5].map((value) => [value, 10 * value, -1 / value]);
    const { w, wUncorrected, meanSpearman } = kendallW(alike);
    expect(w).toBeCloseTo(1, 12);
    expect(meanSpearman).toBeCloseTo(1, 12);
    expect(wUncorrected).toBeLessThan(1);
  });

  it("is 0 where two raters rank in opposite order", () => {
    const opposed = [1, 2, 3, 4].map((value) => [value, -value]);
    expect(kendallW(opposed)).toMatchObject({ w: 0, p: 1, meanSpearman: -1 });
  });

  it("depends on ranks alone", () => {
    const stretched = TIED.map(([a, b, c]) => [a! ** 3, Math.exp(b!), c! - 100]);
    expect(kendallW(stretched)).toEqual(kendallW(TIED));
  });

  it("refuses raters who never tell subjects apart", () => {
    const same = [
      [1, 2],
      [1, 2],
    ];
    expect(() => kendallW(same)).toThrow("kendallW: needs a rater who tells subjects apart");
  });
});

describe("friedmanTest", () => {
  it("is the chi-square of Kendall's W with rows and columns exchanged", () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const turned = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
        const { statistic, df, p } = kendallW(rows);
        const test = friedmanTest(turned);
        expect(test.statistic).toBeCloseTo(statistic, 9);
        expect(test.p).toBeCloseTo(p, 9);
        expect(test.df).toBe(df);
      }),
      { seed: 4 },
    );
  });
});
