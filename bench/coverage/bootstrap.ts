import { descriptiveStatistics } from "../../src/analysis/index.js";
import {
  basicInterval,
  bcaInterval,
  bootstrap,
  mean,
  normalInterval,
  percentileInterval,
  plainPercentileInterval,
  sampleStandardDeviation,
  studentizedInterval,
} from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

const LEVEL = 0.95;
const REPLICATES = 399; // ranks 10 and 390 are whole
const LOG_SD = 0.6; // of a skewed measurement such as a leak volume

const standardErrorOfMean = (values: readonly number[]): number =>
  sampleStandardDeviation(values) / Math.sqrt(values.length);

/** Interval methods of the bootstrap, and Student's t, on a skewed population. */
export const SCENARIOS: readonly CoverageScenario[] = [
  {
    statistic: "mean",
    population: `log-normal, log SD ${LOG_SD}`,
    truth: Math.exp(LOG_SD ** 2 / 2),
    intervals: (random, n) => {
      const sample = Array.from({ length: n }, () => Math.exp(LOG_SD * random.normal()));
      const made = bootstrap(mean, sample, {
        random,
        replicates: REPLICATES,
        formulaError: standardErrorOfMean,
      });
      const { estimate, replicates, influence, formulaError, formulaErrors } = made;
      return {
        "Student's t": descriptiveStatistics(sample, { level: LEVEL }).meanCi,
        "bootstrap normal": normalInterval(estimate, replicates, LEVEL),
        "bootstrap percentile": percentileInterval(replicates, LEVEL),
        "bootstrap percentile, type 7": plainPercentileInterval(replicates, LEVEL),
        "bootstrap basic": basicInterval(estimate, replicates, LEVEL),
        "bootstrap BCa": bcaInterval(estimate, replicates, influence, LEVEL),
        "bootstrap studentized": studentizedInterval(
          estimate,
          formulaError!,
          replicates,
          formulaErrors!,
          LEVEL,
        ),
      };
    },
  },
];
