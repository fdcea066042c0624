import { debit } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";

/** `debit`: whether zeros and ones can have a printed mean and standard deviation. */
export const debitStatistic: Statistic = statistic(
  "debit",
  z.object({ mean: z.string(), sd: z.string(), n: z.number() }),
  ({ mean, sd, n }) => {
    const { consistent, counts } = debit(mean, sd, n);
    return { consistent, counts };
  },
);
