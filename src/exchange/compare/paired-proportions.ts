import { pairedProportions as compareProportions } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel, number } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const INPUT = z.object({
  both: number,
  only_x: number,
  only_y: number,
  neither: number,
  conf_level: confLevel,
});

/** `paired_proportions`: two proportions on the same subjects. */
export const pairedProportions: Statistic = statistic(
  "paired_proportions",
  INPUT,
  ({ both, only_x, only_y, neither, conf_level: level }) => {
    const table = [
      [both, only_x],
      [only_y, neither],
    ] as const;
    const { n, first, second, difference } = compareProportions(table, { level });
    return {
      n,
      p_x: first.count / n,
      p_y: second.count / n,
      diff: difference.value,
      wald: limits(difference.wald),
      newcombe_10: limits(difference.newcombe),
      newcombe_10_phi_corrected: limits(difference.newcombeCorrected),
      tango: limits(difference.tango),
      agresti_min: limits(difference.agrestiMin),
    };
  },
);
