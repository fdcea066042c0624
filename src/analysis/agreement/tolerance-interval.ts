import {
  brent,
  chiSquareSurvival,
  chiSquareUpperQuantile,
  foldedNormalQuantile,
  gaussLegendre,
  noncentralTQuantile,
  normalUpperQuantile,
  tUpperQuantile,
} from "../../numeric/index.js";
import { remembering } from "../../numeric/remembering.js";
import type { Interval } from "../estimate.js";
import { checkCoverageAndLevel } from "./bland-altman.js";
import type { CoverageAndLevel } from "./limits-of-agreement.js";
import { pairedDifferences } from "./paired-differences.js";

/** An interval mean ± factor × SD of differences, in the unit of the measurements. */
export interface ScaledInterval extends Interval {
  readonly factor: number;
}

/** Intervals that hold a share of all future differences of two methods, not only of these. */
export interface ToleranceInterval {
  readonly method: "tolerance-interval";
  readonly n: number;
  readonly coverage: number;
  readonly mean: number; // of the differences
  readonly sd: number;
  readonly exact: ScaledInterval; // holds `coverage` of the differences with confidence `level`
  readonly howe: ScaledInterval; // approximation
  /** Factor of a one-sided tolerance limit, mean + factor × SD or mean − factor × SD. */
  readonly oneSidedFactor: number;
  readonly prediction: ScaledInterval; // holds one future difference with probability `level`
  /** "zero-variance": the differences are one constant. */
  readonly note?: "zero-variance";
}

const NODES = 100;
const FARTHEST = 9; // standard errors of the mean beyond which the normal weight is below 1e-18

/**
 * Tolerance interval of the differences between two methods, for normal differences: limits of
 * agreement that hold `coverage` of the population with confidence `level`.
 *
 * @param test - (n) one value per subject by the method under study
 * @param reference - (n) the same subjects, same order, same unit
 * @param options.coverage - share of the differences to hold; 0.95
 * @param options.level - confidence that it is held; 0.95
 * @throws InvalidInput on unequal lengths, n < 2, non-finite values, or a level outside (0, 1)
 * @source [@krishnamoorthy2009] exact factor by quadrature, [@howe1969] approximation
 */
export function toleranceInterval(
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  { coverage = 0.95, level = 0.95 }: Partial<CoverageAndLevel> = {},
): ToleranceInterval {
  checkCoverageAndLevel("toleranceInterval", { coverage, level });
  const { n, mean, sd, isConstant } = pairedDifferences("toleranceInterval", test, reference);
  const scaled = (factor: number): ScaledInterval => ({
    lower: mean - factor * sd,
    upper: mean + factor * sd,
    level,
    factor,
  });
  const howe = howeFactor(n, { coverage, level });
  return {
    method: "tolerance-interval",
    n,
    coverage,
    mean,
    sd,
    exact: scaled(exactFactor(n, coverage, level)),
    howe: scaled(howe),
    oneSidedFactor: oneSidedFactor(n, coverage, level),
    prediction: scaled(tUpperQuantile((1 - level) / 2, n - 1) * Math.sqrt(1 + 1 / n)),
    ...(isConstant ? { note: "zero-variance" as const } : {}),
  };
}

/** √n·(quantile − x̄)/s is non-central t. */
const oneSidedFactor = remembering((n: number, coverage: number, level: number): number => {
  const root = Math.sqrt(n);
  return noncentralTQuantile(level, n - 1, normalUpperQuantile(1 - coverage) * root) / root;
});

function howeFactor(n: number, { coverage, level }: CoverageAndLevel): number {
  const z = normalUpperQuantile((1 - coverage) / 2);
  return z * Math.sqrt(((1 + 1 / n) * (n - 1)) / chiSquareUpperQuantile(level, n - 1));
}

/**
 * The k for which x̄ ± k·s holds the coverage with confidence `level`: given how far x̄ is from the
 * mean, s must reach a multiple of σ; its chance is averaged over the normal distribution of x̄.
 */
const exactFactor = remembering((n: number, coverage: number, level: number): number => {
  const df = n - 1;
  const near = howeFactor(n, { coverage, level });
  const { nodes, weights } = gaussLegendre(NODES);
  const density = Math.sqrt(2 / Math.PI) * (FARTHEST / 2); // both halves of the normal, and dz of the rule
  const terms = Array.from(nodes, (node, i) => {
    const z = (FARTHEST / 2) * (node + 1); // standard errors
    const reach = foldedNormalQuantile(coverage, z / Math.sqrt(n)); // standard deviations
    return { reach, weight: density * weights[i]! * Math.exp(-0.5 * z * z) };
  });
  const confidence = (k: number): number =>
    terms.reduce(
      (sum, { reach, weight }) => sum + weight * chiSquareSurvival(df * (reach / k) ** 2, df),
      0,
    );
  let [low, high] = [near / 2, 2 * near];
  while (confidence(low) > level) low /= 2;
  while (confidence(high) < level) high *= 2;
  return brent((k) => confidence(k) - level, low, high);
});
