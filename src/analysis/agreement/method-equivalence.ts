import {
  InvalidInput,
  noncentralTSurvival,
  noncentralTUpperQuantile,
  normalUpperQuantile,
  tSurvival,
  tUpperQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkFinite, shown } from "../columns.js";
import type { Interval } from "../estimate.js";
import { pairedDifferences } from "./paired-differences.js";

/** Two one-sided tests against the margin; small p values say that both sides are within it. */
export interface OneSidedPair {
  readonly pLower: number; // of the hypothesis that the lower side is at or below −margin
  readonly pUpper: number; // of the hypothesis that the upper side is at or above +margin
  readonly p: number; // the larger
  readonly isEquivalent: boolean; // p below alpha
}

/** Whether two methods agree within a margin, in the unit of the measurements. */
export interface MethodEquivalence {
  readonly method: "method-equivalence";
  readonly n: number;
  readonly margin: number;
  readonly alpha: number;
  readonly coverage: number;
  readonly bias: number;
  readonly sd: number;
  /** The mean difference is within ±margin. */
  readonly ofBias: OneSidedPair & { readonly ci: Interval }; // of level 1 − 2 alpha
  /** Both limits of agreement are within ±margin: `coverage` of all differences are, tails apart. */
  readonly ofLimits: OneSidedPair & {
    readonly lowerBound: number; // lower limit, one-sided bound at 1 − alpha
    readonly upperBound: number; // upper limit, likewise
  };
  /** "zero-variance": the differences are one constant; the p values read NaN. */
  readonly note?: "zero-variance";
}

/**
 * Equivalence of two methods: the mean difference, and then the limits of agreement, tested against
 * ±`margin` by two one-sided tests each.
 *
 * The first asks about the average patient, the second about nearly every one. For the limits,
 * √n·(margin − d̄)/s is non-central t when the limit is at the margin.
 *
 * @param test - (n) one value per subject by the method under study
 * @param reference - (n) the same subjects, same order, same unit
 * @param margin - largest difference without clinical consequence, above 0
 * @param options.coverage - share of differences the limits should hold; 0.95
 * @param options.alpha - error of each one-sided test; 0.05
 * @throws InvalidInput on unequal lengths, n < 2, non-finite values, a margin not above 0, alpha outside
 *   (0, ½), or a coverage outside (0, 1)
 * @source [@schuirmann1987] two one-sided tests, [@carkeet2015] distribution of a limit
 */
export function methodEquivalence(
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  margin: number,
  { coverage = 0.95, alpha = 0.05 }: { coverage?: number; alpha?: number } = {},
): MethodEquivalence {
  const where = "methodEquivalence";
  checkLevel(where, coverage);
  checkFinite(where, "alpha", alpha);
  if (!(alpha > 0 && alpha < 0.5)) {
    throw new InvalidInput(where, `needs alpha between 0 and ½; got ${alpha}`, "level");
  }
  checkFinite(where, "margin", margin);
  if (!(margin > 0)) {
    throw new InvalidInput(where, `needs a margin above 0; got ${shown(margin)}`, "margin");
  }
  const { n, mean, sd, isConstant } = pairedDifferences(where, test, reference);
  const root = Math.sqrt(n);
  const standardError = sd / root;
  const ncp = normalUpperQuantile((1 - coverage) / 2) * root;
  const [toLower, toUpper] = [(margin + mean) / standardError, (margin - mean) / standardError];
  const decided = (pLower: number, pUpper: number): OneSidedPair => {
    const [lower, upper] = isConstant ? [Number.NaN, Number.NaN] : [pLower, pUpper];
    const p = Math.max(lower, upper);
    return { pLower: lower, pUpper: upper, p, isEquivalent: p < alpha };
  };
  const reach = tUpperQuantile(alpha, n - 1) * standardError;
  const reachOfLimit = noncentralTUpperQuantile(alpha, n - 1, ncp) * standardError;
  const ofLimit = (t: number): number =>
    isConstant ? Number.NaN : noncentralTSurvival(t, n - 1, ncp);
  return {
    method: "method-equivalence",
    n,
    margin,
    alpha,
    coverage,
    bias: mean,
    sd,
    ofBias: {
      ...decided(tSurvival(toLower, n - 1), tSurvival(toUpper, n - 1)),
      ci: { lower: mean - reach, upper: mean + reach, level: 1 - 2 * alpha },
    },
    ofLimits: {
      ...decided(ofLimit(toLower), ofLimit(toUpper)),
      lowerBound: mean - reachOfLimit,
      upperBound: mean + reachOfLimit,
    },
    ...(isConstant ? { note: "zero-variance" as const } : {}),
  };
}
