import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fCdf,
  noncentralChiSquareCdf,
  noncentralFCdf,
  noncentralFQuantile,
  noncentralFSurvival,
  noncentralFUpperQuantile,
  noncentralTCdf,
  noncentralTSurvival,
} from "../../src/numeric/index.js";

const off = (a: number, b: number): number => (a === b ? 0 : Math.abs(a / b - 1));
const df = fc.double({ min: 0, max: 3, noNaN: true }).map((e) => 10 ** e);

describe("the noncentral F", () => {
  it("is the square of the noncentral t for one degree of freedom of the numerator", () => {
    const root = fc.double({ min: 0.05, max: 40, noNaN: true });
    const shift = fc.double({ min: 0.05, max: 20, noNaN: true });
    fc.assert(
      fc.property(root, df, shift, (t, k, delta) => {
        const above = noncentralTSurvival(t, k, delta) + noncentralTCdf(-t, k, delta);
        if (above > 1e-280) {
          expect(off(noncentralFSurvival(t * t, 1, k, delta * delta), above)).toBeLessThan(1e-10);
        }
        const below = noncentralTCdf(t, k, delta) - noncentralTCdf(-t, k, delta);
        expect(Math.abs(noncentralFCdf(t * t, 1, k, delta * delta) - below)).toBeLessThan(1e-12);
      }),
    );
  });

  it("meets the central F as the ncp vanishes and chi-square as df2 grows", () => {
    expect(noncentralFCdf(2, 3, 9, 0)).toBe(fCdf(2, 3, 9));
    expect(noncentralFCdf(2, 3, 1e9, 5)).toBeCloseTo(noncentralChiSquareCdf(6, 3, 5), 8);
  });

  it("leads back from its quantiles in both tails", () => {
    const p = fc.double({ min: -60, max: -0.01, noNaN: true }).map((e) => 10 ** e);
    const size = fc.double({ min: -0.5, max: 2, noNaN: true }).map((e) => 10 ** e);
    fc.assert(
      fc.property(p, df, df, size, (chance, df1, df2, ncp) => {
        const x = noncentralFQuantile(chance, df1, df2, ncp);
        if (x > 1e-300) {
          expect(off(noncentralFCdf(x, df1, df2, ncp), chance)).toBeLessThan(1e-10);
        }
        const y = noncentralFUpperQuantile(chance, df1, df2, ncp);
        expect(off(noncentralFSurvival(y, df1, df2, ncp), chance)).toBeLessThan(1e-10);
      }),
      { numRuns: 50 },
    );
  });
});
