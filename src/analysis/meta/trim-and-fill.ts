import { betweenStudyVariance, fitAt } from "./between-study-variance.js";
import { checkChoice, checkEffects } from "./effect-columns.js";
import { funnelDesign } from "./egger.js";
import {
  checkPooling,
  emptyPool,
  type PooledEffect,
  type PoolingMethod,
  pooled,
} from "./pool-effects.js";
import { meanDesign } from "./weighted-fit.js";

/** Estimators of the number of missing studies, by Duval and Tweedie's names. */
export type MissingStudies = "L0" | "R0";

/** Side of the funnel on which studies seem to be missing. */
export type FunnelSide = "left" | "right";

/** Duval and Tweedie's trim and fill. */
export interface TrimAndFill {
  readonly method: "trim-and-fill";
  readonly estimator: MissingStudies;
  readonly side: FunnelSide;
  readonly missing: number;
  readonly missingStandardError: number;
  /** The studies that were filled in: mirror images, for the funnel plot. */
  readonly filled: { readonly effects: Float64Array; readonly variances: Float64Array };
  readonly pool: PooledEffect; // with the filled studies, after the observed
  /** "no-convergence": the number of missing studies went in circles; it and the pool read NaN. */
  readonly note?: "no-convergence";
}

const MAX_ROUNDS = 100;

/**
 * The pooled effect after studies that seem to be missing on one side of the funnel are filled in.
 *
 * @param effects - (k) one per study
 * @param variances - (k) their sampling variances, above 0
 * @param method - as in `poolEffects`, for trimming and for the filled pool
 * @param options.estimator - `"L0"` or `"R0"`; `"L0"`
 * @param options.side - where studies are missing; that to which the effects of small studies do not
 *   lean, by meta-regression on the standard error
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on k < 3, equal variances without a side, unknown words, and as `poolEffects`
 * @source [@duval2000]
 */
export function trimAndFill(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  method: PoolingMethod,
  {
    estimator = "L0",
    side,
    level = 0.95,
  }: { estimator?: MissingStudies; side?: FunnelSide; level?: number } = {},
): TrimAndFill {
  checkEffects("trimAndFill", effects, variances, 3);
  checkPooling("trimAndFill", method, level);
  checkChoice("trimAndFill", "estimator", estimator, ["L0", "R0"]);
  if (side !== undefined) checkChoice("trimAndFill", "side", side, ["left", "right"]);
  const chosen = side ?? emptierSide(effects, variances, method);
  const mirror = chosen === "left" ? 1 : -1; // as if studies were missing on the left
  const order = Array.from(effects, (_, i) => i).sort(
    (i, j) => mirror * (effects[i]! - effects[j]!) || i - j,
  );
  const sorted = meanDesign(
    order.map((i) => mirror * effects[i]!),
    order.map((i) => variances[i]!),
  );
  const trimmed = trim(sorted.effects, sorted.variances, method, estimator);
  const base = { method: "trim-and-fill" as const, estimator, side: chosen };
  if (trimmed === undefined) {
    const none = { effects: new Float64Array(0), variances: new Float64Array(0) };
    return {
      ...base,
      missing: Number.NaN,
      missingStandardError: Number.NaN,
      filled: none,
      pool: emptyPool(method, "normal", level),
      note: "no-convergence",
    };
  }
  const { missing, centre } = trimmed;
  const from = order.length - missing;
  const filled = {
    effects: sorted.effects.slice(from).map((y) => mirror * (2 * centre - y)),
    variances: sorted.variances.slice(from),
  };
  const all = meanDesign(
    [...Array.from(effects), ...filled.effects],
    [...Array.from(variances), ...filled.variances],
  );
  return {
    ...base,
    missing,
    missingStandardError: standardErrorOf(missing, trimmed.raw, order.length, estimator),
    filled,
    pool: pooled(all, method, "normal", level),
  };
}

function emptierSide(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  method: PoolingMethod,
): FunnelSide {
  const design = funnelDesign("trimAndFill", effects, variances);
  const tau2 = method === "common-effect" ? 0 : betweenStudyVariance(design, method);
  return fitAt(design, tau2).coefficients[1]! < 0 ? "right" : "left";
}

/** Drops the rightmost studies until the number that the ranks call missing stays as it is. */
function trim(
  effects: Float64Array,
  variances: Float64Array,
  method: PoolingMethod,
  estimator: MissingStudies,
): { missing: number; raw: number; centre: number } | undefined {
  const k = effects.length;
  let missing = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const kept = meanDesign(effects.subarray(0, k - missing), variances.subarray(0, k - missing));
    const centre = pooled(kept, method, "normal", 0.95).estimate.value;
    const raw = countMissing(
      effects.map((y) => y - centre),
      estimator,
    );
    const next = Math.min(k - 1, Math.max(0, Math.round(raw)));
    if (next === missing) return { missing, raw, centre };
    missing = next;
  }
  return undefined;
}

/** From the signed ranks of centred effects, ascending. */
function countMissing(centred: Float64Array, estimator: MissingStudies): number {
  const k = centred.length;
  const order = Array.from(centred, (_, i) => i).sort(
    (i, j) => Math.abs(centred[i]!) - Math.abs(centred[j]!) || i - j,
  );
  let positiveRanks = 0;
  let highestNegative = 0;
  for (const [rank, i] of order.entries()) {
    if (centred[i]! > 0) positiveRanks += rank + 1;
    if (centred[i]! < 0) highestNegative = rank + 1;
  }
  return estimator === "L0"
    ? (4 * positiveRanks - k * (k + 1)) / (2 * k - 1)
    : k - highestNegative - 1;
}

function standardErrorOf(
  missing: number,
  raw: number,
  k: number,
  estimator: MissingStudies,
): number {
  if (estimator === "R0") return Math.sqrt(2 * Math.max(0, missing) + 2);
  const variance =
    (k * (k + 1) * (2 * k + 1) +
      10 * raw ** 3 +
      27 * raw ** 2 +
      17 * raw -
      18 * k * raw ** 2 -
      18 * k * raw +
      6 * k * k * raw) /
    24;
  return (4 * Math.sqrt(Math.max(0, variance))) / (2 * k - 1);
}
