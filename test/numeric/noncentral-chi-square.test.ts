import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chiSquareCdf,
  noncentralChiSquareCdf,
  noncentralChiSquareQuantile,
  noncentralChiSquareSurvival,
  noncentralChiSquareUpperQuantile,
  normalCdf,
  normalSurvival,
} from "../../src/numeric/index.js";

const off = (a: number, b: number): number => (a === b ? 0 : Math.abs(a / b - 1));

describe("the noncentral chi-square", () => {
  it("is the square of a shifted normal for one degree of freedom, in both tails", () => {
    const shift = fc.double({ min: 0.01, max: 60, noNaN: true });
    const root = fc.double({ min: 0.01, max: 80, noNaN: true });
    fc.assert(
      fc.property(root, shift, (z, delta) => {
        const above = normalSurvival(z - delta) + normalCdf(-z - delta);
        if (above > 1e-290) {
          expect(off(noncentralChiSquareSurvival(z * z, 1, delta * delta), above)).toBeLessThan(
            1e-10,
          );
        }
        const below = normalCdf(z - delta) - normalCdf(-z - delta);
        const found = noncentralChiSquareCdf(z * z, 1, delta * delta);
        expect(Math.abs(found - below)).toBeLessThan(1e-12);
      }),
    );
  });

  it("holds mpmath's values far out", () => {
    expect(off(noncentralChiSquareCdf(1e-5, 3, 400), 1.164380251588003e-95)).toBeLessThan(1e-12);
    expect(off(noncentralChiSquareSurvival(2000, 3, 400), 7.053774637292902e-135)).toBeLessThan(
      1e-12,
    );
    expect(off(noncentralChiSquareSurvival(1e4, 3, 9000), 1.516343171542116e-7)).toBeLessThan(
      1e-12,
    );
  });

  it("meets the central one as the ncp vanishes", () => {
    expect(noncentralChiSquareCdf(4, 3, 0)).toBe(chiSquareCdf(4, 3));
    expect(noncentralChiSquareCdf(4, 3, 1e-15)).toBeCloseTo(chiSquareCdf(4, 3), 14);
  });

  it("leads back from its quantiles in both tails", () => {
    const p = fc.double({ min: -100, max: -0.01, noNaN: true }).map((e) => 10 ** e);
    const size = fc.double({ min: -0.5, max: 2.5, noNaN: true }).map((e) => 10 ** e);
    fc.assert(
      fc.property(p, size, size, (chance, df, ncp) => {
        const x = noncentralChiSquareQuantile(chance, df, ncp);
        if (x > 1e-300) {
          expect(off(noncentralChiSquareCdf(x, df, ncp), chance)).toBeLessThan(1e-10);
        }
        const y = noncentralChiSquareUpperQuantile(chance, df, ncp);
        expect(off(noncentralChiSquareSurvival(y, df, ncp), chance)).toBeLessThan(1e-10);
      }),
      { numRuns: 50 },
    );
  });
});
