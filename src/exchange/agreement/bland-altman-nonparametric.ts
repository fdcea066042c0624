import {
  blandAltmanNonparametric,
  coverageProbability,
  type OrderStatisticInterval,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import type { QuantileType } from "../../numeric/index.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";
import { levels, pairsOf, xAndY } from "./pairs.js";

const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Limits of agreement by quantiles of the differences. */
export const blandAltmanNonparametricStatistic: Statistic = statistic(
  "bland_altman_nonparametric",
  z.object({ ...xAndY, delta: z.number().nullish(), ...levels }),
  (input) => {
    const [x, y] = pairsOf(input);
    const { delta, loa_level: coverage, conf_level: level } = input;
    const result = blandAltmanNonparametric(x, y, { coverage, level });
    const { lowerLimit, median, upperLimit, signedRank } = result;
    const quantiles = [lowerLimit, median, upperLimit];
    return {
      n: result.n,
      median: median.value,
      probs: result.probabilities,
      quantiles: Object.fromEntries(
        TYPES.map((type) => [`type${type}`, quantiles.map(({ byType }) => byType[type])]),
      ),
      harrell_davis: quantiles.map(({ harrellDavis }) => harrellDavis),
      median_ci: byRanks(median.ci),
      lower_ci: byRanks(lowerLimit.ci),
      upper_ci: byRanks(upperLimit.ci),
      within_delta: delta == null ? undefined : within(x, y, delta, level),
      wilcoxon_signed_rank: {
        V: signedRank.v,
        n_nonzero: signedRank.nNonzero,
        p: signedRank.p,
        exact: false,
        p_exact: signedRank.pExact,
      },
    };
  },
);

function byRanks({ rankLower, rankUpper, lower, upper, coverage }: OrderStatisticInterval): Answer {
  return { rank_lower: rankLower, rank_upper: rankUpper, lower, upper, coverage };
}

function within(x: readonly number[], y: readonly number[], delta: number, level: number): Answer {
  const { empirical } = coverageProbability(x, y, delta, { level });
  return {
    count: empirical.count,
    proportion: empirical.value,
    ci_clopper_pearson: limits(empirical.intervals.exact),
  };
}
