import { countsPrinting, parsePercent } from "../../analysis/consistency/percent-counts.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";

/** `grim_percent`: which counts print as a percentage, a half rounded up or down. */
export const grimPercentStatistic: Statistic = statistic(
  "grim_percent",
  z.object({ percent: z.string(), n: z.number().int().positive(), count: z.number().optional() }),
  ({ percent, n, count }) => {
    const counts = countsPrinting(parsePercent("grim_percent", percent), n, "either-half");
    const given = count === undefined ? null : counts.includes(count);
    return { consistent: counts.length > 0, counts, count_given_consistent: given };
  },
);
