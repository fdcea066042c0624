import {
  adjustedP,
  bartlettTest,
  cochranArmitage,
  contingencyTable,
  descriptiveStatistics,
  differenceOfEstimates,
  dunnTest,
  equivalenceTest,
  fisherTest,
  flignerTest,
  fragilityIndex,
  freemanHaltonTest,
  gamesHowellComparisons,
  hodgesLehmann,
  kendallCorrelation,
  kruskalWallis,
  leveneTest,
  linearByLinear,
  mannWhitneyTest,
  mcNemarRange,
  mcNemarTest,
  meanFromMedian,
  meanSdN,
  medianDifference,
  oddsRatio,
  oneWayAnova,
  oneWayAnovaFromSummaries,
  pairedProportions,
  pairedTTest,
  partialCorrelation,
  pearsonChiSquare,
  pearsonCorrelation,
  probabilityOfSuperiority,
  proportionTests,
  ratioOfMeans,
  riskDifference,
  riskRatio,
  signedRankTest,
  signTest,
  spearmanCorrelation,
  standardisedDifference,
  studentTest,
  tukeyComparisons,
  twoProportions,
  varianceRatio,
  waldZTestP,
  welchTest,
} from "../../../src/analysis/index.js";
import type { ValidCall } from "../../spoiled.js";

const LEVEL = { level: 0.9 };
const X = [18.8, 21, 21.4, 19.2, 21.2, 20.4];
const Y = [19.4, 21.7, 22.3, 20.4, 21.7];
const Z = [20.1, 21.7, 22.3, 20.4, 21.7, 19];
const GROUPS = [X, Y, Z];
const SUMMARY = { mean: 39.9, sd: 8.5, n: 11 };
const OTHER = { mean: 36.2, sd: 9.8, n: 13 };
const ARM = { count: 3, n: 8 };
const TWO_BY_TWO = [
  [6, 5],
  [7, 6],
];
const TABLE = [
  [6, 4],
  [10, 7],
  [4, 5],
];
const ZEROS = [
  [0, 0],
  [0, 0],
];
const SHORTER_GROUP = ["[0][i]: one too few"];
const CONSTANT = [5, 5, 5, 5, 5, 5];
const COVARIATES = [[1], [2], [2], [1], [3], [4]];

const badSummaries: Record<string, readonly unknown[]> = {
  "a group of one": [SUMMARY, { ...OTHER, n: 1 }],
  "half a subject": [{ ...SUMMARY, n: 11.5 }, OTHER],
  "a negative SD": [{ ...SUMMARY, sd: -1 }, OTHER],
};
const badArms: Record<string, readonly unknown[]> = {
  "nobody in an arm": [{ count: 0, n: 0 }, ARM],
  "more successes than patients": [ARM, { count: 9, n: 8 }],
  "a share for a count": [{ count: 0.5, n: 8 }, ARM],
};
const badTables: Record<string, readonly unknown[]> = {
  "no subject": [ZEROS],
  "a negative count": [
    [
      [6, 5],
      [7, -1],
    ],
  ],
};
const badGroups: Record<string, readonly unknown[]> = {
  "one group": [[X]],
  "an empty group": [[X, []]],
};
const constantColumns: Record<string, readonly unknown[]> = {
  "constant first": [CONSTANT, X],
  "constant second": [X, CONSTANT],
  "constant but for rounding": [[0.3, 0.1 + 0.2, 0.3], X.slice(0, 3)],
  "two pairs": [X.slice(0, 2), Z.slice(0, 2)],
};
const withMore = (
  calls: Record<string, readonly unknown[]>,
  ...more: readonly unknown[]
): Record<string, readonly unknown[]> =>
  Object.fromEntries(Object.entries(calls).map(([label, args]) => [label, [...args, ...more]]));

