import {
  agreementCoefficients,
  agreementTable,
  bhapkarTest,
  bowkerTest,
  categoryPositions,
  cochranQ,
  cohenKappa,
  fleissKappa,
  krippendorffAlpha,
  lightKappa,
  mcNemarRange,
  mcNemarTest,
  ordinalAgreement,
  ordinalAssociation,
  stuartMaxwellTest,
  twoRaterAgreement,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import type { ValidCall } from "../../spoiled.js";

const LEVELS = [1, 2, 3, 4];
const RATINGS = [
  [1, 1, 2],
  [2, 2, 2],
  [3, 3, 4],
  [4, 2, 4],
  [1, 1, 1],
];
const MISSING_IS_GOOD = ["[0][i][i]: NaN", "[0][i][i]: null"];
const TABLE = [
  [5, 2, 0],
  [1, 6, 1],
  [0, 2, 4],
];
const WEIGHTS = [
  [1, 0.5, 0],
  [0.5, 1, 0.75],
  [0, 0.75, 1],
];
const LEVEL = { level: 0.9 };

const BAD_RATINGS = (...rest: unknown[]): Record<string, unknown[]> => ({
  "one rater": [[[1], [2], [1], [3], [4]], LEVELS, ...rest],
  "a level twice": [RATINGS, [1, 2, 3, 4, 2], ...rest],
  "one level": [[[1, 1]], [1], ...rest],
  "a rating between levels": [[...RATINGS, [1, 2.5, 2]], LEVELS, ...rest],
  "words for numbers": [[...RATINGS, ["1", "2", "2"]], LEVELS, ...rest],
  "no row first": [[null, ...RATINGS], LEVELS, ...rest],
});
const BAD_TABLES = (...rest: unknown[]): Record<string, unknown[]> => ({
  "no counts": [
    [
      [0, 0],
      [0, 0],
    ],
    ...rest,
  ],
  "a fraction": [
    [
      [1, 0.5],
      [2, 3],
    ],
    ...rest,
  ],
  "a negative count": [
    [
      [1, -1],
      [2, 3],
    ],
    ...rest,
  ],
  "no square": [
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    ...rest,
  ],
  "one category": [[[7]], ...rest],
});

/** A valid call of each function for categorical ratings. */
export const CATEGORICAL_CALLS: readonly ValidCall[] = [
  { fn: agreementTable, args: [[1, 2, 2, 3, 4], [1, 2, 3, 3, 4], LEVELS] },
  { fn: categoryPositions, args: [[1, 2, 2, 3, 4], LEVELS] },
  { fn: cohenKappa, args: [TABLE, "linear", LEVEL], bad: BAD_TABLES("linear", LEVEL) },
  {
    fn: cohenKappa,
    args: [TABLE, WEIGHTS, LEVEL],
    bad: {
      "weights that are not symmetric": [
        TABLE,
        [
          [1, 0.5, 0],
          [0.4, 1, 0.5],
          [0, 0.5, 1],
        ],
      ],
      "no full weight for agreement": [
        TABLE,
        [
          [0.9, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
      ],
      "a weight above 1": [
        TABLE,
        [
          [1, 1.5, 0],
          [1.5, 1, 0],
          [0, 0, 1],
        ],
      ],
      "weights for two categories": [
        TABLE,
        [
          [1, 0],
          [0, 1],
        ],
      ],
    },
  },
  { fn: twoRaterAgreement, args: [TABLE, LEVEL], bad: BAD_TABLES(LEVEL) },
  { fn: bowkerTest, args: [TABLE], bad: BAD_TABLES() },
  { fn: stuartMaxwellTest, args: [TABLE], bad: BAD_TABLES() },
  { fn: bhapkarTest, args: [TABLE], bad: BAD_TABLES() },
  {
    fn: fleissKappa,
    args: [RATINGS, LEVELS, LEVEL],
    bad: { ...BAD_RATINGS(), "a missing rating": [[...RATINGS, [1, null, 2]], LEVELS] },
  },
  {
    fn: lightKappa,
    args: [RATINGS, LEVELS, "quadratic", LEVEL],
    bad: {
      ...BAD_RATINGS("quadratic"),
      "a missing rating": [[...RATINGS, [1, Number.NaN, 2]], LEVELS, "quadratic"],
    },
  },
  {
    fn: agreementCoefficients,
    args: [RATINGS, LEVELS, "ordinal", LEVEL],
    good: MISSING_IS_GOOD,
    bad: BAD_RATINGS("ordinal"),
  },
  {
    fn: krippendorffAlpha,
    args: [RATINGS, LEVELS, "ratio", { ...LEVEL, random: seeded(1), replicates: 20 }],
    good: MISSING_IS_GOOD,
    bad: {
      ...BAD_RATINGS("nominal"),
      "words at intervals": [[["a", "b"]], ["a", "b"], "interval"],
      "ratios of negative numbers": [[[-1, 1]], [-1, 1], "ratio"],
      "a replicate and a half": [RATINGS, LEVELS, "ordinal", { replicates: 1.5 }],
    },
  },
  {
    fn: cochranQ,
    args: [
      [
        [1, 0, 1],
        [0, 0, 1],
        [1, 1, 1],
        [1, 0, 0],
      ],
    ],
    bad: {
      "one column": [[[1], [0]]],
      "a rating of 2": [
        [
          [1, 2],
          [0, 1],
        ],
      ],
    },
  },
  {
    fn: ordinalAgreement,
    args: [[1, 2, 2, 3, 4], [1, 2, 3, 3, 4], LEVEL],
  },
  {
    fn: ordinalAssociation,
    args: [[1, 2, 2, 3, 4], [1, 2, 3, 3, 4], LEVEL],
    bad: { "one pair": [[1], [2]] },
  },
  {
    fn: mcNemarTest,
    args: [
      [
        [5, 3],
        [1, 6],
      ],
      LEVEL,
    ],
    bad: {
      "no subjects": [
        [
          [0, 0],
          [0, 0],
        ],
      ],
    },
  },
  { fn: mcNemarRange, args: [{ n: 22, first: 21, second: 12 }] },
];
