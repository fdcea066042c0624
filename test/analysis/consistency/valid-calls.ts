import {
  aucVarianceRange,
  concordanceInterval,
  concordanceOfMeans,
  concordanceP,
  correlationFromP,
  correlationFromPairedT,
  correlationInterval,
  correlationP,
  correlationShape,
  debit,
  diagnosticRates,
  effectMeasure,
  foldRatio,
  grim,
  grimmer,
  holds,
  impliedCorrelation,
  intervalSymmetry,
  meanInterval,
  onePatient,
  pairedMeansP,
  pairedProportionsP,
  pairsOfCorrelation,
  parsePrinted,
  parsePrintedP,
  partsOfWhole,
  percentCountEnds,
  percentCounts,
  percentDenominators,
  printedAuc,
  printedAucP,
  printedBlandAltman,
  printedBounds,
  printedEffect,
  printedEffectP,
  printedInOrder,
  printedProportion,
  printedTwoByTwo,
  printedTwoByTwoP,
  proportionPExplained,
  proportionSizes,
  readDifferenceInterval,
  readRatioInterval,
  recomputedP,
  reliabilityInterval,
  sdBounds,
  sdFromInterval,
  sdFromStandardError,
  sprite,
  statisticFromP,
  subgroupsOfWhole,
  testStatisticP,
  twoMeansCorners,
  twoMeansP,
  twoProportionsP,
  wholesOfPercents,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import type { ValidCall } from "../../spoiled.js";

const RULES = ["half-up", "half-even"] as const;
const ESTIMATE = { value: 2, ci: { lower: 1, upper: 4, level: 0.95 } };
const FEWER_IN_3 = ["[3].rules: one too few"];
const FEWER = ["[2].rules: one too few"]; // one rule is enough
const PRINTED_GROUP = { n: 12, mean: "1.33", spread: "0.70" };
const COMPRESSION = [
  { mean: "16", sd: "3" },
  { mean: "18", sd: "5" },
] as const;
const ARM_COUNTS = { n: 12, counts: [3, 4] };
const PRINTED_ARM = { n: 12, percent: "33.3" };

/** A valid call of each function of this folder that notebooks see. */
export const VALID_CALLS: readonly ValidCall[] = [
  {
    fn: concordanceInterval,
    args: ["0.778", 12, { pearson: { least: 0.8, most: 0.9 }, level: 0.95, rules: RULES }],
    good: ["[2].rules: one too few"],
  },
  {
    fn: concordanceOfMeans,
    args: [{ pearson: "0.622" }, ...COMPRESSION, 22, { rules: RULES }],
    good: ["[4].rules: one too few"],
  },
  { fn: concordanceP, args: ["0.778", 12, "0.001", { rules: RULES }], good: FEWER_IN_3 },
  { fn: correlationFromP, args: ["0.003", 22, { rules: RULES }], good: FEWER },
  {
    fn: correlationFromPairedT,
    args: [{ n: 22, meanDifference: "3", sd: ["3", "4"], t: "2.68" }, { rules: RULES }],
    good: ["[1].rules: one too few"],
  },
  {
    fn: correlationInterval,
    args: ["0.622", 22, "pearson", { ci: ["0.27", "0.83"], level: 0.95, rules: RULES }],
    good: FEWER_IN_3,
  },
  {
    fn: correlationP,
    args: ["0.622", 22, "spearman", { p: "0.003", rules: RULES }],
    good: FEWER_IN_3,
  },
  {
    fn: correlationShape,
    args: ["0.622", ["0.27", "0.83"], { level: 0.95, rules: RULES }],
    good: FEWER,
  },
  {
    fn: impliedCorrelation,
    args: [...COMPRESSION, 22, "0.014", { sided: "one", rules: RULES }],
    good: ["[4].rules: one too few"],
  },
  {
    fn: pairedMeansP,
    args: [...COMPRESSION, 22, { r: "0.622", p: "0.1", rules: RULES }],
    good: FEWER_IN_3,
  },
  {
    fn: pairedProportionsP,
    args: [
      { n: 22, first: { percent: "95" }, second: { count: "12" }, p: "0.01" },
      { rules: RULES },
    ],
    good: ["[1].rules: one too few"],
  },
  { fn: pairsOfCorrelation, args: ["0.622", "0.003", { rules: RULES }], good: FEWER },
  {
    fn: reliabilityInterval,
    args: [
      "0.915",
      12,
      3,
      { ci: ["0.77", "0.97"], names: ["ICC(1)", "ICC(C,1)"], level: 0.95, rules: RULES },
    ],
    good: [...FEWER_IN_3, "[3].names: one too few"],
  },
  { fn: statisticFromP, args: ["F", ["2", "40"], "0.06", { rules: RULES }], good: FEWER_IN_3 },
  {
    fn: testStatisticP,
    args: ["F", "3.10", ["2", "40"], "0.06", { alpha: 0.05, rules: RULES }],
    good: ["[4].rules: one too few"],
  },
  { fn: effectMeasure, args: ["OR"], good: ["[0]: unknown word"] },
  { fn: intervalSymmetry, args: ["0.80", ["0.60", "1.07"], { whole: 1 }] },
  {
    fn: printedEffect,
    args: ["HR", "0.80", ["0.60", "1.07"]],
    good: ["[0]: unknown word"], // a measure of unknown name is read on both scales
  },
  {
    fn: printedEffectP,
    args: ["HR", "0.80", ["0.60", "1.07"], "0.13", { level: 0.95, sides: 2 }],
    good: ["[0]: unknown word"],
  },
  { fn: aucVarianceRange, args: [0.88, 15, 40] },
  { fn: printedAuc, args: ["0.88", 55, { cases: 15, ci: ["0.77", "0.99"], level: 0.95 }] },
  {
    fn: printedAucP,
    args: ["0.88", 55, "0.02", { cases: 15, ci: ["0.77", "0.99"], level: 0.95, sides: 2 }],
  },
  {
    fn: printedBlandAltman,
    args: [
      {
        bias: "-2.1",
        limits: ["-79.7", "75.5"],
        sd: "38.8",
        biasCi: ["-22.0", "17.8"],
        n: 17,
      },
    ],
  },
  {
    fn: printedTwoByTwo,
    args: [
      [
        [45, 6],
        [5, 44],
      ],
      { sensitivity: "90.0", odds: "66" },
    ],
  },
  {
    fn: printedTwoByTwoP,
    args: [
      [
        [45, 6],
        [5, 44],
      ],
      "<0.001",
    ],
  },
  {
    fn: printedProportion,
    args: [{ n: 20, count: 15, percent: "75" }, ["50.9", "91.3"], { whole: 100, level: 0.95 }],
  },
  { fn: debit, args: ["0.35", "0.49", 20, { spread: "sd" }] },
  { fn: diagnosticRates, args: [{ sensitivity: "90.0", specificity: "87.2" }, 10, 47] },
  { fn: grim, args: ["3.48", 18, { items: 3 }] },
  { fn: grimmer, args: ["2.60", "1.30", 30, { least: 1, most: 5 }, { spread: "sd" }] },
  {
    fn: holds,
    args: [{ lower: 0, upper: 1, lowerIncluded: true, upperIncluded: false }, 0.5],
    good: ["[0].lower: -Infinity", "[0].upper: Infinity", "[1]: Infinity", "[1]: -Infinity"],
  },
  {
    fn: meanInterval,
    args: [
      { mean: "55", sd: "17", n: 12 },
      { ci: ["44.2", "65.8"], level: 0.95, rules: RULES },
    ],
    good: ["[1].rules: one too few"],
  },
  { fn: onePatient, args: [{ count: 1, n: 12 }, { count: 5, n: 11 }, { alpha: 0.05 }] },
  { fn: parsePrinted, args: ["0.60"] },
  { fn: parsePrintedP, args: ["<0.05", RULES] },
  { fn: percentCountEnds, args: ["33.3", 24, { rules: RULES }], good: FEWER },
  { fn: percentCounts, args: ["33.3", 24, { rules: RULES }], good: FEWER },
  { fn: percentDenominators, args: ["33.3", 24, { rules: RULES }], good: FEWER },
  {
    fn: printedBounds,
    args: [parsePrinted("0.60"), RULES],
    good: [
      "[0].text: unknown word", // text and value are for people, digits and decimals for this
      ...["NaN", "Infinity", "-Infinity", '"1"', "null"].map((bad) => `[0].value: ${bad}`),
      "[1]: one too few",
    ],
  },
  {
    fn: proportionPExplained,
    args: [ARM_COUNTS, ARM_COUNTS, "0.04", { tests: ["fisher", "boschloo"], sides: 2 }],
    good: ["[3].tests: one too few", ...[0, 1].map((arm) => `[${arm}].counts: one too few`)],
  },
  { fn: foldRatio, args: ["1978", "7291", "3"] },
  { fn: printedInOrder, args: ["13.4", "19"] },
  {
    fn: partsOfWhole,
    args: [[{ percent: "77" }, { count: 5 }], 22, { others: 0 }],
    good: ["[0]: one too few"],
  },
  {
    fn: subgroupsOfWhole,
    args: [
      { n: 20, mean: "11.2", sd: "2.10" },
      [{ n: 12, mean: "10.9", sd: "2.00" }],
      { minimum: 0, maximum: 40 },
    ],
    good: ["[2].minimum: -Infinity", "[2].maximum: Infinity"],
  },
  { fn: wholesOfPercents, args: [["77", "23"], 30] },
  { fn: proportionSizes, args: ["92", "27", "0.01", { largest: 20, sides: 2 }] },
  { fn: readDifferenceInterval, args: [ESTIMATE, { df: 34 }], good: ["[1].df: Infinity"] },
  { fn: readRatioInterval, args: [ESTIMATE] },
  {
    fn: recomputedP,
    args: [{ test: "t", value: "2.10", df: 40 }, "= .04", { alpha: 0.05, alternative: "greater" }],
  },
  {
    fn: sdBounds,
    args: ["2.50", { n: 12, minimum: 1, maximum: 5, integer: true, rules: RULES }],
    good: ["[1].rules: one too few"],
  },
  { fn: sdFromInterval, args: [ESTIMATE.ci, 18] },
  { fn: sdFromStandardError, args: [1.4, 24] },
  {
    fn: sprite,
    args: [
      "2.50",
      "1.20",
      12,
      { least: 1, most: 5 },
      { spread: "sd", limit: 5, random: seeded(1), draws: 10 },
    ],
  },
  {
    fn: twoMeansCorners,
    args: [
      { mean: "35.2", sd: "8.1", n: 18 },
      { mean: "42.6", sd: "11.0", n: 18 },
    ],
  },
  { fn: twoMeansP, args: [PRINTED_GROUP, PRINTED_GROUP, { p: "0.04", rules: RULES }], good: FEWER },
  {
    fn: twoProportionsP,
    args: [PRINTED_ARM, PRINTED_ARM, { p: "0.04", rules: RULES }],
    good: FEWER,
  },
];
