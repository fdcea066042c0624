import {
  demingRegression,
  type Interval,
  passingBablok,
  passingBablokBias,
  weightedDemingRegression,
} from "../../src/analysis/index.js";
import type { Random } from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

const SLOPE = 1.05;
const INTERCEPT = -0.5;
const LEVEL = 25; // mm, at which the bias is asked for
const REPLICATES = 79; // limits at the second and the last but one

/** Sizes of an orifice in mm by two methods whose errors have one constant SD. */
function constantErrors(random: Random, n: number): [Float64Array, Float64Array] {
  const truth = Float64Array.from({ length: n }, () => 22 + 4 * random.normal());
  return [
    truth.map((t) => t + 0.8 * random.normal()),
    truth.map((t) => INTERCEPT + SLOPE * t + 0.8 * random.normal()),
  ];
}

/** Volumes in ml over a wide range by two methods whose errors are 6 % of the value. */
function proportionalErrors(random: Random, n: number): [Float64Array, Float64Array] {
  const truth = Float64Array.from({ length: n }, () => 10 * 8 ** random.uniform());
  const positive = (value: number): number => Math.max(value, 0.1);
  return [
    truth.map((t) => positive(t * (1 + 0.06 * random.normal()))),
    truth.map((t) => positive((INTERCEPT + SLOPE * t) * (1 + 0.06 * random.normal()))),
  ];
}

const CONSTANT = "two methods with normal errors of 0.8 mm, sizes of 22 mm, SD 4 mm";
const PROPORTIONAL = "two methods with errors of 6 %, volumes from 10 to 80 ml";

/** Intervals of slopes, intercepts and biases by regression of one method on another. */
export const SCENARIOS: readonly CoverageScenario[] = [
  {
    statistic: "slope between two methods",
    population: CONSTANT,
    truth: SLOPE,
    intervals: (random, n) => {
      const [x, y] = constantErrors(random, n);
      return {
        "Deming, analytical": demingRegression(x, y, 1, { errors: "analytical" }).slope.ci,
        "Deming, jackknife": demingRegression(x, y, 1).slope.ci,
        "Passing–Bablok": passingBablok(x, y).slope.ci,
      };
    },
  },
  {
    statistic: "intercept between two methods",
    population: CONSTANT,
    truth: INTERCEPT,
    intervals: (random, n) => {
      const [x, y] = constantErrors(random, n);
      return {
        "Deming, analytical": demingRegression(x, y, 1, { errors: "analytical" }).intercept.ci,
        "Deming, jackknife": demingRegression(x, y, 1).intercept.ci,
        "Passing–Bablok": passingBablok(x, y).intercept.ci,
      };
    },
  },
  {
    statistic: "bias at 25 mm between two methods",
    population: CONSTANT,
    truth: INTERCEPT + (SLOPE - 1) * LEVEL,
    intervals: (random, n) => {
      const [x, y] = constantErrors(random, n);
      const deming = (errors: "analytical" | "jackknife"): Interval =>
        demingRegression(x, y, 1, { errors, at: [LEVEL] }).decisionBiases[0]!.bias.ci;
      const bootstrap = { random: random.stream(1), replicates: REPLICATES };
      return {
        "Deming, analytical": deming("analytical"),
        "Deming, jackknife": deming("jackknife"),
        "Passing–Bablok, bootstrap": passingBablokBias(x, y, [LEVEL], bootstrap).decisionBiases[0]!
          .bias.ci,
      };
    },
  },
  {
    statistic: "slope between two methods",
    population: PROPORTIONAL,
    truth: SLOPE,
    intervals: (random, n) => {
      const [x, y] = proportionalErrors(random, n);
      return {
        "Deming, jackknife": demingRegression(x, y, 1).slope.ci,
        "weighted Deming, jackknife": weightedDemingRegression(x, y, 1).slope.ci,
        "Passing–Bablok": passingBablok(x, y).slope.ci,
      };
    },
  },
];
