import {
  type Arm,
  contingencyTable,
  kendallCorrelation,
  oddsRatio,
  pairedProportions,
  partialCorrelation,
  pearsonCorrelation,
  riskDifference,
  riskRatio,
  spearmanCorrelation,
} from "../../src/analysis/index.js";
import type { Random } from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

function armOf(random: Random, n: number, chance: number): Arm {
  let count = 0;
  for (let i = 0; i < n; i++) if (random.uniform() < chance) count++;
  return { count, n };
}

/** How many of n subjects fall into each cell. */
function multinomial(random: Random, n: number, chances: readonly number[]): number[] {
  const cells = chances.map(() => 0);
  for (let i = 0; i < n; i++) {
    let left = random.uniform();
    const cell = chances.findIndex((chance) => {
      left -= chance;
      return left < 0;
    });
    cells[cell < 0 ? chances.length - 1 : cell]!++;
  }
  return cells;
}

function twoArms(random: Random, n: number): readonly [Arm, Arm] {
  const half = n >> 1;
  return [armOf(random, half, FIRST), armOf(random, n - half, SECOND)];
}

const [FIRST, SECOND] = [0.85, 0.6];
const ARMS = `chances ${FIRST} and ${SECOND}, arms of one size`;
const RHO = 0.5;
/** Cells of a table of three rows and columns: 0.2 on the diagonal, 1/15 off it. */
const DIAGONAL = 0.2;
const CELLS = Array.from({ length: 9 }, (_, i) =>
  i % 4 === 0 ? DIAGONAL : (1 - 3 * DIAGONAL) / 6,
);

/** Pairs of a bivariate normal distribution of correlation RHO. */
function correlated(random: Random, n: number): [Float64Array, Float64Array] {
  const x = Float64Array.from({ length: n }, () => random.normal());
  return [x, x.map((value) => RHO * value + Math.sqrt(1 - RHO ** 2) * random.normal())];
}

/** Interval methods of proportions, tables and correlations. */
export const SCENARIOS: readonly CoverageScenario[] = [
  {
    statistic: "difference of two proportions",
    population: ARMS,
    truth: FIRST - SECOND,
    intervals: (random, n) => {
      const got = riskDifference(...twoArms(random, n));
      return {
        "Miettinen–Nurminen": got.miettinenNurminen,
        Mee: got.mee,
        Newcombe: got.newcombe,
        "Newcombe, continuity": got.newcombeContinuity,
        "Agresti–Caffo": got.agrestiCaffo,
        Wald: got.wald,
      };
    },
  },
  {
    statistic: "ratio of two proportions",
    population: ARMS,
    truth: FIRST / SECOND,
    intervals: (random, n) => {
      const got = riskRatio(...twoArms(random, n));
      return {
        "Miettinen–Nurminen": got.miettinenNurminen,
        Koopman: got.koopman,
        Katz: got.katz,
      };
    },
  },
  {
    statistic: "odds ratio",
    population: ARMS,
    truth: FIRST / (1 - FIRST) / (SECOND / (1 - SECOND)),
    intervals: (random, n) => {
      const got = oddsRatio(...twoArms(random, n));
      return {
        "conditional, exact": got.conditional.ci,
        "conditional, mid-p": got.conditionalMidP,
        "½ added": got.haldane.ci,
        Woolf: got.woolf,
      };
    },
  },
  {
    statistic: "difference of two proportions on the same subjects",
    population: "chances 0.6 for both, 0.2 and 0.05 for one alone",
    truth: 0.15,
    intervals: (random, n) => {
      const [a, b, c, d] = multinomial(random, n, [0.6, 0.2, 0.05, 0.15]);
      const { difference } = pairedProportions([
        [a!, b!],
        [c!, d!],
      ]);
      return {
        Tango: difference.tango,
        "Newcombe 10": difference.newcombe,
        "Newcombe 10, phi corrected": difference.newcombeCorrected,
        "Agresti–Min": difference.agrestiMin,
        Wald: difference.wald,
      };
    },
  },
  {
    statistic: "Cramér's V",
    population: "three rows and columns, chance 0.2 on the diagonal and 1/15 off it",
    // Margins are 1/3: V² = Σ (p − 1/9)²·9 / 2
    truth: Math.sqrt((9 * CELLS.reduce((sum, p) => sum + (p - 1 / 9) ** 2, 0)) / 2),
    intervals: (random, n) => {
      const cells = multinomial(random, n, CELLS);
      const table = [cells.slice(0, 3), cells.slice(3, 6), cells.slice(6)];
      return { "noncentral chi-square": contingencyTable(table).cramersV.ci };
    },
  },
  {
    statistic: "Pearson's correlation",
    population: `bivariate normal, correlation ${RHO}`,
    truth: RHO,
    intervals: (random, n) => {
      const [x, y] = correlated(random, n);
      const unrelated = Array.from({ length: n }, () => [random.normal()]);
      return {
        "Fisher's z": pearsonCorrelation(x, y).r.ci,
        "partial, an unrelated covariate": partialCorrelation(x, y, unrelated).r.ci,
      };
    },
  },
  {
    statistic: "Spearman's correlation",
    population: `bivariate normal, Pearson's correlation ${RHO}`,
    truth: (6 / Math.PI) * Math.asin(RHO / 2),
    intervals: (random, n) => ({
      "Bonett–Wright": spearmanCorrelation(...correlated(random, n)).rho.ci,
    }),
  },
  {
    statistic: "Kendall's correlation",
    population: `bivariate normal, Pearson's correlation ${RHO}`,
    truth: (2 / Math.PI) * Math.asin(RHO),
    intervals: (random, n) => ({
      "Fieller–Hartley–Pearson": kendallCorrelation(...correlated(random, n)).tauB.ci,
    }),
  },
];
