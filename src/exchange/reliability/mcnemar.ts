import { mcNemarTest } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const pair = z.tuple([z.number(), z.number()]);

/** McNemar's test of [[both, only the first], [only the second, neither]]. */
export const mcNemar: Statistic = statistic(
  "mcnemar",
  z.object({ table: z.tuple([pair, pair]), conf_level: confLevel }),
  ({ table, conf_level: level }) => {
    const test = mcNemarTest(table, { level });
    return {
      n: test.n,
      b: test.onlyFirst,
      c: test.onlySecond,
      discordant: test.onlyFirst + test.onlySecond,
      chi2: test.chiSquare.statistic,
      p: test.chiSquare.p,
      chi2_cc: test.chiSquareContinuity.statistic,
      chi2_cc_r: test.chiSquareContinuity.statistic,
      p_cc: test.chiSquareContinuity.p,
      p_exact: test.exact,
      p_midp: test.midP,
      or_conditional: test.oddsRatio.value,
      or_ci_exact: limits(test.oddsRatio.ci),
      diff: test.difference.value,
      diff_wald_ci: limits(test.difference.ci),
      degenerate: test.note,
    };
  },
);
