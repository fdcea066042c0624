import { z } from "../../data/schema.js";
import { confLevel, number } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";
import { twoMeans } from "./two-means.js";

const INPUT = z.object({
  mean1: number,
  sd1: number,
  n1: number,
  mean2: number,
  sd2: number,
  n2: number,
  conf_level: confLevel,
  margin: number.nullish(),
});

/** `two_means_summary`: two independent means from printed summaries. */
export const twoMeansSummary: Statistic = statistic(
  "two_means_summary",
  INPUT,
  ({ mean1, sd1, n1, mean2, sd2, n2, conf_level: level, margin }) =>
    twoMeans(
      { mean: mean1, sd: sd1, n: n1 },
      { mean: mean2, sd: sd2, n: n2 },
      level,
      margin ?? undefined,
    ),
);
