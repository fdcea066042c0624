import {
  beggTest,
  cumulativePool,
  eggerTest,
  failSafeN,
  leaveOneOut,
  mixedEggerTest,
  trimAndFill,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

/** Funnel plot asymmetry and what single studies do to the pool. */
export const metaBias: Statistic = statistic(
  "meta_bias",
  z.object({ yi: column, vi: column, conf_level: confLevel }),
  ({ yi, vi, conf_level: level }) => {
    const [effects, variances] = completePairs(yi, vi);
    const egger = eggerTest(effects, variances, { level });
    const mixed = mixedEggerTest(effects, variances, "reml", { level });
    const begg = beggTest(effects, variances);
    const filled = trimAndFill(effects, variances, "dersimonian-laird", { level });
    const without = leaveOneOut(effects, variances, "dersimonian-laird", { level });
    return {
      k: effects.length,
      egger: {
        intercept: egger.bias.value,
        se: egger.standardError,
        t: egger.statistic,
        df: egger.df,
        p: egger.p,
      },
      egger_rma_reml: { z: mixed.statistic, p: mixed.p },
      begg: { tau: begg.tau, p: begg.p },
      trim_fill_l0: {
        k0: filled.missing,
        side: filled.side,
        estimate: filled.pool.estimate.value,
        ci: limits(filled.pool.estimate.ci),
      },
      leave_one_out_dl: {
        estimate: without.estimates,
        ci_lower: without.lower,
        ci_upper: without.upper,
        tau2: without.tau2,
      },
      cumulative_dl: {
        estimate: cumulativePool(effects, variances, "dersimonian-laird").estimates,
      },
      fail_safe_n_rosenthal: failSafeN(effects, variances).n,
    };
  },
);
