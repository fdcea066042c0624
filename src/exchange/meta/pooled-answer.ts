import type { PooledEffect } from "../../analysis/index.js";
import { limits } from "../output.js";
import type { Answer } from "../statistic.js";

/** A pooled effect by the names that every statistic of this area shares. */
export function pooledAnswer({
  estimate,
  standardError,
  statistic,
  p,
  tau2,
}: PooledEffect): Answer {
  return {
    estimate: estimate.value,
    se: standardError,
    ci: limits(estimate.ci),
    stat: statistic,
    p,
    tau2,
  };
}
