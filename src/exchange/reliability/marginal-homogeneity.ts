import { bhapkarTest, bowkerTest, stuartMaxwellTest } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { matrix } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";

/** Bowker's, Stuart and Maxwell's and Bhapkar's tests of a square table. */
export const marginalHomogeneity: Statistic = statistic(
  "marginal_homogeneity",
  z.object({ table: matrix }),
  ({ table }) => {
    const bowker = bowkerTest(table);
    const stuartMaxwell = stuartMaxwellTest(table);
    const bhapkar = bhapkarTest(table);
    return {
      n: bowker.n,
      bowker: {
        chi2: bowker.statistic,
        df: bowker.df,
        df_full: bowker.fullDf,
        p: bowker.p,
        p_df_full: bowker.fullDfP,
      },
      stuart_maxwell: {
        chi2: stuartMaxwell.statistic,
        df: stuartMaxwell.df,
        p: stuartMaxwell.p,
      },
      bhapkar: { chi2: bhapkar.statistic, df: bhapkar.df, p: bhapkar.p },
      degenerate: bowker.note,
    };
  },
);
