import { toleranceInterval } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { pairsOf, xAndY } from "./pairs.js";

/** Tolerance interval of the differences. */
export const toleranceIntervalStatistic: Statistic = statistic(
  "tolerance_interval",
  z.object({ ...xAndY, coverage: z.number(), conf_level: confLevel }),
  (input) => {
    const [x, y] = pairsOf(input);
    const { coverage, conf_level: level } = input;
    const { n, mean, sd, exact, howe, oneSidedFactor, prediction, note } = toleranceInterval(x, y, {
      coverage,
      level,
    });
    return {
      n,
      mean,
      sd,
      k_exact_two_sided: exact.factor,
      interval_exact: limits(exact),
      k_howe: howe.factor,
      interval_howe: limits(howe),
      k_one_sided: oneSidedFactor,
      prediction_interval: limits(prediction),
      degenerate: note,
    };
  },
);
