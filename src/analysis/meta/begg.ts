import { normalSurvival } from "../../numeric/index.js";
import { exactKendallP, kendallScore } from "../compare/kendall-score.js";
import { checkEffects } from "./effect-columns.js";

/** Begg and Mazumdar's rank test of funnel plot asymmetry. */
export interface BeggTest {
  readonly method: "begg";
  readonly k: number;
  readonly tau: number; // Kendall's tau-b of standardised effects and variances
  readonly p: number; // two-sided
  readonly exact: boolean; // false: normal approximation, for ties or many studies
  /** "zero-variance": effects or variances are all equal; tau and p read NaN. */
  readonly note?: "zero-variance";
}

const MOST_EXACT = 100; // studies; beyond, the normal approximation is good to 3 digits of p

/**
 * Rank correlation of the effects, standardised about the common effect, with their variances.
 *
 * p is exact without ties up to 100 studies, else normal with the variance that ties leave, without
 * continuity correction.
 *
 * @param effects - (k) one per study
 * @param variances - (k) their sampling variances, above 0
 * @throws InvalidInput on k < 3, unequal lengths, non-finite values or a variance that is not above 0
 * @source [@begg1994], [@kendall1938]
 */
export function beggTest(effects: ArrayLike<number>, variances: ArrayLike<number>): BeggTest {
  checkEffects("beggTest", effects, variances, 3);
  const k = effects.length;
  const standardised = standardisedEffects(effects, variances);
  const score = kendallScore(standardised, variances);
  const common = { method: "begg", k, tau: score.tauB } as const;
  if (Number.isNaN(score.tauB)) {
    return { ...common, p: Number.NaN, exact: false, note: "zero-variance" };
  }
  const exact = k <= MOST_EXACT && !score.hasTies;
  const z = Math.abs(score.excess) / Math.sqrt(score.variance);
  return { ...common, p: exact ? exactKendallP(score) : 2 * normalSurvival(z), exact };
}

function standardisedEffects(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
): Float64Array {
  let [totalWeight, weighted] = [0, 0];
  for (let i = 0; i < effects.length; i++) {
    totalWeight += 1 / variances[i]!;
    weighted += effects[i]! / variances[i]!;
  }
  const common = weighted / totalWeight;
  return Float64Array.from(
    effects,
    (y, i) => (y - common) / Math.sqrt(variances[i]! - 1 / totalWeight),
  );
}
