import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mannWhitneyTest } from "../../../src/analysis/index.js";

const group = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });

describe("mannWhitneyTest", () => {
  it("turns round when the groups swap", () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const [one, other] = [mannWhitneyTest(x, y), mannWhitneyTest(y, x)];
        expect(other.u1).toBe(one.u2);
        expect(other.exact.twoSided).toBeCloseTo(one.exact.twoSided, 12);
        expect(other.exact.less).toBeCloseTo(one.exact.greater, 12);
        expect(other.normalContinuity.less).toBeCloseTo(one.normalContinuity.greater, 12);
      }),
    );
  });

  it("sees the order of the values only", () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const grown = (values: number[]): number[] => values.map((v) => Math.exp(v) - 7);
        expect(mannWhitneyTest(grown(x), grown(y))).toEqual(mannWhitneyTest(x, y));
      }),
    );
  });

  it("gives R's one-sided p, exact and with continuity correction", () => {
    // R 4.2: wilcox.test(c(1.1, 2.2, 3.3), c(2.5, 3.5, 4.5, 5.5), alternative = "less"),
    // and with exact = FALSE
    const { exact, normalContinuity } = mannWhitneyTest([1.1, 2.2, 3.3], [2.5, 3.5, 4.5, 5.5]);
    expect(exact.less).toBeCloseTo(2 / 35, 14);
    expect(normalContinuity.less).toBeCloseTo(0.0558058841491461, 12);
  });

  it("notes values that are all the same", () => {
    const got = mannWhitneyTest([2, 2], [2, 2, 2]);
    expect([got.note, got.z, got.exact.twoSided, got.normal.less]).toEqual([
      "all-tied",
      Number.NaN,
      1,
      1,
    ]);
  });

  it("leaves the exact p of large groups out, with a note", () => {
    const many = Array.from({ length: 3000 }, (_, i) => i);
    const got = mannWhitneyTest(
      many,
      many.map((x) => x + 0.5),
    );
    expect([got.note, got.exact.twoSided]).toEqual(["exact-not-computed", Number.NaN]);
    expect(got.normal.twoSided).toBeGreaterThan(0.9);
  });

  it("refuses an empty group, naming it", () => {
    expect(() => mannWhitneyTest([1], [])).toThrow("needs values of the second group; got none");
  });
});
