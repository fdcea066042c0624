import {
  blandAltman,
  blandAltmanLog,
  blandAltmanNonparametric,
  blandAltmanRepeatedLinked,
  blandAltmanRepeatedUnlinked,
  coverageProbability,
  deviceSizeAgreement,
  linConcordance,
  measurementError,
  proportionalBias,
  toleranceInterval,
  totalDeviationIndex,
} from "../../src/analysis/index.js";
import {
  foldedNormalQuantile,
  normalCdf,
  normalSurvival,
  normalUpperQuantile,
  type Random,
} from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

const BIAS = 0.5; // mm, of the differences
const SD = 2; // mm
const Z = normalUpperQuantile(0.025);
const BETWEEN = 3; // mm, SD of the true size
const REPLICATES = 3;
const WITHIN = 1; // mm, SD of one value about its subject

interface Columns {
  readonly test: Float64Array;
  readonly reference: Float64Array;
}

/** Sizes about 22 mm by a reference without error and a test with a bias and an error. */
function normalPairs(random: Random, n: number): Columns {
  const reference = Float64Array.from({ length: n }, () => 22 + BETWEEN * random.normal());
  return { reference, test: reference.map((size) => size + BIAS + SD * random.normal()) };
}

/** As `normalPairs`, with an error that is log-normal: a long tail to the right. */
function skewPairs(random: Random, n: number): Columns {
  const reference = Float64Array.from({ length: n }, () => 22 + BETWEEN * random.normal());
  return { reference, test: reference.map((size) => size + Math.exp(random.normal())) };
}

const share = (bound: number): number =>
  normalCdf((bound - BIAS) / SD) - normalCdf((-bound - BIAS) / SD);

/** Lin's coefficient of `normalPairs`. */
const CONCORDANCE = (2 * BETWEEN * BETWEEN) / (2 * BETWEEN * BETWEEN + SD * SD + BIAS * BIAS);

/** Slope of d on the mean: cov(d, m)/var(m) = (SD²/2)/(BETWEEN² + SD²/4). */
const SLOPE = (SD * SD) / 2 / (BETWEEN * BETWEEN + (SD * SD) / 4);

const LADDER = [21, 24, 27, 31];

/** Sizes drawn evenly; the plan is right in 7 of 10, else a neighbour (the nearest one at the ends). */
function sizes(random: Random, n: number): { predicted: number[]; implanted: number[] } {
  const right = Array.from({ length: n }, () => random.integer(LADDER.length));
  const planned = right.map((rung) => {
    if (random.uniform() < 0.7) return rung;
    if (rung === 0) return 1;
    if (rung === LADDER.length - 1) return rung - 1;
    return random.uniform() < 0.5 ? rung - 1 : rung + 1;
  });
  return {
    predicted: planned.map((rung) => LADDER[rung]!),
    implanted: right.map((rung) => LADDER[rung]!),
  };
}

const repeated = (n: number): number[] =>
  Array.from({ length: n * REPLICATES }, (_, i) => Math.floor(i / REPLICATES));

