import type { Statistics } from "../statistic.js";

/** The statistics of this area. */
export const DIAGNOSTIC: Statistics = {};
