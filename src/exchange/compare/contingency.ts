import {
  cochranArmitage,
  contingencyTable,
  freemanHaltonTest,
  linearByLinear,
  type TrendTest,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { number } from "../input.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";

const INPUT = z.object({ table: z.array(z.array(number)) });

/** `contingency`: a table of counts, rows groups, columns outcomes. */
export const contingency: Statistic = statistic("contingency", INPUT, ({ table }): Answer => {
  const got = contingencyTable(table);
  const { statistic: m2, p } = linearByLinear(table);
  const trend = trendOf(table);
  return {
    n: got.n,
    chi2: got.pearson.statistic,
    df: got.pearson.df,
    p: got.pearson.p,
    g: got.likelihoodRatio.statistic,
    p_g: got.likelihoodRatio.p,
    min_expected: got.smallestExpected,
    cramers_v: got.cramersV.value,
    fisher_p: freemanHaltonTest(table).p,
    linear_by_linear: { m2, p },
    cochran_armitage: trend && { chi2: trend.statistic, p: trend.p },
  };
});

/** The trend of proportions, where one side of the table has two categories; groups of none have no say. */
function trendOf(table: readonly (readonly number[])[]): TrendTest | undefined {
  const byGroup =
    table[0]!.length === 2
      ? table
      : table.length === 2
        ? table[0]!.map((count, j) => [count, table[1]![j]!])
        : [];
  const arms = byGroup
    .map(([count, other], i) => ({ count: count!, n: count! + other!, score: i + 1 }))
    .filter(({ n }) => n > 0);
  if (arms.length < 2) return undefined;
  return cochranArmitage(arms, { scores: arms.map(({ score }) => score) });
}
