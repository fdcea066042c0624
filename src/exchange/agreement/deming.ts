import {
  type DemingRegression,
  demingRegression,
  weightedDemingRegression,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel, number } from "../input.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";

const schema = z.object({
  x: column,
  y: column,
  error_ratio: number.default(1),
  conf_level: confLevel,
});

/** Deming regression with both kinds of standard errors. */
export const deming: Statistic = statistic("deming", schema, (input) => {
  const [x, y] = completePairs(input.x, input.y);
  const fitWith = (errors: "analytical" | "jackknife"): Answer =>
    coefficients(demingRegression(x, y, input.error_ratio, { errors, level: input.conf_level }));
  return { n: x.length, analytical: fitWith("analytical"), jackknife: fitWith("jackknife") };
});

/** Linnet's weighted Deming regression with jackknife errors. */
export const demingWeighted: Statistic = statistic("deming_weighted", schema, (input) => {
  const [x, y] = completePairs(input.x, input.y);
  const level = input.conf_level;
  const fit = weightedDemingRegression(x, y, input.error_ratio, { level });
  return { n: fit.n, ...coefficients(fit) };
});

function coefficients(fit: DemingRegression): Answer {
  return {
    intercept: fit.intercept.value,
    slope: fit.slope.value,
    intercept_ci: limits(fit.intercept.ci),
    slope_ci: limits(fit.slope.ci),
    se_intercept: fit.intercept.standardError,
    se_slope: fit.slope.standardError,
  };
}
