// @ts-expect-error: the package declares no types
import jStat from "jstat";
import { describe, expect, it } from "vitest";
import * as numeric from "../../src/numeric/index.js";

/**
 * jStat where it is known to be right: central probabilities and moderate parameters. It has no
 * upper tails, its normal and Poisson functions fail far out, and its beta holds eight digits.
 */
const points = [0.3, 0.7, 1.1, 1.9, 2.6];
const sizes = [1, 2.5, 7, 30];

describe("jStat agrees in the middle of the distributions", () => {
  it("for t, F, chi-square and the normal", () => {
    for (const x of points) {
      expect(numeric.normalCdf(x)).toBeCloseTo(jStat.normal.cdf(x, 0, 1), 9);
      for (const a of sizes) {
        expect(numeric.tCdf(x, a)).toBeCloseTo(jStat.studentt.cdf(x, a), 7);
        expect(numeric.chiSquareCdf(x, a)).toBeCloseTo(jStat.chisquare.cdf(x, a), 9);
        for (const b of sizes) {
          expect(numeric.fCdf(x, a, b)).toBeCloseTo(jStat.centralF.cdf(x, a, b), 7);
        }
      }
    }
  });

  it("for beta and gamma", () => {
    for (const x of points) {
      for (const a of sizes) {
        expect(numeric.gammaCdf(x, a, 0.5)).toBeCloseTo(jStat.gamma.cdf(x, a, 2), 9);
        for (const b of sizes) {
          expect(numeric.betaCdf(x / 3, a, b)).toBeCloseTo(jStat.beta.cdf(x / 3, a, b), 7);
        }
      }
    }
  });

  it("for counts", () => {
    for (let k = 0; k <= 9; k++) {
      expect(numeric.binomialPmf(k, 9, 0.3)).toBeCloseTo(jStat.binomial.pdf(k, 9, 0.3), 9);
      expect(numeric.poissonPmf(k, 2.5)).toBeCloseTo(jStat.poisson.pdf(k, 2.5), 9);
      const urn = numeric.hypergeometricPmf(k, 12, 8, 9);
      expect(urn).toBeCloseTo(jStat.hypgeom.pdf(k, 20, 12, 9), 9);
    }
  });
});
