import type { Interval } from "../../src/analysis/index.js";
import type { Random } from "../../src/numeric/index.js";

/** A population, the truth in it, and the interval methods that should hold that truth. */
export interface CoverageScenario {
  /** What is estimated: `lower limit of agreement`. */
  readonly statistic: string;
  /** What is drawn: `normal differences, mean 1, SD 2`. */
  readonly population: string;
  readonly truth: number;
  /** The intervals of one sample of n subjects, by method; NaN limits count as a miss. */
  intervals(random: Random, n: number): Readonly<Record<string, Interval>>;
}
