import {
  adjustedPredictiveValues,
  type DiagnosticCounts,
  diagnosticAccuracy,
  type Interval,
  type PairedTestComparison,
  pairedTestComparison,
  proportion,
  type TwoByTwo,
  unpairedTestComparison,
} from "../../src/analysis/index.js";
import type { Random } from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

const PREVALENCE = 0.3;
const ELSEWHERE = 0.1; // prevalence for adjusted predictive values
const SENSITIVITY = 0.85;
const SPECIFICITY = 0.75;

function successes(random: Random, n: number, chance: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (random.uniform() < chance) count++;
  return count;
}

/** A study of n subjects, at least one of either kind. */
function study(random: Random, n: number): DiagnosticCounts {
  const diseased = Math.min(n - 1, Math.max(1, successes(random, n, PREVALENCE)));
  const truePositive = successes(random, diseased, SENSITIVITY);
  const trueNegative = successes(random, n - diseased, SPECIFICITY);
  return {
    truePositive,
    falsePositive: n - diseased - trueNegative,
    falseNegative: diseased - truePositive,
    trueNegative,
  };
}

/** Chances of ++, +−, −+, −− of two tests by the truth; equal PPVs are left to chance. */
const DISEASED = [0.7, 0.15, 0.1, 0.05];
const HEALTHY = [0.15, 0.1, 0.2, 0.55];

function drawnTable(random: Random, n: number, chances: readonly number[]): TwoByTwo {
  const cells = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    let left = random.uniform();
    const cell = chances.findIndex((chance) => {
      left -= chance;
      return left < 0;
    });
    cells[cell < 0 ? 3 : cell]! += 1;
  }
  const [a, b, c, d] = cells as [number, number, number, number];
  return [
    [a, b],
    [c, d],
  ];
}

function paired(random: Random, n: number): PairedTestComparison {
  const diseased = Math.min(n - 1, Math.max(1, successes(random, n, PREVALENCE)));
  return pairedTestComparison({
    diseased: drawnTable(random, diseased, DISEASED),
    healthy: drawnTable(random, n - diseased, HEALTHY),
  });
}

/** Chance of a finding, and of the truth given it. */
function ppvOf(inDiseased: number, inHealthy: number): number {
  return (PREVALENCE * inDiseased) / (PREVALENCE * inDiseased + (1 - PREVALENCE) * inHealthy);
}
const PPVS = [ppvOf(0.85, 0.25), ppvOf(0.8, 0.35)] as const;

function ofProportion(truth: number): CoverageScenario {
  return {
    statistic: "a proportion",
    population: `n subjects, each positive with chance ${truth}`,
    truth,
    intervals: (random, n) => ({ ...proportion(successes(random, n, truth), n).intervals }),
  };
}

const ratioMethods =
  (name: "likelihoodRatioPositive" | "likelihoodRatioNegative" | "oddsRatio") =>
  (random: Random, n: number): Record<string, Interval> => {
    const got = diagnosticAccuracy(study(random, n));
    return { "log scale": got[name].ci, "log scale, ½ added": got.haldane[name].ci };
  };

const population = "a test of sensitivity 0.85 and specificity 0.75 at prevalence 0.3";
const twoTests =
  "two tests on the same subjects, sensitivities 0.85 and 0.8, specificities 0.75 and 0.65, prevalence 0.3";

/** Interval methods for proportions and diagnostic tests. */
export const SCENARIOS: readonly CoverageScenario[] = [
  ofProportion(0.5),
  ofProportion(0.9),
  ofProportion(0.03),
  {
    statistic: "Youden's index",
    population,
    truth: SENSITIVITY + SPECIFICITY - 1,
    intervals: (random, n) => ({ Newcombe: diagnosticAccuracy(study(random, n)).youden.ci }),
  },
  {
    statistic: "positive likelihood ratio",
    population,
    truth: SENSITIVITY / (1 - SPECIFICITY),
    intervals: ratioMethods("likelihoodRatioPositive"),
  },
  {
    statistic: "negative likelihood ratio",
    population,
    truth: (1 - SENSITIVITY) / SPECIFICITY,
    intervals: ratioMethods("likelihoodRatioNegative"),
  },
  {
    statistic: "diagnostic odds ratio",
    population,
    truth: (SENSITIVITY * SPECIFICITY) / ((1 - SENSITIVITY) * (1 - SPECIFICITY)),
    intervals: ratioMethods("oddsRatio"),
  },
  {
    statistic: "positive predictive value at prevalence 0.1",
    population,
    truth:
      (ELSEWHERE * SENSITIVITY) / (ELSEWHERE * SENSITIVITY + (1 - ELSEWHERE) * (1 - SPECIFICITY)),
    intervals: (random, n) => ({
      logit: adjustedPredictiveValues(study(random, n), ELSEWHERE).ppv.ci,
    }),
  },
  {
    statistic: "difference of sensitivities, paired",
    population: twoTests,
    truth: 0.05,
    intervals: (random, n) => {
      const { value: _, ...intervals } = paired(random, n).sensitivity.difference;
      return intervals;
    },
  },
  {
    statistic: "ratio of sensitivities, paired",
    population: twoTests,
    truth: 0.85 / 0.8,
    intervals: (random, n) => ({ "log scale": paired(random, n).sensitivity.ratio.ci }),
  },
  {
    statistic: "difference of positive predictive values, paired",
    population: twoTests,
    truth: PPVS[0] - PPVS[1],
    intervals: (random, n) => ({ "large sample": paired(random, n).ppv.difference.ci }),
  },
  {
    statistic: "ratio of positive predictive values, paired",
    population: twoTests,
    truth: PPVS[0] / PPVS[1],
    intervals: (random, n) => ({ "log scale": paired(random, n).ppv.ratio.ci }),
  },
  {
    statistic: "ratio of positive likelihood ratios, unpaired",
    population: `two studies of ${population}`,
    truth: 1,
    intervals: (random, n) => ({
      "log scale": unpairedTestComparison(study(random, n), study(random, n))
        .likelihoodRatioPositive.ci,
    }),
  },
];
