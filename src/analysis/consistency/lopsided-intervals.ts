import type { EffectFamily } from "./effect-measures.js";
import type { ScaleSymmetry, Triple } from "./interval-symmetry.js";

/**
 * How lopsided an interval of a ratio may be on the log scale, by its width there: the longer side
 * over the shorter is at most 1.3 + 0.4 × width.
 *
 * By enumeration (test/analysis/consistency/lopsided-intervals.test.ts): of all fourfold tables with up to 25 patients an
 * arm, the exact, mid-p, Woolf and Haldane–Anscombe intervals of the odds ratio about the sample,
 * the conditional and the corrected odds ratio stay below 1 + 0.35 × width, and so does the exact
 * interval of a rate against a rate known without error, the most lopsided of all. The rest is
 * left for profile likelihoods and the noise of bootstraps.
 */
const RATIO_LOPSIDED = { base: 1.3, perWidth: 0.4 } as const;

/**
 * The score intervals of a ratio of risks (Koopman, Miettinen and Nurminen) are more lopsided where
 * a risk is near 1: by the same enumeration, over arms of at least five and at most four to one,
 * by these ratios up to these widths on the log scale, the longer side pointing away from 1 unless
 * the ratio is near 1 itself.
 */
const RISK_RATIO_LOPSIDED: readonly { readonly upTo: number; readonly ratio: number }[] = [
  { upTo: 1.4, ratio: 5 },
  { upTo: 2.25, ratio: 3 },
];
const NEAR_ONE = 1.4;

/** Intervals of means are even; bias-corrected bootstraps and those of Hedges's g stay below this. */
const DIFFERENCE_LOPSIDED = 2;

/**
 * Intervals of a difference of risks by Newcombe, Mee or Miettinen and Nurminen reach towards no
 * difference as far as the smaller arm lets them, and away from it no farther than the interval of
 * a single risk of that size: a side so many times the other, up to a difference of that size.
 */
const RISK_DIFFERENCE_LOPSIDED: readonly (readonly [upTo: number, ratio: number])[] = [
  [0.2, 6],
  [0.5, 3],
  [1, 2],
];

/** The largest ratio of the two sides that a usual interval has, by the scale it was judged on. */
export interface LopsidedBound {
  readonly ratio: number;
  readonly symmetry: ScaleSymmetry;
}

/**
 * What the longer side of an interval over the shorter can be for a family of measures, by any of
 * exact, mid-p, score, profile and bootstrap intervals; undefined where there is no bound.
 */
export function lopsidedBound(
  family: EffectFamily,
  scales: readonly ScaleSymmetry[],
  triple: Triple,
): LopsidedBound | undefined {
  const on = (scale: ScaleSymmetry["scale"]): ScaleSymmetry | undefined =>
    scales.find((one) => one.scale === scale);
  if (family === "ratio" || family === "risk-ratio") {
    const symmetry = on("log");
    if (symmetry === undefined || !Number.isFinite(symmetry.width)) return undefined;
    const isRisk = family === "risk-ratio";
    return {
      symmetry,
      ratio: isRisk ? riskRatioBound(symmetry, triple) : ratioBound(symmetry.width),
    };
  }
  const symmetry = on("natural");
  if (symmetry === undefined) return undefined;
  if (family === "log-ratio") {
    // A coefficient may be of any regression, so the wider of the two bounds holds.
    return { symmetry, ratio: Math.max(DIFFERENCE_LOPSIDED, ratioBound(symmetry.width)) };
  }
  if (family === "difference") return { symmetry, ratio: DIFFERENCE_LOPSIDED };
  return family === "risk-difference" ? riskDifferenceBound(symmetry, triple) : undefined;
}

function riskDifferenceBound(
  symmetry: ScaleSymmetry,
  { lower, estimate, upper }: Triple,
): LopsidedBound | undefined {
  const isPercent = Math.max(-lower.lower, upper.upper) > 1.5;
  const whole = isPercent ? 100 : 1;
  const awayFromNothing =
    (estimate.lower > 0 && symmetry.longerSide === "upper") ||
    (estimate.upper < 0 && symmetry.longerSide === "lower");
  if (!awayFromNothing) return undefined;
  const size = Math.min(Math.abs(estimate.lower), Math.abs(estimate.upper)) / whole;
  const ratio = RISK_DIFFERENCE_LOPSIDED.find(([upTo]) => size <= upTo)?.[1];
  return ratio === undefined ? undefined : { symmetry, ratio };
}

/** Where the risks are near 1, the score interval of their ratio ends there on one side. */
function riskRatioBound(symmetry: ScaleSymmetry, { estimate }: Triple): number {
  const { width, longerSide } = symmetry;
  const general = ratioBound(width);
  const isNearOne = estimate.upper >= 1 / NEAR_ONE && estimate.lower <= NEAR_ONE;
  const isAwayFromOne = longerSide === (estimate.upper < 1 ? "lower" : "upper");
  const { ratio } = RISK_RATIO_LOPSIDED.find(({ upTo }) => width <= upTo) ?? { ratio: 0 };
  return isNearOne || isAwayFromOne ? Math.max(ratio, general) : general;
}

function ratioBound(width: number): number {
  return RATIO_LOPSIDED.base + RATIO_LOPSIDED.perWidth * width;
}
