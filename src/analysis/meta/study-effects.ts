import { checkRange } from "./effect-columns.js";
import {
  emptyPool,
  type PooledEffect,
  type PoolingMethod,
  type PoolingTest,
  pooled,
} from "./pool-effects.js";
import { meanDesign } from "./weighted-fit.js";

/** An effect and its sampling variance for each study; both NaN where a study tells nothing of the effect. */
export interface StudyEffects {
  readonly effects: Float64Array; // (k)
  readonly variances: Float64Array; // (k)
}

/** A pool of effects that were computed from each study's counts or means. */
export interface PooledStudyEffects extends PooledEffect {
  /** Rows of the studies in the pool, in the order of `studies`. */
  readonly used: readonly number[];
}

/** Pools the studies that have an effect; without any, everything of the pool reads NaN. */
export function poolStudyEffects(
  { effects, variances }: StudyEffects,
  method: PoolingMethod,
  test: PoolingTest,
  level: number,
): PooledStudyEffects {
  const used: number[] = [];
  for (let i = 0; i < effects.length; i++) {
    if (Number.isFinite(effects[i]) && variances[i]! > 0) used.push(i);
  }
  if (used.length === 0) return { ...emptyPool(method, test, level), used };
  const kept = (values: Float64Array): number[] => used.map((i) => values[i]!);
  const design = meanDesign(kept(effects), kept(variances));
  checkRange("poolStudyEffects", design.effects, design.variances);
  return { ...pooled(design, method, test, level), used };
}
