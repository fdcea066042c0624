import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logChoose, mean, permutationTest, seeded } from "../../src/numeric/index.js";

const difference = (a: Float64Array, b: Float64Array): number => mean(a) - mean(b);
const group = (max: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: max });

describe("permutationTest", () => {
  it("looks at every allocation of two small groups", () => {
    // 20 allocations; only the observed one has the three largest together.
    const test = permutationTest(difference, [5, 6, 7], [1, 2, 3]);
    expect(test).toMatchObject({ method: "exact", allocations: 20, statistic: 4 });
    expect(test.pGreater).toBe(1 / 20);
    expect(test.pTwoSided).toBe(2 / 20);
    expect(test.pLess).toBe(1);
  });

  it("counts allocations that differ by rounding only as equal", () => {
    const test = permutationTest(difference, [0.1, 0.2, 0.3], [0.3, 0.2, 0.1]);
    expect([test.pTwoSided, test.pGreater, test.pLess]).toEqual([1, test.pLess, test.pGreater]);
  });

  it("has p that are shares of the allocations, and turn when the groups swap", () => {
    fc.assert(
      fc.property(group(5), group(5), (x, y) => {
        const here = permutationTest(difference, x, y);
        const there = permutationTest(difference, y, x);
        expect(here.allocations).toBe(
          Math.round(Math.exp(logChoose(x.length + y.length, x.length))),
        );
        for (const p of [here.pTwoSided, here.pGreater, here.pLess]) {
          expect(p * here.allocations).toBeCloseTo(Math.round(p * here.allocations), 9);
          expect(p).toBeGreaterThan(0);
        }
        expect(here.pGreater + here.pLess).toBeGreaterThan(1 - 1e-12);
        expect([there.pTwoSided, there.pGreater]).toEqual([here.pTwoSided, here.pLess]);
      }),
    );
  });

  it("does not depend on the unit of the values", () => {
    fc.assert(
      fc.property(group(5), group(5), fc.integer({ min: -12, max: 12 }), (x, y, e) => {
        const scaled = (values: number[]): number[] => values.map((v) => v * 10 ** e);
        const { pTwoSided } = permutationTest(difference, x, y);
        expect(permutationTest(difference, scaled(x), scaled(y)).pTwoSided).toBe(pTwoSided);
      }),
    );
  });

  it("draws allocations when there are too many, close to the exact p", () => {
    const [x, y] = [
      [2, 5, 7, 4, 9, 6, 8],
      [1, 3, 5, 4, 2, 6, 1, 0],
    ];
    const exact = permutationTest(difference, x, y);
    const options = { random: seeded(6), resamples: 4999, exactUpTo: 100 };
    const drawn = permutationTest(difference, x, y, options);
    expect(drawn).toMatchObject({ method: "monte-carlo", allocations: 5000 });
    const error = Math.sqrt((exact.pTwoSided * (1 - exact.pTwoSided)) / 4999);
    expect(Math.abs(drawn.pTwoSided - exact.pTwoSided)).toBeLessThan(4 * error + 1 / 5000);
    expect(permutationTest(difference, x, y, { ...options, random: seeded(6) })).toEqual(drawn);
  });

  it("never gives a drawn p of 0", () => {
    const apart = permutationTest(difference, [90, 91, 92, 93], [1, 2, 3, 4], {
      random: seeded(1),
      resamples: 9,
      exactUpTo: 0,
    });
    expect(apart.pGreater).toBe(1 / 10);
  });

  it("refuses empty groups, gaps, and too many allocations without chance", () => {
    expect(() => permutationTest(difference, [], [1])).toThrow("needs values in both groups");
    expect(() => permutationTest(difference, [1, Number.NaN], [1])).toThrow("value 1 is NaN");
    const long = Array.from({ length: 40 }, (_, i) => i);
    expect(() => permutationTest(difference, long, long)).toThrow(
      "needs a source of chance: there are more than 200000 allocations",
    );
  });
});
