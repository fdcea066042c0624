import {
  equivalenceTest,
  hodgesLehmann,
  type Interval,
  meanSdN,
  medianDifference,
  pairedTTest,
  probabilityOfSuperiority,
  ratioOfMeans,
  signedRankTest,
  standardisedDifference,
  studentTest,
  varianceRatio,
  welchTest,
} from "../../src/analysis/index.js";
import { normalCdf, type Random } from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

/** Half of the subjects in either group. */
function twoGroups(
  n: number,
  first: () => number,
  second: () => number,
): [Float64Array, Float64Array] {
  const half = n >> 1;
  const drawn = (size: number, draw: () => number): Float64Array =>
    Float64Array.from({ length: size }, draw);
  return [drawn(half, first), drawn(n - half, second)];
}

const exponential = (random: Random): number => -Math.log1p(-random.uniform());

/** Interval methods of means, medians, ranks and variances. */
export const SCENARIOS: readonly CoverageScenario[] = [
  {
    statistic: "difference of means",
    population: "normal, means 1 and 0, SDs 1 and 2, groups of one size",
    truth: 1,
    intervals: (random, n) => {
      const [x, y] = twoGroups(
        n,
        () => 1 + random.normal(),
        () => 2 * random.normal(),
      );
      const [a, b] = [meanSdN(x), meanSdN(y)];
      return { Welch: welchTest(a, b).difference.ci, Student: studentTest(a, b).difference.ci };
    },
  },
  {
    statistic: "difference of means",
    population: "normal, means 1 and 0, SDs 1 and 3, three quarters of the subjects in the first",
    truth: 1,
    intervals: (random, n) => {
      const x = Float64Array.from({ length: n - (n >> 2) }, () => 1 + random.normal());
      const y = Float64Array.from({ length: n >> 2 }, () => 3 * random.normal());
      const [a, b] = [meanSdN(x), meanSdN(y)];
      return {
        Welch: welchTest(a, b).difference.ci,
        Student: studentTest(a, b).difference.ci,
        "two one-sided tests": equivalenceTest(a, b, 1, { alpha: 0.025 }).ci,
      };
    },
  },
  {
    statistic: "standardised difference",
    population: "normal, means 0.8 and 0, SD 1",
    truth: 0.8,
    intervals: (random, n) => {
      const [x, y] = twoGroups(
        n,
        () => 0.8 + random.normal(),
        () => random.normal(),
      );
      const { cohenD, hedgesG } = standardisedDifference(meanSdN(x), meanSdN(y));
      return { "Cohen's d, noncentral t": cohenD.ci, "Hedges's g, noncentral t": hedgesG.ci };
    },
  },
  {
    statistic: "ratio of variances",
    population: "normal, SDs 2 and 1",
    truth: 4,
    intervals: (random, n) => {
      const [x, y] = twoGroups(
        n,
        () => 2 * random.normal(),
        () => random.normal(),
      );
      return { F: varianceRatio(meanSdN(x), meanSdN(y)).ratio.ci };
    },
  },
  {
    statistic: "ratio of means",
    population: "normal, means 12 and 10, SDs 3",
    truth: 1.2,
    intervals: (random, n) => {
      const [x, y] = twoGroups(
        n,
        () => 12 + 3 * random.normal(),
        () => 10 + 3 * random.normal(),
      );
      return { "log ratio": ratioOfMeans(meanSdN(x), meanSdN(y)).ratio.ci };
    },
  },
  {
    statistic: "mean of paired differences",
    population: "normal differences, mean 0.5, SD 1",
    truth: 0.5,
    intervals: (random, n) => {
      const x = Float64Array.from({ length: n }, () => 3 * random.normal());
      const y = x.map((value) => value - 0.5 - random.normal());
      const { difference, dZ } = pairedTTest(x, y);
      return { "paired t": difference.ci, "d_z, noncentral t": dZ.ci }; // the SD is 1
    },
  },
  {
    statistic: "shift of two groups",
    population: "exponential of mean 1, moved by 0.5",
    truth: 0.5,
    intervals: (random, n) => {
      const [x, y] = twoGroups(
        n,
        () => 0.5 + exponential(random),
        () => exponential(random),
      );
      return {
        "Hodges–Lehmann": hodgesLehmann(x, y).shift.ci,
        "medians, Bonett–Price": medianDifference(x, y).difference.ci,
      };
    },
  },
  {
    statistic: "pseudomedian of paired differences",
    population: "differences symmetric about 0.5 with heavy tails",
    truth: 0.5,
    intervals: (random, n) => {
      const zero = new Float64Array(n);
      const logistic = (): number => {
        const u = random.uniform();
        return Math.log((u + Number.MIN_VALUE) / (1 - u));
      };
      const differences = Float64Array.from(zero, () => 0.5 + logistic());
      return { "signed rank": signedRankTest(differences, zero).pseudomedian.ci };
    },
  },
  superiority(0.5),
  superiority(1.8),
];

function superiority(shift: number): CoverageScenario {
  return {
    statistic: "probability of superiority",
    population: `normal, means ${shift} and 0, SD 1`,
    truth: normalCdf(shift / Math.SQRT2),
    intervals: (random, n): Record<string, Interval> => {
      const [x, y] = twoGroups(
        n,
        () => shift + random.normal(),
        () => random.normal(),
      );
      const { newcombe, logit, wald } = probabilityOfSuperiority(x, y);
      return { "Newcombe 5": newcombe, "Brunner–Munzel, logit": logit, "Brunner–Munzel": wald };
    },
  };
}
