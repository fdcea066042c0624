import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as numeric from "../../src/numeric/index.js";

/** Probabilities from the far tail to near one, as often small as not. */
const probability = fc.oneof(
  fc.double({ min: 1e-6, max: 0.999999, noNaN: true }),
  fc.double({ min: -250, max: -1, noNaN: true }).map((e) => 10 ** e),
);
const shape = fc.double({ min: -1.5, max: 4, noNaN: true }).map((e) => 10 ** e);
const chance = fc.double({ min: 1e-3, max: 0.999, noNaN: true });
const count = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

interface Continuous {
  readonly cdf: (x: number, a: number, b: number) => number;
  readonly survival: (x: number, a: number, b: number) => number;
  readonly quantile: (p: number, a: number, b: number) => number;
  readonly upperQuantile: (q: number, a: number, b: number) => number;
}

const continuous: Record<string, Continuous> = {
  normal: {
    cdf: numeric.normalCdf,
    survival: numeric.normalSurvival,
    quantile: numeric.normalQuantile,
    upperQuantile: numeric.normalUpperQuantile,
  },
  t: {
    cdf: numeric.tCdf,
    survival: numeric.tSurvival,
    quantile: numeric.tQuantile,
    upperQuantile: numeric.tUpperQuantile,
  },
  F: {
    cdf: numeric.fCdf,
    survival: numeric.fSurvival,
    quantile: numeric.fQuantile,
    upperQuantile: numeric.fUpperQuantile,
  },
  "chi-square": {
    cdf: numeric.chiSquareCdf,
    survival: numeric.chiSquareSurvival,
    quantile: numeric.chiSquareQuantile,
    upperQuantile: numeric.chiSquareUpperQuantile,
  },
  beta: {
    cdf: numeric.betaCdf,
    survival: numeric.betaSurvival,
    quantile: numeric.betaQuantile,
    upperQuantile: numeric.betaUpperQuantile,
  },
  gamma: {
    cdf: numeric.gammaCdf,
    survival: numeric.gammaSurvival,
    quantile: numeric.gammaQuantile,
    upperQuantile: numeric.gammaUpperQuantile,
  },
};

/**
 * Whether a rising function steps over p at x: no double does better than the one before or after.
 * Around a quantile of steep distributions neighbouring doubles lie further apart than 1e-10.
 */
function straddles(f: (x: number) => number, x: number, p: number): boolean {
  const step = 8 * Number.EPSILON * Math.abs(x) + Number.MIN_VALUE;
  const values = [f(x - step), f(x), f(x + step)];
  const reach = 1e-10 * p;
  return Math.min(...values) - reach <= p && p <= Math.max(...values) + reach;
}

