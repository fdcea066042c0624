import {
  detectableChange,
  friedmanTest,
  icc,
  iccFromCoefficient,
  iccTable,
  kendallW,
  ratingsForReliability,
  spearmanBrown,
} from "../../../src/analysis/index.js";
import type { ValidCall } from "../../spoiled.js";

const RATINGS = [
  [9, 2, 5],
  [6, 1, 3],
  [8, 4, 6],
  [7, 1, 2],
];
const CONSTANT = [
  [3, 3],
  [3, 3],
  [3, 3],
];
const COLUMNS = { raters: [[9, 6, 8], new Float64Array([2, 1, 4])] };
const CHOICE = { model: "two-way-random", type: "agreement", unit: "single" } as const;
const OPTIONS = { level: 0.9, rho0: 0.1 };

/** Dropping the last subject leaves ratings that are as good. */
const FEWER_IS_GOOD = ["[0]: one too few"];

const BAD_RATINGS: Readonly<Record<string, unknown>> = {
  "one subject": [[1, 2]],
  "one rater": [[1], [2], [3]],
  "rows of two lengths": [[1, 2], [3]],
  "a column of words": [
    ["a", "b"],
    ["c", "d"],
  ],
};

/** Bad calls with the ratings first and other arguments as they are. */
function withBad(
  rest: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    Object.entries({ ...BAD_RATINGS, ...more }).map(([label, bad]) => [label, [bad, ...rest]]),
  );
}

const BAD_MEASURED = {
  constant: CONSTANT,
  "columns of one rater": { raters: [[1, 2, 3]] },
  "columns of two lengths": {
    raters: [
      [1, 2, 3],
      [1, 2],
    ],
  },
  "columns that are none": { raters: null },
  "a constant in columns": {
    raters: [
      [3, 3],
      [3, 3],
    ],
  },
};

/** A valid call of each function for measurements by several raters. */
export const MEASURED_CALLS: readonly ValidCall[] = [
  {
    fn: icc,
    args: [RATINGS, CHOICE, OPTIONS],
    good: FEWER_IS_GOOD,
    bad: {
      ...withBad([CHOICE, OPTIONS], BAD_MEASURED),
      "no choice": [RATINGS, undefined],
      "one-way consistency": [RATINGS, { ...CHOICE, model: "one-way", type: "consistency" }],
      "rho0 of 1": [RATINGS, CHOICE, { rho0: 1 }],
    },
  },
  { fn: icc, args: [COLUMNS, CHOICE, OPTIONS], good: ["[0].raters: one too few"] },
  {
    fn: iccFromCoefficient,
    args: [0.8, { n: 12, k: 3 }, CHOICE, { offsets: 2, level: 0.9 }],
    bad: {
      "a coefficient of 1": [1, { n: 12, k: 3 }, CHOICE],
      "one rater": [0.8, { n: 12, k: 1 }, CHOICE],
    },
  },
  {
    fn: iccTable,
    args: [RATINGS, OPTIONS],
    good: FEWER_IS_GOOD,
    bad: { ...withBad([OPTIONS], BAD_MEASURED), "rho0 of 1": [RATINGS, { rho0: 1 }] },
  },
  {
    fn: kendallW,
    args: [RATINGS],
    good: FEWER_IS_GOOD,
    bad: withBad([], { constant: CONSTANT }),
  },
  { fn: friedmanTest, args: [RATINGS], good: FEWER_IS_GOOD, bad: withBad([]) },
  {
    fn: spearmanBrown,
    args: [0.6, 2],
    bad: { "a reliability above 1": [1.5, 2], "a negative factor": [0.6, -1] },
  },
  {
    fn: ratingsForReliability,
    args: [0.6, 0.9],
    bad: { "no reliability": [0, 0.9], "a perfect one": [0.6, 1] },
  },
  {
    fn: detectableChange,
    args: [3.2, 0.9, { level: 0.9 }],
    bad: { "a negative SD": [-1, 0.9], "a negative reliability": [1, -0.2] },
  },
];
