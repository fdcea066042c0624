import type { Statistics } from "../statistic.js";
import { bootstrapCi } from "./bootstrap-ci.js";
import { permutationExact } from "./permutation-exact.js";

/** The statistics of this area. */
export const RESAMPLING: Statistics = {
  bootstrap_ci: bootstrapCi,
  permutation_exact: permutationExact,
};
