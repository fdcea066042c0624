import { descriptiveStatistics, type ShapeMeasure } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type QuantileType, quantile, shapiroWilk } from "../../numeric/index.js";
import { column, confLevel, present } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const schema = z.object({ x: column, conf_level: confLevel });
const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const SHAPIRO_WILK = { fewest: 3, most: 5000 };

/** A column described, with its quartiles by nine definitions and a test of normality. */
export const descriptive: Statistic = statistic("descriptive", schema, (input) => {
  const x = present(input.x);
  const counts = { n: x.length, n_missing: input.x.length - x.length };
  if (x.length === 0) return { ...counts, error: "empty" };
  const found = descriptiveStatistics(x, { level: input.conf_level });
  const { fewest, most } = SHAPIRO_WILK;
  const isTestable = x.length >= fewest && x.length <= most;
  return {
    ...counts,
    mean: found.mean,
    median: found.median,
    min: found.min,
    max: found.max,
    sum: found.sum,
    fivenum: found.fiveNumbers,
    quartiles: Object.fromEntries(
      TYPES.map((type) => [
        `type${type}`,
        [quantile(x, 0.25, { type }), quantile(x, 0.75, { type })],
      ]),
    ),
    mad: found.mad,
    trimmed_mean_10: found.trimmedMean,
    var: found.variance,
    sd: found.sd,
    se: found.standardError,
    mean_ci: limits(found.meanCi),
    cv: found.coefficientOfVariation,
    geometric_mean: found.geometricMean,
    geometric_sd: found.geometricSd,
    skew: byType(found.skewness),
    kurtosis_excess: byType(found.excessKurtosis),
    shapiro_wilk: isTestable ? shapiroWilk(x) : null,
    mode_count: found.modeCount,
  };
});

/** In the order of psych's types 1 to 3. */
function byType({ moment, adjusted, sampleSd }: ShapeMeasure): [number, number, number] {
  return [moment, adjusted, sampleSd];
}
