import { InvalidInput, normalSurvival, normalUpperQuantile } from "../../numeric/index.js";
import { checkEffects } from "./effect-columns.js";

/** Rosenthal's file drawer number. */
export interface FailSafeN {
  readonly method: "rosenthal";
  readonly n: number; // null studies that would bring p to alpha
  readonly p: number; // one-sided, of the studies' summed z
}

/** A count this close to a whole number is that number. */
const WHOLE = 2 ** -26;

/**
 * How many studies of mean z 0 would have to lie in drawers for Stouffer's one-sided p to reach alpha.
 *
 * Kept because readers ask for it; it ignores effect sizes and heterogeneity.
 *
 * @param effects - (k) one per study
 * @param variances - (k) their sampling variances, above 0
 * @param options.alpha - one-sided; 0.05
 * @throws InvalidInput on bad columns, or an alpha outside (0, 0.5)
 * @source [@rosenthal1979]
 */
export function failSafeN(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  { alpha = 0.05 }: { alpha?: number } = {},
): FailSafeN {
  checkEffects("failSafeN", effects, variances);
  if (!(typeof alpha === "number" && alpha > 0 && alpha < 0.5)) {
    throw new InvalidInput("failSafeN", `needs an alpha between 0 and 0.5; got ${alpha}`, "level");
  }
  const k = effects.length;
  let total = 0;
  for (let i = 0; i < k; i++) total += effects[i]! / Math.sqrt(variances[i]!);
  const z = Math.abs(total) / Math.sqrt(k);
  const needed = Math.max(0, k * (z / normalUpperQuantile(alpha)) ** 2 - k);
  const nearest = Math.round(needed);
  const n = Math.abs(needed - nearest) < WHOLE ? nearest : Math.ceil(needed);
  return { method: "rosenthal", n, p: normalSurvival(z) };
}
