import { blandAltmanLog } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { levels, pairsOf, xAndY } from "./pairs.js";

/** Limits of agreement as ratios. */
export const blandAltmanLogStatistic: Statistic = statistic(
  "bland_altman_log",
  z.object({ ...xAndY, ...levels }),
  (input) => {
    const [x, y] = pairsOf(input);
    const result = blandAltmanLog(x, y, { coverage: input.loa_level, level: input.conf_level });
    const { bias, lowerLimit, upperLimit, slopes } = result;
    return {
      n: result.n,
      log_bias: result.logBias,
      log_sd: result.logSd,
      ratio_bias: bias.value,
      ratio_bias_ci: limits(bias.ci),
      ratio_loa_lower: lowerLimit.value,
      ratio_loa_upper: upperLimit.value,
      ratio_loa_lower_ci_1999: limits(lowerLimit.intervals.approximate1999),
      ratio_loa_upper_ci_1999: limits(upperLimit.intervals.approximate1999),
      ratio_loa_lower_ci_exact: limits(lowerLimit.intervals.exact),
      ratio_loa_upper_ci_exact: limits(upperLimit.intervals.exact),
      mean_scaled_slope_lower: slopes.lower,
      mean_scaled_slope_upper: slopes.upper,
      degenerate: result.note,
    };
  },
);
