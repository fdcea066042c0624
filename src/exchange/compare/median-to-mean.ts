import { type MeanFromMedian, meanFromMedian } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { number } from "../input.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";

const optional = number.nullish().transform((value) => value ?? undefined);
const INPUT = z.object({
  n: number,
  median: number,
  min: optional,
  max: optional,
  q1: optional,
  q3: optional,
});

/** Wan's and Luo's names of what is known. */
const SCENARIOS: Readonly<Record<MeanFromMedian["scenario"], string>> = {
  range: "s1",
  "range-and-quartiles": "s2",
  quartiles: "s3",
};

/** `median_to_mean`: mean and SD from a median with range, quartiles or both. */
export const medianToMean: Statistic = statistic("median_to_mean", INPUT, (input): Answer => {
  const got = meanFromMedian(input);
  const scenario = SCENARIOS[got.scenario];
  return {
    [`wan_${scenario}`]: got.wan,
    [`luo_${scenario}`]: got.luo,
    shi_s2_sd: got.shi,
    cochrane_iqr_over_1_35: got.cochrane,
    hozo: got.hozo,
  };
});
