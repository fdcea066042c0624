import { chiSquareSurvival, InvalidInput } from "../../numeric/index.js";
import type { ChiSquare } from "../chi-square.js";
import { checkEffects } from "./effect-columns.js";
import {
  checkPooling,
  type PooledEffect,
  type PoolingMethod,
  type PoolingTest,
  pooled,
} from "./pool-effects.js";
import { meanDesign } from "./weighted-fit.js";

/** Pools of groups of studies, each with its own τ², and the test that they are one. */
export interface SubgroupPools {
  readonly groups: readonly { readonly name: string; readonly pool: PooledEffect }[];
  /** Q between the groups, from their estimates and standard errors. */
  readonly between: ChiSquare;
}

/**
 * Pools each group of studies by itself and tests whether their effects differ.
 *
 * @param effects - (k) one per study
 * @param variances - (k) their sampling variances, above 0
 * @param groups - (k) the group of each study
 * @param method - as in `poolEffects`
 * @param options.level - confidence level; 0.95
 * @param options.test - as in `poolEffects`; `"normal"`
 * @throws InvalidInput on fewer than 2 groups, unequal lengths, and as `poolEffects`
 * @source [@borenstein2009] chapter 19
 */
export function poolSubgroups(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  groups: ArrayLike<string>,
  method: PoolingMethod,
  { level = 0.95, test = "normal" }: { level?: number; test?: PoolingTest } = {},
): SubgroupPools {
  const where = "poolSubgroups";
  checkEffects(where, effects, variances);
  checkPooling(where, method, level, test);
  if (!Array.isArray(groups) || groups.length !== effects.length) {
    const rule = `needs an array with the group of each of ${effects.length} studies`;
    throw new InvalidInput(where, `${rule}; got ${groups?.length ?? groups}`, "different_lengths");
  }
  const rows = new Map<string, number[]>();
  for (const [i, name] of groups.entries()) rows.set(name, [...(rows.get(name) ?? []), i]);
  if (rows.size < 2) {
    throw new InvalidInput(where, `needs at least 2 groups; got ${rows.size}`, "one_group");
  }
  const pools = [...rows].map(([name, members]) => ({
    name,
    pool: pooled(
      meanDesign(
        members.map((i) => effects[i]!),
        members.map((i) => variances[i]!),
      ),
      method,
      test,
      level,
    ),
  }));
  return { groups: pools, between: betweenTest(pools.map(({ pool }) => pool)) };
}

function betweenTest(pools: readonly PooledEffect[]): ChiSquare {
  const df = pools.length - 1;
  if (!pools.every(({ standardError }) => standardError > 0)) {
    return { statistic: Number.NaN, df, p: Number.NaN };
  }
  const between = pooled(
    meanDesign(
      pools.map(({ estimate }) => estimate.value),
      pools.map(({ standardError }) => standardError ** 2),
    ),
    "common-effect",
    "normal",
    0.95,
  );
  const { statistic } = between.q;
  return { statistic, df, p: chiSquareSurvival(statistic, df) };
}
