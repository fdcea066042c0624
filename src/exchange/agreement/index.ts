import type { Statistics } from "../statistic.js";
import { deming, demingWeighted } from "./deming.js";

/** The statistics of this area. */
export const AGREEMENT: Statistics = {
  deming,
  deming_weighted: demingWeighted,
};
