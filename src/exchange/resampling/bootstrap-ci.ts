import { z } from "../../data/schema.js";
import {
  basicInterval,
  bcaInterval,
  mean,
  normalInterval,
  percentileInterval,
  plainPercentileInterval,
  sampleStandardDeviation,
} from "../../numeric/index.js";
import { column, confLevel, number, present } from "../input.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";

const schema = z.object({
  estimate: number,
  replicates: column,
  influence: column.nullish(),
  conf_level: confLevel,
});

/** Bootstrap intervals from given replicates. */
export const bootstrapCi: Statistic = statistic("bootstrap_ci", schema, (input) => {
  const { estimate, influence, conf_level: level } = input;
  const replicates = present(input.replicates);
  const percentile = limits(percentileInterval(replicates, level));
  return {
    bias: mean(replicates) - estimate,
    se: sampleStandardDeviation(replicates),
    normal: limits(normalInterval(estimate, replicates, level)),
    percentile,
    basic: limits(basicInterval(estimate, replicates, level)),
    percentile_type7: limits(plainPercentileInterval(replicates, level)),
    ...(influence && bca(estimate, replicates, present(influence), level)),
  };
});

function bca(estimate: number, replicates: number[], influence: number[], level: number): Answer {
  const interval = bcaInterval(estimate, replicates, influence, level);
  if (interval.note) return { bca: { error: interval.note } };
  const { z0, acceleration, shares } = interval;
  return { z0, acceleration, bca_alpha: shares, bca: limits(interval) };
}
