import type { Statistics } from "../statistic.js";
import { binomCi } from "./binom-ci.js";
import { diagnostic2x2 } from "./diagnostic-2x2.js";

/** The statistics of this area. */
export const DIAGNOSTIC: Statistics = { binom_ci: binomCi, diagnostic_2x2: diagnostic2x2 };
