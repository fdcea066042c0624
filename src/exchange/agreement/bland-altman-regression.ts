import { blandAltmanRegression } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";
import { levels, pairsOf, xAndY } from "./pairs.js";

/** Limits of agreement that follow the mean of the pair. */
export const blandAltmanRegressionStatistic: Statistic = statistic(
  "bland_altman_regression",
  z.object({ ...xAndY, at: column, ...levels }),
  (input) => {
    const [x, y] = pairsOf(input);
    const { at, loa_level: coverage, conf_level: level } = input;
    const result = blandAltmanRegression(x, y, at, { coverage, level });
    const { bias, spread, constantSpread, changingSpread } = result;
    return {
      n: result.n,
      b0: bias.intercept,
      b1: bias.slope.value,
      se_b0: bias.interceptStandardError,
      se_b1: bias.slope.standardError,
      p_b1: bias.p,
      residual_sd: bias.residualSd,
      c0: spread.intercept,
      c1: spread.slope.value,
      se_c1: spread.slope.standardError,
      p_c1: spread.p,
      homoscedastic: {
        bias: constantSpread.map((limits) => limits.bias),
        lower: constantSpread.map((limits) => limits.lower),
        upper: constantSpread.map((limits) => limits.upper),
      },
      heteroscedastic: {
        sd: changingSpread.map((limits) => limits.sd),
        lower: changingSpread.map((limits) => limits.lower),
        upper: changingSpread.map((limits) => limits.upper),
      },
      degenerate: result.note,
    };
  },
);
