import { kendallCdf, kendallSurvival, normalSurvival, tieSizes } from "../../numeric/index.js";
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
  let score = 0; // concordant minus discordant pairs
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      score +=
        Math.sign(standardised[i]! - standardised[j]!) * Math.sign(variances[i]! - variances[j]!);
    }
  }
  const pairs = (k * (k - 1)) / 2;
  const ties = [standardised, variances].map((values) => Array.from(tieSizes(values)));
  const [untied1, untied2] = ties.map((sizes) => pairs - pairsWithin(sizes)) as [number, number];
  if (untied1 === 0 || untied2 === 0) {
    return {
      method: "begg",
      k,
      tau: Number.NaN,
      p: Number.NaN,
      exact: false,
      note: "zero-variance",
    };
  }
  const tau = score / Math.sqrt(untied1 * untied2);
  const exact = k <= MOST_EXACT && untied1 === pairs && untied2 === pairs;
  return { method: "begg", k, tau, p: exact ? exactP(score, k) : normalP(score, k, ties), exact };
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

function pairsWithin(sizes: readonly number[]): number {
  return sizes.reduce((total, t) => total + (t * (t - 1)) / 2, 0);
}

function exactP(score: number, k: number): number {
  const concordant = ((k * (k - 1)) / 2 + score) / 2;
  const tail = Math.min(kendallCdf(concordant, k), kendallSurvival(concordant - 1, k));
  return Math.min(1, 2 * tail);
}

/** The variance of the score under ties in both columns. */
function normalP(score: number, k: number, ties: readonly (readonly number[])[]): number {
  const v = (t: number): number => t * (t - 1) * (2 * t + 5);
  const total = (sizes: readonly number[], term: (t: number) => number): number =>
    sizes.reduce((all, t) => all + term(t), 0);
  const [first, second] = ties as [readonly number[], readonly number[]];
  const two = (t: number): number => t * (t - 1);
  const three = (t: number): number => t * (t - 1) * (t - 2);
  const variance =
    (v(k) - total(first, v) - total(second, v)) / 18 +
    (total(first, two) * total(second, two)) / (2 * two(k)) +
    (total(first, three) * total(second, three)) / (9 * three(k));
  return 2 * normalSurvival(Math.abs(score) / Math.sqrt(variance));
}
