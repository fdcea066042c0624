import { proportion } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

/** A binomial proportion, x of n, with its intervals. */
export const binomCi: Statistic = statistic(
  "binom_ci",
  z.object({ x: z.number(), n: z.number(), conf_level: confLevel }),
  ({ x, n, conf_level: level }) => {
    const { count, value, intervals } = proportion(x, n, { level });
    return {
      x: count,
      n,
      estimate: value,
      wald: limits(intervals.wald),
      wilson: limits(intervals.wilson),
      wilson_cc: limits(intervals.wilsonContinuity),
      clopper_pearson: limits(intervals.exact),
      blaker: limits(intervals.blaker),
      jeffreys: limits(intervals.jeffreys),
      jeffreys_modified: limits(intervals.jeffreysModified),
      agresti_coull: limits(intervals.agrestiCoull),
      agresti_coull_clipped: limits(intervals.agrestiCoullClipped),
      mid_p: limits(intervals.midP),
      likelihood_ratio: limits(intervals.likelihoodRatio),
      arcsine_anscombe: limits(intervals.arcsine),
      logit: limits(intervals.logit),
    };
  },
);
