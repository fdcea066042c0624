import { cochranQ } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { completeRows, matrix } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";

/** Cochran's Q of findings 0 and 1 by several raters. */
export const cochranQStatistic: Statistic = statistic(
  "cochran_q",
  z.object({ ratings: matrix }),
  ({ ratings }) => {
    const rows = completeRows(ratings);
    const test = cochranQ(rows);
    return {
      n: test.n,
      k: test.successes.length,
      Q: test.statistic,
      df: test.df,
      p: test.p,
      p_exact: test.exact,
      column_totals: Array.from(test.successes),
      degenerate: test.note,
    };
  },
);
