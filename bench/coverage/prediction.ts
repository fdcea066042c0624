import {
  calibration,
  decisionBands,
  decisionCurve,
  findSeparation,
  fitFirth,
  fitLinear,
  fitLogistic,
  fitOrdinal,
  type Interval,
  logisticProfile,
  predictedMeans,
  reclassification,
  rubinPool,
} from "../../src/analysis/index.js";
import { InvalidInput, type Random } from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

const LEVEL = 0.95;
const NONE: Interval = { lower: Number.NaN, upper: Number.NaN, level: LEVEL };
const LOGISTIC = "logistic, intercept −0.5, slope 1 on a standard normal covariate";
const UNIFORM_RISKS = "true risks uniform on [0, 1]";

const chance = (random: Random, p: number): number => (random.uniform() < p ? 1 : 0);
const columnOf = (random: Random, n: number): number[] =>
  Array.from({ length: n }, () => random.normal());

function logisticSample(random: Random, n: number): { y: number[]; x: number[] } {
  const x = columnOf(random, n);
  return { x, y: x.map((value) => chance(random, 1 / (1 + Math.exp(0.5 - value)))) };
}

function uniformRisks(random: Random, n: number): { y: number[]; p: number[] } {
  const p = Array.from({ length: n }, () => random.uniform());
  return { p, y: p.map((risk) => chance(random, risk)) };
}

const isOneClass = (y: readonly number[]): boolean => y.every((value) => value === y[0]);

/** Whether there is a fit by maximum likelihood; without one its intervals count as misses. */
const hasFit = (y: readonly number[], x: readonly number[]): boolean =>
  !isOneClass(y) && findSeparation(y, { x }).kind === "none";

const slopeOfLogistic: CoverageScenario = {
  statistic: "slope of a logistic regression",
  population: LOGISTIC,
  truth: 1,
  intervals: (random, n) => {
    const { y, x } = logisticSample(random, n);
    const fitted = hasFit(y, x);
    return {
      wald: fitted ? fitLogistic(y, { x }).coefficients[1]!.estimate.ci : NONE,
      "profile likelihood": fitted ? logisticProfile(y, { x })[1]!.estimate.ci : NONE,
      "firth, profile": fitFirth(y, { x }).coefficients[1]!.estimate.ci,
    };
  },
};

const slopeOfOrdinal: CoverageScenario = {
  statistic: "slope of an ordinal regression",
  population: "four levels, logistic, slope 1 on a standard normal covariate",
  truth: 1,
  intervals: (random, n) => {
    const x = columnOf(random, n);
    const y = x.map((value) => {
      const u = random.uniform();
      const latent = value + Math.log(u / (1 - u));
      return [-1, 0.5, 2].filter((threshold) => latent > threshold).length;
    });
    try {
      return { wald: fitOrdinal(y, { x }).coefficients[0]!.estimate.ci };
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return { wald: NONE }; // separated, or a single level
    }
  },
};

const slopeOfLinear: CoverageScenario = {
  statistic: "slope of a linear regression",
  population: "normal errors whose SD is 0.5 + |x|, x standard normal",
  truth: 0.5,
  intervals: (random, n) => {
    const x = columnOf(random, n);
    const y = x.map((value) => 0.5 * value + (0.5 + Math.abs(value)) * random.normal());
    const { estimate, robust } = fitLinear(y, { x }).coefficients[1]!;
    return { "t, equal variances": estimate.ci, "t, HC3": robust.ci };
  },
};

const meanAtOne: CoverageScenario = {
  statistic: "mean by a linear regression",
  population: "normal errors, SD 1, at x = 1",
  truth: 2,
  intervals: (random, n) => {
    const x = columnOf(random, n);
    const y = x.map((value) => 1 + value + random.normal());
    const { lower, upper } = predictedMeans(fitLinear(y, { x }), { x: [1] });
    return { t: { lower: lower[0]!, upper: upper[0]!, level: LEVEL } };
  },
};

const calibrationOf = (
  statistic: string,
  truth: number,
  pick: (result: ReturnType<typeof calibration>) => Interval,
  method: string,
): CoverageScenario => ({
  statistic,
  population: "log odds of the risks normal, mean −0.5, SD 1.2, and true",
  truth,
  intervals: (random, n) => {
    const p = columnOf(random, n).map((value) => 1 / (1 + Math.exp(0.5 - 1.2 * value)));
    const y = p.map((risk) => chance(random, risk));
    return { [method]: pick(calibration(y, p)) };
  },
});

const netBenefit: CoverageScenario = {
  statistic: "net benefit at a threshold of 0.3",
  population: UNIFORM_RISKS,
  truth: 0.35, // (1 − t)/2
  intervals: (random, n) => {
    const { y, p } = uniformRisks(random, n);
    return {
      normal: decisionCurve(y, p, { thresholds: [0.3] }).points[0]!.netBenefit.ci,
      "bootstrap, percentile": decisionBands(y, p, [0.3], { random, replicates: 199 })[0]!
        .netBenefit,
    };
  },
};

const reclassificationOf = (
  statistic: string,
  truth: number,
  pick: (result: ReturnType<typeof reclassification>) => Interval,
): CoverageScenario => ({
  statistic,
  population: `${UNIFORM_RISKS}, against a risk of ½ for all`,
  truth,
  intervals: (random, n) => {
    const { y, p } = uniformRisks(random, n);
    if (isOneClass(y)) return { normal: NONE };
    return {
      normal: pick(
        reclassification(
          y,
          p.map(() => 0.5),
          p,
          [0.5],
        ),
      ),
    };
  },
});

const pooled: CoverageScenario = {
  statistic: "estimate pooled over 5 imputations",
  population: "a mean of n normal values, a third of the information missing",
  truth: 0,
  intervals: (random, n) => {
    const complete = 1 / n;
    const between = complete / 2;
    const centre = random.normal() * Math.sqrt(complete + between);
    const estimates = columnOf(random, 5).map((value) => centre + value * Math.sqrt(between));
    const residuals = columnOf(random, n - 1).reduce((sum, value) => sum + value ** 2, 0);
    const variances = estimates.map(() => (complete * residuals) / (n - 1));
    return {
      "t, Barnard and Rubin": rubinPool(estimates, variances, { completeDf: n - 1 }).estimate.ci,
      "t, Rubin 1987": rubinPool(estimates, variances).estimate.ci,
    };
  },
};

/** Interval methods of this folder of src/analysis. */
export const SCENARIOS: readonly CoverageScenario[] = [
  slopeOfLogistic,
  slopeOfOrdinal,
  slopeOfLinear,
  meanAtOne,
  calibrationOf("calibration slope", 1, ({ slope }) => slope.ci, "wald"),
  calibrationOf("calibration-in-the-large", 0, ({ inTheLarge }) => inTheLarge.ci, "wald"),
  calibrationOf("observed to expected", 1, (result) => result.observedExpected.ci, "log-normal"),
  netBenefit,
  reclassificationOf("continuous NRI", 1, ({ continuous }) => continuous.total.ci),
  reclassificationOf("IDI", 1 / 3, ({ idi }) => idi.ci),
  pooled,
];
