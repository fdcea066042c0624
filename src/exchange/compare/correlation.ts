import {
  kendallCorrelation,
  pearsonCorrelation,
  spearmanCorrelation,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const INPUT = z.object({ x: column, y: column, conf_level: confLevel });

/** `correlation`: two measurements on the same subjects by Pearson, Spearman and Kendall. */
export const correlation: Statistic = statistic(
  "correlation",
  INPUT,
  ({ x, y, conf_level: level }) => {
    const pairs = completePairs(x, y);
    const pearson = pearsonCorrelation(...pairs, { level });
    const spearman = spearmanCorrelation(...pairs, { level });
    const kendall = kendallCorrelation(...pairs, { level });
    return {
      n: pearson.n,
      pearson: {
        r: pearson.r.value,
        t: pearson.t,
        df: pearson.df,
        p: pearson.p,
        ci: limits(pearson.r.ci),
      },
      spearman: { rho: spearman.rho.value, p_t_approx: spearman.p, p_exact: spearman.exact },
      kendall: {
        tau_b: kendall.tauB.value,
        z: kendall.z,
        p_normal: kendall.p,
        p_exact: kendall.exact,
      },
    };
  },
);