/** A valid call of each function of this folder that notebooks see. */
export const VALID_CALLS: readonly ValidCall[] = [
  { fn: meanSdN, args: [X], bad: { "one value": [[4]] } },
  { fn: studentTest, args: [SUMMARY, OTHER, LEVEL], bad: badSummaries },
  { fn: welchTest, args: [SUMMARY, OTHER, LEVEL], bad: badSummaries },
  { fn: standardisedDifference, args: [SUMMARY, OTHER, LEVEL], bad: badSummaries },
  { fn: varianceRatio, args: [SUMMARY, OTHER, LEVEL], bad: badSummaries },
  {
    fn: ratioOfMeans,
    args: [SUMMARY, OTHER, LEVEL],
    bad: { ...badSummaries, "a mean of 0": [{ ...SUMMARY, mean: 0 }, OTHER] },
  },
  {
    fn: equivalenceTest,
    args: [SUMMARY, OTHER, 5, { alpha: 0.05 }],
    bad: {
      ...withMore(badSummaries, 5),
      "a margin of 0": [SUMMARY, OTHER, 0],
      "alpha of ½": [SUMMARY, OTHER, 5, { alpha: 0.5 }],
    },
  },
  { fn: pairedTTest, args: [X, Z, LEVEL], bad: { "one pair": [[1], [2]] } },
  { fn: mannWhitneyTest, args: [X, Y] },
  { fn: hodgesLehmann, args: [X, Y, LEVEL] },
  { fn: probabilityOfSuperiority, args: [X, Y, LEVEL] },
  { fn: medianDifference, args: [X, Y, LEVEL], bad: { "four values": [X, Y.slice(0, 4)] } },
  { fn: signedRankTest, args: [X, Z, LEVEL] },
  { fn: signTest, args: [X, Z] },
  {
    fn: oneWayAnova,
    args: [GROUPS],
    good: SHORTER_GROUP,
    bad: { ...badGroups, single: [[[1], [2]]] },
  },
  {
    fn: oneWayAnovaFromSummaries,
    args: [[SUMMARY, OTHER, SUMMARY]],
    bad: { "one group": [[SUMMARY]], "a group of one": [[SUMMARY, { ...OTHER, n: 1 }]] },
  },
  { fn: kruskalWallis, args: [GROUPS], good: SHORTER_GROUP, bad: badGroups },
  {
    fn: dunnTest,
    args: [GROUPS, { adjustment: "holm" }],
    good: SHORTER_GROUP,
    bad: badGroups,
  },
  {
    fn: bartlettTest,
    args: [GROUPS],
    good: SHORTER_GROUP,
    bad: { ...badGroups, "a group of one": [[X, [1]]] },
  },
  {
    fn: leveneTest,
    args: [GROUPS, "median"],
    good: SHORTER_GROUP,
    bad: withMore({ ...badGroups, single: [[[1], [2]]] }, "mean"),
  },
  { fn: flignerTest, args: [GROUPS], good: SHORTER_GROUP, bad: badGroups },
  {
    fn: tukeyComparisons,
    args: [GROUPS, LEVEL],
    good: SHORTER_GROUP,
    bad: { ...badGroups, single: [[[1], [2]]] },
  },
  {
    fn: gamesHowellComparisons,
    args: [GROUPS, LEVEL],
    good: SHORTER_GROUP,
    bad: { ...badGroups, "a group of one": [[X, [1]]] },
  },
  { fn: pearsonChiSquare, args: [TWO_BY_TWO] },
  { fn: fisherTest, args: [TWO_BY_TWO, LEVEL] },
  { fn: mcNemarTest, args: [TWO_BY_TWO, LEVEL], bad: badTables },
  {
    fn: mcNemarRange,
    args: [{ n: 20, first: 12, second: 15 }],
    bad: { "more than all": [{ n: 20, first: 21, second: 15 }] },
  },
  { fn: pairedProportions, args: [TWO_BY_TWO, LEVEL], bad: badTables },
  { fn: twoProportions, args: [ARM, { count: 1, n: 9 }, LEVEL], bad: badArms },
  { fn: riskDifference, args: [ARM, { count: 1, n: 9 }, LEVEL], bad: badArms },
  { fn: riskRatio, args: [ARM, { count: 1, n: 9 }, LEVEL], bad: badArms },
  { fn: fragilityIndex, args: [ARM, { count: 1, n: 9 }, { alpha: 0.05 }], bad: badArms },
  { fn: oddsRatio, args: [ARM, { count: 1, n: 9 }, LEVEL], bad: badArms },
  {
    fn: proportionTests,
    args: [ARM, { count: 1, n: 9 }, { mostTables: 1000 }],
    good: ["[2].mostTables: Infinity"],
    bad: badArms,
  },
  { fn: waldZTestP, args: [ARM, { count: 1, n: 9 }], bad: badArms },
  { fn: contingencyTable, args: [TABLE, LEVEL], bad: { ...badTables, "one row": [[[1, 2]]] } },
  { fn: freemanHaltonTest, args: [TABLE], bad: { ...badTables, "one column": [[[1], [2]]] } },
  {
    fn: linearByLinear,
    args: [TABLE, { rowScores: [1, 2, 4], columnScores: [0, 1] }],
    bad: { ...badTables, "two scores for three rows": [TABLE, { rowScores: [1, 2] }] },
  },
  {
    fn: cochranArmitage,
    args: [[ARM, { count: 1, n: 9 }, ARM], { scores: [1, 2, 4] }],
    bad: { "one arm": [[ARM]], "two scores for three arms": [[ARM, ARM, ARM], { scores: [1, 2] }] },
  },
  { fn: pearsonCorrelation, args: [X, Z, LEVEL], bad: constantColumns },
  { fn: spearmanCorrelation, args: [X, Z, LEVEL], bad: constantColumns },
  { fn: kendallCorrelation, args: [X, Z, LEVEL], bad: constantColumns },
  {
    fn: partialCorrelation,
    args: [X, Z, COVARIATES, LEVEL],
    bad: {
      ...withMore(constantColumns, COVARIATES),
      "a constant covariate": [X, Z, X.map(() => [1])],
      "a column that is its covariate": [X, Z, X.map((x) => [x])],
      "too many covariates": [X, Z, X.map((_, i) => [i, i ** 2, i ** 3, i ** 4])],
    },
  },
  {
    fn: meanFromMedian,
    args: [{ n: 24, min: 18, q1: 20.5, median: 23, q3: 27, max: 33 }],
    bad: {
      "a median above the third quartile": [{ n: 24, q1: 20.5, median: 28, q3: 27 }],
      "half a range": [{ n: 24, min: 18, median: 23 }],
      "a median alone": [{ n: 24, median: 23 }],
      "one subject": [{ n: 1, min: 18, median: 23, max: 33 }],
    },
  },
  { fn: descriptiveStatistics, args: [X, LEVEL] },
  {
    fn: differenceOfEstimates,
    args: [
      { value: 0.8, ci: { lower: 0.4, upper: 0.9, level: 0.95 } },
      { value: 0.3, ci: { lower: -0.2, upper: 0.7, level: 0.95 } },
    ],
    bad: {
      "levels that differ": [
        { value: 0.8, ci: { lower: 0.4, upper: 0.9, level: 0.9 } },
        { value: 0.3, ci: { lower: -0.2, upper: 0.7, level: 0.95 } },
      ],
    },
  },
  { fn: adjustedP, args: [[0.01, 0.2, 0.04], "holm"], bad: { "a p above 1": [[1.5], "holm"] } },
];
