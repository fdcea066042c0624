import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  gamesHowellComparisons,
  meanSdN,
  studentTest,
  tukeyComparisons,
  welchTest,
} from "../../../src/analysis/index.js";

const group = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 10 });

describe("comparisons of every two means", () => {
  it("are the t tests when there are two groups", () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const [one, other] = [meanSdN(x), meanSdN(y)];
        fc.pre(one.sd > 0 && other.sd > 0);
        const runs = [
          [tukeyComparisons([y, x])[0]!, studentTest(one, other)] as const,
          [gamesHowellComparisons([y, x])[0]!, welchTest(one, other)] as const,
        ];
        for (const [got, t] of runs) {
          expect(got.p).toBeCloseTo(t.p, 8);
          expect(got.difference.ci.lower).toBeCloseTo(t.difference.ci.lower, 6);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("are significant exactly when their interval leaves out 0", () => {
    const groups = [
      [1, 2, 3, 4],
      [5, 6, 9, 7],
      [2, 3, 5, 9],
    ];
    for (const compare of [tukeyComparisons, gamesHowellComparisons]) {
      const { p } = compare(groups)[0]!;
      const { ci } = compare(groups, { level: 1 - p })[0]!.difference;
      expect(Math.min(Math.abs(ci.lower), Math.abs(ci.upper))).toBeCloseTo(0, 8);
    }
  });

  it("note groups that do not vary, pair by pair", () => {
    const got = gamesHowellComparisons([
      [1, 1],
      [2, 2],
      [1, 4],
    ]);
    expect(got.map(({ note }) => note)).toEqual(["zero-variance", undefined, undefined]);
    expect(got[0]!.difference.value).toBe(1);
    expect(got[0]!.p).toBeNaN();
  });
});