describe("quantiles of continuous distributions", () => {
  for (const [name, { cdf, survival, quantile, upperQuantile }] of Object.entries(continuous)) {
    it(`lead back to their probability in both tails of ${name}`, () => {
      fc.assert(
        fc.property(probability, shape, shape, (p, a, b) => {
          const x = quantile(p, a, b);
          // 1e305: t with few degrees of freedom leaves the doubles
          if (Math.abs(x) > 1e-300 && Math.abs(x) < 1e305) {
            expect(straddles((y) => cdf(y, a, b), x, p)).toBe(true);
          }
          const y = upperQuantile(p, a, b);
          const isAtEnd = name === "beta" && y > 1 - 1e-14; // doubles near 1 are too coarse
          if (Math.abs(y) > 1e-300 && Math.abs(y) < 1e305 && !isAtEnd) {
            expect(straddles((z) => survival(z, a, b), y, p)).toBe(true);
          }
        }),
        { numRuns: 300 },
      );
    });
  }

  it("keep their digits beside the median", () => {
    const p = 0.5 + 2 ** -40;
    const z = Math.sqrt(2 * Math.PI) * 2 ** -40; // (p − ½)/φ(0)
    expect(Math.abs(numeric.normalQuantile(p) / z - 1)).toBeLessThan(1e-15);
    expect(Math.abs(numeric.normalUpperQuantile(p) / -z - 1)).toBeLessThan(1e-15);
    const t = Math.PI * 2 ** -40; // Cauchy: tan(π(p − ½))
    expect(Math.abs(numeric.tQuantile(p, 1) / t - 1)).toBeLessThan(1e-13);
  });

  it("reach the ends of the support at 0 and 1", () => {
    expect(numeric.normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(numeric.normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(numeric.tUpperQuantile(0, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(numeric.tQuantile(0, 3)).toBe(Number.NEGATIVE_INFINITY);
    expect(numeric.fQuantile(0, 2, 3)).toBe(0);
    expect(numeric.fQuantile(1, 2, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(numeric.chiSquareQuantile(0, 2)).toBe(0);
    expect(numeric.chiSquareUpperQuantile(0, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(numeric.betaQuantile(1, 2, 3)).toBe(1);
    expect(numeric.betaUpperQuantile(1, 2, 3)).toBe(0);
  });

  it("refuse what is no probability or no parameter", () => {
    expect(() => numeric.normalQuantile(1.2)).toThrow(
      "normalQuantile: needs a probability between 0 and 1; got 1.2",
    );
    expect(() => numeric.tSurvival(1, 0)).toThrow("needs df above 0 and finite; got 0");
    expect(() => numeric.betaCdf(0.5, -1, 2)).toThrow("needs shape a above 0 and finite; got -1");
    expect(() => numeric.fCdf(1, 2, Number.NaN)).toThrow("needs df2 above 0 and finite; got NaN");
  });
});

describe("quantiles of counts", () => {
  it("find the count that a binomial tail came from", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), chance, fc.nat(), (n, p, seed) => {
        const k = seed % (n + 1);
        fc.pre(numeric.binomialPmf(k, n, p) >= 1e-280);
        const below = numeric.binomialCdf(k, n, p);
        if (below < 0.999) expect(numeric.binomialQuantile(below, n, p)).toBe(k);
        const above = numeric.binomialSurvival(k, n, p);
        if (above < 0.999) expect(numeric.binomialUpperQuantile(above, n, p)).toBe(k);
      }),
    );
  });

  it("find the count that a Poisson tail came from", () => {
    fc.assert(
      fc.property(count(500), fc.double({ min: 0.01, max: 300, noNaN: true }), (k, mean) => {
        fc.pre(numeric.poissonPmf(k, mean) >= 1e-280);
        const below = numeric.poissonCdf(k, mean);
        if (below < 0.999) expect(numeric.poissonQuantile(below, mean)).toBe(k);
        const above = numeric.poissonSurvival(k, mean);
        if (above < 0.999) expect(numeric.poissonUpperQuantile(above, mean)).toBe(k);
      }),
    );
  });

  it("find the count that a hypergeometric tail came from", () => {
    fc.assert(
      fc.property(count(60), count(60), fc.nat(), fc.nat(), (white, black, s1, s2) => {
        const draws = s1 % (white + black + 1);
        const first = Math.max(0, draws - black);
        const k = first + (s2 % (Math.min(white, draws) - first + 1));
        const below = numeric.hypergeometricCdf(k, white, black, draws);
        if (below < 0.999) {
          expect(numeric.hypergeometricQuantile(below, white, black, draws)).toBe(k);
        }
        const above = numeric.hypergeometricSurvival(k, white, black, draws);
        if (above < 0.999) {
          expect(numeric.hypergeometricUpperQuantile(above, white, black, draws)).toBe(k);
        }
      }),
    );
  });

  it("refuse draws beyond the urn and counts that are none", () => {
    expect(() => numeric.hypergeometricPmf(1, 3, 2, 6)).toThrow(
      "hypergeometricPmf: cannot draw 6 balls from an urn of 5",
    );
    expect(() => numeric.binomialPmf(1, 2.5, 0.5)).toThrow(
      "needs n to be an integer of at least 0; got 2.5",
    );
    expect(() => numeric.poissonCdf(1, 0)).toThrow("needs mean above 0 and finite; got 0");
  });
});
