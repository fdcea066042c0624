import type { Statistics } from "../statistic.js";
import { distribution } from "./distribution.js";

/** The statistics of this area. */
export const DISTRIBUTIONS: Statistics = { distribution };
