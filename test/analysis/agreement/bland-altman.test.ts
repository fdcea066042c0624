import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blandAltman } from "../../../src/analysis/index.js";
import { noncentralTCdf, seeded } from "../../../src/numeric/index.js";
import { expectClose } from "./close.js";

const test = [21.3, 23.3, 19.4, 23.1, 24.1, 25.5, 25.3];
const reference = [20.9, 24.8, 19.8, 21.6, 23.8, 27.6, 24.7];

/** Pairs of whole numbers, so that sums of them are exact. */
const pairs = fc
  .array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })), {
    minLength: 3,
    maxLength: 40,
  })
  .map((rows) => [rows.map(([x]) => x), rows.map(([, y]) => y)] as const);

describe("blandAltman", () => {
  it("mirrors its limits and intervals when the methods swap places", () => {
    fc.assert(
      fc.property(pairs, ([x, y]) => {
        const [one, other] = [blandAltman(x, y), blandAltman(y, x)];
        expectClose(other.bias.value, -one.bias.value, 9);
        expectClose(other.lowerLimit.value, -one.upperLimit.value, 9);
        expectClose(other.lowerLimit.ci.lower, -one.upperLimit.ci.upper, 8);
        expectClose(
          other.upperLimit.intervals.moverT.lower,
          -one.lowerLimit.intervals.moverT.upper,
          8,
        );
        expect(other.nOutside).toBe(one.nOutside);
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  it("moves with an offset of the test and scales with the unit", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -99, max: 99 }), ([x, y], offset) => {
        const one = blandAltman(x, y);
        const moved = blandAltman(
          x.map((value) => 4 * (value + offset)),
          y.map((value) => 4 * value),
        );
        expectClose(moved.sd.value, 4 * one.sd.value, 8);
        expectClose(moved.lowerLimit.ci.lower, 4 * (one.lowerLimit.ci.lower + offset), 6);
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  it("bounds the limits where the non-central t leaves half the error on each side", () => {
    const n = test.length;
    const { bias, sd, upperLimit, multiplier } = blandAltman(test, reference, { level: 0.9 });
    const chance = (limit: number): number =>
      noncentralTCdf(
        (Math.sqrt(n) * (limit - bias.value)) / sd.value,
        n - 1,
        multiplier * Math.sqrt(n),
      );
    expect(chance(upperLimit.ci.lower)).toBeCloseTo(0.05, 10);
    expect(chance(upperLimit.ci.upper)).toBeCloseTo(0.95, 10);
  });

  it("gives exact intervals that no normal approximation of the non-central t distorts at large n", () => {
    const random = seeded(7);
    const x = Float64Array.from({ length: 5000 }, () => random.normal());
    const { lowerLimit } = blandAltman(x, new Float64Array(5000));
    const { exact, approximate1999 } = lowerLimit.intervals;
    // Both widths go as 1/√n, and their ratio goes to 1.
    const ratio = (exact.upper - exact.lower) / (approximate1999.upper - approximate1999.lower);
    expect(ratio).toBeCloseTo(1, 3);
  });

  it("counts the differences beyond the limits, not those on them", () => {
    const differences = [...Array<number>(30).fill(-1), ...Array<number>(30).fill(1), 9];
    const zeros = new Float64Array(61);
    expect(blandAltman(differences, zeros).nOutside).toBe(1);
  });

  it("keeps every digit at an offset of a billion", () => {
    const far = (values: readonly number[]): number[] => values.map((x) => x + 2 ** 30);
    const [near, off] = [
      blandAltman([1.25, 2.5, 3.75, 4.5], [1, 2.25, 4, 4.25]),
      blandAltman(far([1.25, 2.5, 3.75, 4.5]), far([1, 2.25, 4, 4.25])),
    ];
    expect(off.sd.value).toBe(near.sd.value);
    expect(off.lowerLimit.ci.upper).toBe(near.lowerLimit.ci.upper);
  });

  it("notes differences that are one constant but for rounding", () => {
    const got = blandAltman([1.1, 10.1, 100.1], [1, 10, 100]);
    expect(got.note).toBe("zero-variance");
    expect([got.t, got.p, got.nOutside]).toEqual([Number.NaN, Number.NaN, 0]);
    expect(got.upperLimit.value).toBeCloseTo(0.1, 12);
    expect(blandAltman([2, 3], [1, 2]).bias.ci).toEqual({ lower: 1, upper: 1, level: 0.95 });
  });

  it("works on two pairs, on any array of numbers, and leaves them as they were", () => {
    const x = Float32Array.of(21.5, 24);
    const got = blandAltman(x, [22, 23]);
    expect(Array.from(got.differences)).toEqual([-0.5, 1]);
    expect(Array.from(got.means)).toEqual([21.75, 23.5]);
    expect(got.note).toBeUndefined();
    expect(Array.from(x)).toEqual([21.5, 24]);
  });

  it("refuses missing values, naming the pair, also in typed arrays", () => {
    const said = "blandAltman: needs finite values; pair 1 is (NaN, 2)";
    expect(() => blandAltman([1, Number.NaN, 3], [1, 2, 3])).toThrow(said);
    expect(() => blandAltman(Float64Array.of(1, Number.NaN, 3), Float64Array.of(1, 2, 3))).toThrow(
      said,
    );
    expect(() => blandAltman([1], [2])).toThrow("needs at least 2 pairs; got 1");
    expect(() => blandAltman([1, 2], [2])).toThrow("needs pairs; got 2 and 1 values");
  });
});
