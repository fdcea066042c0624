import { passingBablok as regression } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const schema = z.object({ x: column, y: column, conf_level: confLevel });

/** Passing–Bablok regression, limits by the ranks of 1983. */
export const passingBablok: Statistic = statistic("passing_bablok", schema, (input) => {
  const [x, y] = completePairs(input.x, input.y);
  const fit = regression(x, y, { level: input.conf_level });
  const { linearity } = fit;
  const coefficients = {
    slope: fit.slope.value,
    intercept: fit.intercept.value,
    slope_ci: limits(fit.slope.ci),
    intercept_ci: limits(fit.intercept.ci),
  };
  return {
    n: fit.n,
    n_slopes: fit.slopes,
    offset_K: fit.offset,
    ...coefficients,
    formula_1983: coefficients,
    cusum: {
      above: linearity.above,
      below: linearity.below,
      max_abs_cusum: linearity.maxCusum,
      H: linearity.h,
      p: linearity.p,
    },
    kendall_tau: fit.kendallTau,
  };
});