/** Interval methods of the Bland–Altman family. */
export const SCENARIOS: readonly CoverageScenario[] = [
  {
    statistic: "lower limit of agreement",
    population: "normal differences, mean 0.5, SD 2",
    truth: BIAS - Z * SD,
    intervals: (random, n) => {
      const { test, reference } = normalPairs(random, n);
      return {
        ...blandAltman(test, reference).lowerLimit.intervals,
        ranks: blandAltmanNonparametric(test, reference).lowerLimit.ci,
      };
    },
  },
  {
    statistic: "upper limit of agreement",
    population: "log-normal differences, log mean 0, log SD 1",
    truth: Math.exp(Z),
    intervals: (random, n) => {
      const { test, reference } = skewPairs(random, n);
      return {
        ...blandAltman(test, reference).upperLimit.intervals,
        ranks: blandAltmanNonparametric(test, reference).upperLimit.ci,
      };
    },
  },
  {
    statistic: "mean difference of two methods",
    population: "normal differences, mean 0.5, SD 2",
    truth: BIAS,
    intervals: (random, n) => {
      const { test, reference } = normalPairs(random, n);
      return { t: blandAltman(test, reference).bias.ci };
    },
  },
  {
    statistic: "SD of differences",
    population: "normal differences, mean 0.5, SD 2",
    truth: SD,
    intervals: (random, n) => {
      const { test, reference } = normalPairs(random, n);
      return { "chi-square": blandAltman(test, reference).sd.ci };
    },
  },
  {
    statistic: "proportional bias, slope on the mean",
    population: "normal sizes, SD 3; normal error of the test, SD 2",
    truth: SLOPE,
    intervals: (random, n) => {
      const { test, reference } = normalPairs(random, n);
      return { t: proportionalBias(test, reference).slope.ci };
    },
  },
  {
    statistic: "upper limit of agreement, ratio",
    population: "log-normal ratios, log mean 0.02, log SD 0.08",
    truth: Math.exp(0.02 + Z * 0.08),
    intervals: (random, n) => {
      const reference = Float64Array.from({ length: n }, () => Math.exp(3 + 0.2 * random.normal()));
      const test = reference.map((size) => size * Math.exp(0.02 + 0.08 * random.normal()));
      return { ...blandAltmanLog(test, reference).upperLimit.intervals };
    },
  },
  {
    statistic: "lower limit of agreement, linked replicates",
    population: "3 pairs a subject; SD of differences 2 between and 1 within subjects",
    truth: BIAS - Z * Math.hypot(SD, WITHIN),
    intervals: (random, n) => {
      const own = Float64Array.from({ length: n }, () => BIAS + SD * random.normal());
      const subjects = repeated(n);
      const test = Float64Array.from(subjects, (g) => own[g]! + WITHIN * random.normal());
      const reference = new Float64Array(test.length);
      return {
        mover: blandAltmanRepeatedLinked(subjects, test, reference).mover.lowerLimit.ci,
        "as if independent": blandAltman(test, reference).lowerLimit.ci,
      };
    },
  },
  {
    statistic: "lower limit of agreement, unlinked replicates",
    population: "3 values a subject and method; SD 2 of differences of true means, 1 within",
    truth: BIAS - Z * Math.sqrt(SD * SD + 2 * WITHIN * WITHIN),
    intervals: (random, n) => {
      const own = Float64Array.from({ length: n }, () => 22 + BETWEEN * random.normal());
      const off = own.map((size) => size + BIAS + SD * random.normal());
      const subjects = repeated(n);
      const values = (means: Float64Array): Float64Array =>
        Float64Array.from(subjects, (g) => means[g]! + WITHIN * random.normal());
      const test = { subjects, values: values(off) };
      const reference = { subjects, values: values(own) };
      return { mover: blandAltmanRepeatedUnlinked(test, reference).lowerLimit.ci };
    },
  },
  {
    statistic: "within-subject SD",
    population: "3 values a subject, within-subject SD 1",
    truth: WITHIN,
    intervals: (random, n) => {
      const own = Float64Array.from({ length: n }, () => 22 + BETWEEN * random.normal());
      const subjects = repeated(n);
      const values = Float64Array.from(subjects, (g) => own[g]! + WITHIN * random.normal());
      return { "chi-square": measurementError(subjects, values).withinSd.ci };
    },
  },
  {
    statistic: "concordance correlation",
    population: "normal sizes, SD 3; bias 0.5 and error SD 2 of the test",
    truth: CONCORDANCE,
    intervals: (random, n) => {
      const { test, reference } = normalPairs(random, n);
      const { concordance, asymptotic } = linConcordance(test, reference);
      return { "Fisher's z": concordance.ci, asymptotic };
    },
  },
  {
    statistic: "total deviation index, 90 %",
    population: "normal differences, mean 0.5, SD 2",
    truth: SD * foldedNormalQuantile(0.9, BIAS / SD),
    intervals: (random, n) => {
      const { test, reference } = normalPairs(random, n);
      return { "delta, log": totalDeviationIndex(test, reference).index.ci };
    },
  },
  {
    statistic: "coverage probability of ±3",
    population: "normal differences, mean 0.5, SD 2",
    truth: share(3),
    intervals: (random, n) => {
      const { test, reference } = normalPairs(random, n);
      const { probability, empirical } = coverageProbability(test, reference, 3);
      return { "delta, logit": probability.ci, "exact, counted": empirical.intervals.exact };
    },
  },
  {
    statistic: "tolerance interval: share of differences inside, 0.95 or more",
    population: "normal differences, mean 0.5, SD 2",
    truth: 0.95,
    intervals: (random, n) => {
      const { test, reference } = normalPairs(random, n);
      const { exact, howe } = toleranceInterval(test, reference);
      const upTo = ({ lower, upper }: { lower: number; upper: number }) => ({
        lower: 0,
        upper: 1 - normalCdf((lower - BIAS) / SD) - normalSurvival((upper - BIAS) / SD),
        level: 0.95,
      });
      return { exact: upTo(exact), Howe: upTo(howe) };
    },
  },
  {
    statistic: "device size, exact agreement",
    population: "four sizes, 70 % right",
    truth: 0.7,
    intervals: (random, n) => {
      const { predicted, implanted } = sizes(random, n);
      const { exact } = deviceSizeAgreement(predicted, implanted, LADDER);
      return { exact: exact.intervals.exact, wilson: exact.intervals.wilson };
    },
  },
  {
    statistic: "device size, mean cost",
    population: "four sizes, 70 % right; a size too small costs 2, too large 1",
    // Of the misses, those of the smallest size go up and of the largest down: 1.5 on average.
    truth: 0.3 * 1.5,
    intervals: (random, n) => {
      const { predicted, implanted } = sizes(random, n);
      const cost = LADDER.map((_, i) => LADDER.map((_, j) => (i < j ? 2 * (j - i) : i - j)));
      return { t: deviceSizeAgreement(predicted, implanted, LADDER, { cost }).cost!.mean.ci };
    },
  },
];
