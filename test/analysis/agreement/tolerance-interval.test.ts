import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toleranceInterval } from "../../../src/analysis/index.js";

const factorOf = (n: number, coverage: number, level: number): number => {
  const x = Array.from({ length: n }, (_, i) => i);
  return toleranceInterval(x, new Float64Array(n), { coverage, level }).exact.factor;
};

describe("toleranceInterval", () => {
  it("has the factor of two values by hand, and nears the normal quantile in large samples", () => {
    // ∫ 2φ(z) P(χ²₁ > r(z)²/k²) dz = 0.95, by R's integrate and uniroot
    expect(factorOf(2, 0.95, 0.95)).toBeCloseTo(36.5192146120607, 8);
    expect(factorOf(200_000, 0.95, 0.95)).toBeCloseTo(1.95996, 1);
    expect(factorOf(200_000, 0.95, 0.5)).toBeCloseTo(1.95996, 4);
  });

  it("widens with coverage and level, and narrows with n", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 60 }),
        fc.double({ min: 0.5, max: 0.98, noNaN: true }),
        fc.double({ min: 0.5, max: 0.98, noNaN: true }),
        (n, coverage, level) => {
          const factor = factorOf(n, coverage, level);
          expect(factorOf(n, coverage + 0.01, level)).toBeGreaterThan(factor);
          expect(factorOf(n, coverage, level + 0.01)).toBeGreaterThan(factor);
          expect(factorOf(n + 1, coverage, level)).toBeLessThan(factor);
        },
      ),
      { seed: 11, numRuns: 5 },
    );
  });

  it("ends at levels next to 0 and 1", () => {
    const factorAt = (level: number): number =>
      toleranceInterval([1, 2, 4, 8, 9], [0, 0, 0, 0, 0], { level }).exact.factor;
    expect(factorAt(1e-300)).toBeGreaterThan(0);
    expect(factorAt(1e-300)).toBeLessThan(factorAt(1e-3));
    expect(factorAt(1 - 1e-12)).toBeGreaterThan(factorAt(0.999));
  });

  it("moves and mirrors with the differences", () => {
    const [x, y] = [
      [3, 5, 9, 1],
      [2, 7, 8, 1],
    ];
    const [one, other] = [toleranceInterval(x, y), toleranceInterval(y, x)];
    expect(other.exact.lower).toBeCloseTo(-one.exact.upper, 12);
    expect(other.prediction.upper).toBeCloseTo(-one.prediction.lower, 12);
    expect(one.howe.factor / one.exact.factor).toBeCloseTo(1, 1);
    expect(toleranceInterval([2, 3], [1, 2]).note).toBe("zero-variance");
  });
});
