import { grim } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";

/** `grim`: whether integers can have a printed mean. */
export const grimStatistic: Statistic = statistic(
  "grim",
  z.object({ mean: z.string(), n: z.number(), items: z.number().default(1) }),
  ({ mean, n, items }) => {
    const { consistent, possibleSums, informative } = grim(mean, n, { items });
    return { consistent, possible_sums: possibleSums, informative };
  },
);
