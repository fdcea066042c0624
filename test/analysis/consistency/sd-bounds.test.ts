import { describe, expect, it } from "vitest";
import { sdBounds } from "../../../src/analysis/index.js";
import { sampleStandardDeviation, seeded } from "../../../src/numeric/index.js";

/** Every sample of n from the values, without regard to order. */
function samples(n: number, values: readonly number[]): number[][] {
  if (n === 0) return [[]];
  return values.flatMap((value, i) =>
    samples(n - 1, values.slice(i)).map((rest) => [value, ...rest]),
  );
}

describe("sdBounds", () => {
  it("is √((max − m)(m − min)·n/(n − 1)) where the values can all stand at the ends", () => {
    // R: sd(c(rep(1, 5), rep(7, 5)))
    const got = sdBounds("4.00000000", { n: 10, minimum: 1, maximum: 7 });
    expect(got.upper).toBeCloseTo(3.16227766, 6);
    expect(got.lower).toBe(0);
  });

  it("is less where one value is left over", () => {
    // R: sd(c(1, 1, 1, 4, 7)) = 2.683; the formula would give √(4.2·1.8·5/4) = 3.074.
    expect(sdBounds("2.800000000", { n: 5, minimum: 1, maximum: 7 }).upper).toBeCloseTo(
      2.68328157,
      6,
    );
  });

  it("is (m − min)·√n without an upper end", () => {
    // R: x <- c(rep(0, 11), 12); mean 1, sd 3.464
    expect(sdBounds("1.00000000", { n: 12, minimum: 0 }).upper).toBeCloseTo(3.46410162, 6);
    expect(sdBounds("-1.00000000", { n: 12, maximum: 0 }).upper).toBeCloseTo(3.46410162, 6);
    expect(sdBounds("1.0", { n: 12 }).upper).toBe(Number.POSITIVE_INFINITY);
    expect(sdBounds("1.0", { minimum: 0 }).upper).toBe(Number.POSITIVE_INFINITY);
  });

  it("does not let whole numbers stand at a mean between two of them", () => {
    // R: sd(c(rep(2, 7), rep(3, 3)))
    expect(sdBounds("2.30000000", { n: 10, integer: true }).lower).toBeCloseTo(0.48304589, 6);
    expect(sdBounds("2.0", { n: 10, integer: true }).lower).toBe(0);
    expect(sdBounds("2.30", { n: 10 }).lower).toBe(0);
  });

  it("takes the extremes over all means that print so", () => {
    // 2.25 to 2.35: √(0.25·0.75·10/9) = 0.456.
    expect(sdBounds("2.3", { n: 10, integer: true }).lower).toBeCloseTo(0.45643546, 6);
    expect(sdBounds("4", { n: 10, minimum: 1, maximum: 7 }).upper).toBeCloseTo(3.16227766, 6);
  });

  it("finds the extremes of every sample of whole numbers", () => {
    const random = seeded(1968);
    for (const n of [2, 3, 4, 5]) {
      const all = samples(n, [0, 1, 2, 3, 4]);
      for (let trial = 0; trial < 30; trial++) {
        const sum = random.integer(4 * n + 1);
        const sds = all
          .filter((values) => values.reduce((total, x) => total + x, 0) === sum)
          .map((values) => sampleStandardDeviation(values));
        const text = (sum / n).toFixed(12);
        const got = sdBounds(text, { n, minimum: 0, maximum: 4, integer: true });
        expect(got.lower).toBeCloseTo(Math.min(...sds), 5);
        expect(got.upper).toBeCloseTo(Math.max(...sds), 5);
        const anyN = sdBounds(text, { minimum: 0, maximum: 4, integer: true });
        expect(anyN.lower).toBeLessThanOrEqual(got.lower);
        expect(anyN.upper).toBeGreaterThanOrEqual(got.upper);
      }
    }
  });

  it("has no bounds for a mean beyond the ends", () => {
    expect(sdBounds("7.6", { n: 10, minimum: 1, maximum: 7 })).toMatchObject({
      meanPossible: false,
      lower: Number.NaN,
    });
    // 7.0 may be 6.95; then one value can be lower.
    expect(sdBounds("7.0", { n: 10, minimum: 1, maximum: 7 }).meanPossible).toBe(true);
    expect(sdBounds("0.96", { n: 10, minimum: 1 }).meanPossible).toBe(false);
  });

  it("refuses ends out of order and one value", () => {
    expect(() => sdBounds("2.0", { minimum: 3, maximum: 2 })).toThrow(
      "sdBounds: needs a finite minimum up to the maximum; got 3 and 2",
    );
    expect(() => sdBounds("2.0", { n: 1 })).toThrow("sdBounds: needs n of at least 2");
  });
});
