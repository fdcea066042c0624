import {
  agreementCoefficients,
  agreementTable,
  cohenKappa,
  fleissKappa,
  type Interval,
  krippendorffAlpha,
  lightKappa,
  mcNemarTest,
  ordinalAssociation,
  twoRaterAgreement,
} from "../../src/analysis/index.js";
import type { Random } from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

/**
 * Raters who see the truth with chance `sees` and otherwise draw from the same shares. Two of them
 * agree by any weights w in sees² + (1 − sees²)·Σ w·p·p of the cases, so that every kappa with
 * chance from the margins, and alpha, is sees².
 */
interface Population {
  readonly shares: readonly number[];
  readonly sees: number;
  readonly raters: number;
}

const SIZES_OF_DEVICES: Population = { shares: [0.1, 0.3, 0.4, 0.2], sees: 0.8, raters: 3 };
const RARE: Population = { shares: [0.9, 0.1], sees: 0.75, raters: 2 };
const LEVELS = [1, 2, 3, 4];

function drawn({ shares }: Population, random: Random): number {
  let left = random.uniform();
  const code = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return code < 0 ? shares.length : code + 1;
}

function sample(population: Population, random: Random, n: number): number[][] {
  return Array.from({ length: n }, () => {
    const truth = drawn(population, random);
    return Array.from({ length: population.raters }, () =>
      random.uniform() < population.sees ? truth : drawn(population, random),
    );
  });
}

function firstTwo(rows: readonly (readonly number[])[], levels: readonly number[]): number[][] {
  const column = (j: number): number[] => rows.map((row) => row[j]!);
  return agreementTable(column(0), column(1), levels);
}

const square = SIZES_OF_DEVICES.sees ** 2;
const chance = SIZES_OF_DEVICES.shares.reduce((sum, p) => sum + p * p, 0);
const agreement = square + (1 - square) * chance;
const beyond = (expected: number): number => (agreement - expected) / (1 - expected);

const rareSquare = RARE.sees ** 2;
/** P(both in category k) of the rare population, by k. */
const rareBoth = RARE.shares.map((p) => rareSquare * p + (1 - rareSquare) * p * p);

/** Concordant and discordant pairs of two raters of the device sizes, as shares of all pairs. */
function pairShares(): { concordant: number; discordant: number; untied: number } {
  const { shares } = SIZES_OF_DEVICES;
  const joint = (i: number, j: number): number =>
    (i === j ? square * shares[i]! : 0) + (1 - square) * shares[i]! * shares[j]!;
  let [concordant, discordant, untied] = [0, 0, 0];
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      for (let k = 0; k < 4; k++) {
        for (let l = 0; l < 4; l++) {
          const both = joint(i, j) * joint(k, l);
          if ((i - k) * (j - l) > 0) concordant += both;
          if ((i - k) * (j - l) < 0) discordant += both;
          if (i !== k) untied += both;
        }
      }
    }
  }
  return { concordant, discordant, untied };
}

const pairs = pairShares();
const excess = pairs.concordant - pairs.discordant;
const association =
  (name: "tauB" | "gamma" | "somersD") =>
  (random: Random, n: number): Record<string, Interval> => {
    const rows = sample(SIZES_OF_DEVICES, random, n);
    const got = ordinalAssociation(
      rows.map((row) => row[0]!),
      rows.map((row) => row[1]!),
    );
    return { "Fisher's z": got[name].ci };
  };

const devices = "3 raters of 4 ordered categories with shares 0.1, 0.3, 0.4, 0.2";
const rare = "2 raters of a category that 10 % of the subjects have";
const twoOfThem = "2 of 4 ordered categories' raters";

/** Interval methods for categorical agreement. */
export const SCENARIOS: readonly CoverageScenario[] = [
  {
    statistic: "kappa of several raters",
    population: devices,
    truth: square,
    intervals: (random, n) => {
      const rows = sample(SIZES_OF_DEVICES, random, n);
      const got = agreementCoefficients(rows, LEVELS, "unweighted");
      const alpha = krippendorffAlpha(rows, LEVELS, "nominal", {
        random: random.stream(1),
        replicates: 300,
      });
      return {
        "Fleiss, Gwet's SE": fleissKappa(rows, LEVELS).kappa.ci,
        "Conger, Gwet's SE": got.conger.ci,
        Light: lightKappa(rows, LEVELS, "unweighted").kappa.ci,
        "Krippendorff, Gwet's SE": alpha.alpha.ci,
        "Krippendorff, bootstrap": alpha.bootstrap!,
      };
    },
  },
  {
    statistic: "weighted kappa of several raters, quadratic",
    population: devices,
    truth: square,
    intervals: (random, n) => {
      const rows = sample(SIZES_OF_DEVICES, random, n);
      const got = agreementCoefficients(rows, LEVELS, "quadratic");
      return {
        "Fleiss, Gwet's SE": got.fleiss.ci,
        "Conger, Gwet's SE": got.conger.ci,
        "Krippendorff, Gwet's SE": krippendorffAlpha(rows, LEVELS, "interval").alpha.ci,
        "Cohen, first two raters": cohenKappa(firstTwo(rows, LEVELS), "quadratic").kappa.ci,
      };
    },
  },
  {
    statistic: "AC1",
    population: devices,
    truth: beyond((1 - chance) / 3),
    intervals: (random, n) => {
      const rows = sample(SIZES_OF_DEVICES, random, n);
      return { "Gwet's SE": agreementCoefficients(rows, LEVELS, "unweighted").gwet.ci };
    },
  },
  {
    statistic: "Brennan and Prediger's coefficient",
    population: devices,
    truth: beyond(1 / 4),
    intervals: (random, n) => {
      const rows = sample(SIZES_OF_DEVICES, random, n);
      return { "Gwet's SE": agreementCoefficients(rows, LEVELS, "unweighted").brennanPrediger.ci };
    },
  },
  {
    statistic: "Cohen's kappa",
    population: rare,
    truth: rareSquare,
    intervals: (random, n) => ({
      "large sample": cohenKappa(firstTwo(sample(RARE, random, n), [1, 2]), "unweighted").kappa.ci,
    }),
  },
  {
    statistic: "positive agreement",
    population: rare,
    truth: rareBoth[1]! / RARE.shares[1]!,
    intervals: (random, n) => ({
      "Wilson, conditional": twoRaterAgreement(firstTwo(sample(RARE, random, n), [1, 2]))
        .specific[1]!.ci,
    }),
  },
  {
    statistic: "odds ratio of discordant pairs",
    population: "pairs of which 30 % succeed by the first method alone, 15 % by the second",
    truth: 2,
    intervals: (random, n) => {
      let [b, c] = [0, 0];
      for (let i = 0; i < n; i++) {
        const u = random.uniform();
        if (u < 0.3) b++;
        else if (u < 0.45) c++;
      }
      const { exact, midP, wilson, wald } = mcNemarTest([
        [n - b - c, b],
        [c, 0],
      ]).oddsRatioIntervals;
      return { exact, "mid-p": midP, Wilson: wilson, "Wald on the log": wald };
    },
  },
  {
    statistic: "gamma",
    population: twoOfThem,
    truth: excess / (pairs.concordant + pairs.discordant),
    intervals: association("gamma"),
  },
  {
    statistic: "tau-b",
    population: twoOfThem,
    truth: excess / pairs.untied,
    intervals: association("tauB"),
  },
  {
    statistic: "Somers' D",
    population: twoOfThem,
    truth: excess / pairs.untied,
    intervals: association("somersD"),
  },
];
