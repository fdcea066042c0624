import { blandAltmanPercent } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { levels, pairsOf, xAndY } from "./pairs.js";

/** Limits of agreement in percent of the mean of each pair. */
export const blandAltmanPercentStatistic: Statistic = statistic(
  "bland_altman_percent",
  z.object({ ...xAndY, ...levels }),
  (input) => {
    const [x, y] = pairsOf(input);
    const result = blandAltmanPercent(x, y, { coverage: input.loa_level, level: input.conf_level });
    const { bias, sd, lowerLimit, upperLimit } = result;
    return {
      n: result.n,
      bias: bias.value,
      sd: sd.value,
      bias_ci: limits(bias.ci),
      loa_lower: lowerLimit.value,
      loa_upper: upperLimit.value,
      loa_lower_ci_1999: limits(lowerLimit.intervals.approximate1999),
      loa_upper_ci_1999: limits(upperLimit.intervals.approximate1999),
      loa_lower_ci_exact: limits(lowerLimit.intervals.exact),
      loa_upper_ci_exact: limits(upperLimit.intervals.exact),
      degenerate: result.note,
    };
  },
);
