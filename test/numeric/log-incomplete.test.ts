import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as numeric from "../../src/numeric/index.js";

const off = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b) / Math.abs(b));
const df = fc.double({ min: -0.5, max: 4, noNaN: true }).map((e) => 10 ** e);
const place = fc.double({ min: -2, max: 3, noNaN: true }).map((e) => 10 ** e);

/** Holds a logarithm against the tail where that is a normal double. */
function holdAgainst(log: number, tail: number): void {
  if (tail > 1e-280 && tail < 0.9) expect(off(log, Math.log(tail))).toBeLessThan(1e-12);
  else if (tail <= 1e-280) expect(log).toBeLessThan(Math.log(1e-279));
}

describe("logarithms of tails", () => {
  it("are those of the tails where these are doubles", () => {
    fc.assert(
      fc.property(place, df, df, (x, a, b) => {
        holdAgainst(numeric.tLogSurvival(x, a), numeric.tSurvival(x, a));
        holdAgainst(numeric.tLogCdf(-x, a), numeric.tCdf(-x, a));
        holdAgainst(numeric.fLogSurvival(x, a, b), numeric.fSurvival(x, a, b));
        holdAgainst(numeric.chiSquareLogSurvival(x, a), numeric.chiSquareSurvival(x, a));
      }),
    );
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), chance, fc.nat(), (n, p, seed) => {
        const k = seed % n;
        holdAgainst(numeric.binomialLogCdf(k, n, p), numeric.binomialCdf(k, n, p));
        holdAgainst(numeric.binomialLogSurvival(k, n, p), numeric.binomialSurvival(k, n, p));
      }),
    );
  });

  it("go on below the smallest double, as R's", () => {
    expect(off(numeric.tLogSurvival(50, 1e4), -1120.4375708550824)).toBeLessThan(1e-13); // mpmath
    expect(off(numeric.tLogSurvival(300, 800), -1896.978277940998)).toBeLessThan(1e-13); // mpmath
    expect(off(numeric.tLogSurvival(1e200, 2), -921.7271843781782)).toBeLessThan(1e-14);
    expect(off(numeric.fLogSurvival(1e10, 3, 200), -1880.1874809986716)).toBeLessThan(1e-14);
    expect(off(numeric.chiSquareLogSurvival(1e5, 4000), -41570.145857224255)).toBeLessThan(1e-14);
    expect(off(numeric.binomialLogSurvival(4999, 5000, 0.01), 5000 * Math.log(0.01))).toBeLessThan(
      1e-14,
    );
    expect(off(numeric.binomialLogCdf(0, 1e6, 0.3), 1e6 * Math.log1p(-0.3))).toBeLessThan(1e-13);
  });

  it("keep what a probability near 1 leaves", () => {
    expect(off(numeric.tLogSurvival(-40, 12), -numeric.tSurvival(40, 12))).toBeLessThan(1e-13);
    expect(off(numeric.chiSquareLogSurvival(1e-9, 6), -numeric.chiSquareCdf(1e-9, 6))).toBeLessThan(
      1e-13,
    );
  });

  it("close the two tails of one place", () => {
    fc.assert(
      fc.property(place, df, (x, a) => {
        const both = Math.exp(numeric.tLogSurvival(x, a)) + Math.exp(numeric.tLogCdf(x, a));
        return Math.abs(both - 1) < 1e-13;
      }),
    );
  });
});
