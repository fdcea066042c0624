import { kendallW as concordance, friedmanTest } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { completeRows, matrix } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";

const schema = z.object({ ratings: matrix });

/** Kendall's W of subjects ranked within raters, and Friedman's test of the raters. */
export const kendallW: Statistic = statistic("kendall_w", schema, ({ ratings }) => {
  const rows = completeRows(ratings);
  const result = concordance(rows);
  const { statistic, df, p } = friedmanTest(rows);
  return {
    n: result.n,
    k: result.k,
    w_tie_corrected: result.w,
    chi2_tie_corrected: result.statistic,
    df: result.df,
    p_tie_corrected: result.p,
    w_uncorrected: result.wUncorrected,
    friedman_raters: { chi2: statistic, df, p },
  };
});
