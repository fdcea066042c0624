import type { Statistics } from "../statistic.js";
import { icc } from "./icc.js";
import { kendallW } from "./kendall-w.js";

/** The statistics of this area. */
export const RELIABILITY: Statistics = {
  icc,
  kendall_w: kendallW,
};
