import {
  beggTest,
  binaryEffects,
  bivariateAccuracy,
  continuousEffects,
  cumulativePool,
  eggerTest,
  exactOddsRatio,
  failSafeN,
  heterogeneity,
  influence,
  leaveOneOut,
  mantelHaenszel,
  metaBinary,
  metaBinaryGlmm,
  metaContinuous,
  metaFragility,
  metaProportions,
  metaProportionsGlmm,
  metaRegression,
  mixedEggerTest,
  petoOddsRatio,
  poolEffects,
  poolSubgroups,
  proportionEffects,
  trimAndFill,
} from "../../../src/analysis/index.js";
import type { ValidCall } from "../../spoiled.js";

const EFFECTS = [-0.9387, -1.6662, -1.3863, -1.4564, -0.2191];
const VARIANCES = [0.3571, 0.2081, 0.4334, 0.0203, 0.052];
const BINARY = {
  events1: [4, 6, 3, 62],
  n1: [123, 306, 231, 13598],
  events2: [11, 29, 11, 248],
  n2: [139, 303, 220, 12867],
};
const CONTINUOUS = {
  mean1: [55, 27, 64, 66],
  sd1: [47, 7, 17, 20],
  n1: [155, 31, 75, 18],
  mean2: [75, 29, 119, 137],
  sd2: [64, 4, 29, 48],
  n2: [156, 32, 71, 18],
};
const PROPORTIONS = { events: [3, 6, 1, 9], n: [30, 53, 41, 60] };
const ACCURACY = {
  truePositives: [39, 31, 50, 48],
  falseNegatives: [11, 11, 9, 11],
  trueNegatives: [30, 47, 49, 35],
  falsePositives: [7, 7, 6, 5],
};
const POOL_OPTIONS = { level: 0.9, test: "hartung-knapp" };
const MODERATORS = [
  [44, 1],
  [55, 0],
  [42, 1],
  [52, 1],
  [13, 0],
];

const SPOILED_EFFECTS = {
  "a variance of 0": [EFFECTS, VARIANCES.with(0, 0)],
  "a negative variance": [EFFECTS, VARIANCES.with(0, -1)],
};
const spoiledEffects = (...rest: unknown[]): Record<string, unknown[]> =>
  Object.fromEntries(
    Object.entries(SPOILED_EFFECTS).map(([label, args]) => [label, [...args, ...rest]]),
  );

const SPOILED_BINARY = {
  "more events than patients": { ...BINARY, events1: BINARY.n1.map((n) => n + 1) },
  "a fraction of an event": { ...BINARY, events2: [0.5, 29, 11, 248] },
  "an arm of nobody": { ...BINARY, events1: [0, 6, 3, 62], n1: [0, 306, 231, 13598] },
  "no studies": undefined,
};
const spoiledBinary = (...rest: unknown[]): Record<string, unknown[]> =>
  Object.fromEntries(
    Object.entries(SPOILED_BINARY).map(([label, studies]) => [label, [studies, ...rest]]),
  );

const SPOILED_CONTINUOUS = {
  "a negative SD": { ...CONTINUOUS, sd1: [-1, 7, 17, 20] },
  "n of 1": { ...CONTINUOUS, n2: [1, 32, 71, 18] },
};
const spoiledContinuous = (...rest: unknown[]): Record<string, unknown[]> =>
  Object.fromEntries(
    Object.entries(SPOILED_CONTINUOUS).map(([label, studies]) => [label, [studies, ...rest]]),
  );

const SPOILED_PROPORTIONS = {
  "more events than patients": { events: [31, 6, 1, 9], n: PROPORTIONS.n },
  "a group of nobody": { events: [0, 6, 1, 9], n: [0, 53, 41, 60] },
};
const spoiledProportions = (...rest: unknown[]): Record<string, unknown[]> =>
  Object.fromEntries(
    Object.entries(SPOILED_PROPORTIONS).map(([label, studies]) => [label, [studies, ...rest]]),
  );

/** A valid call of each function of this folder that notebooks see. */
export const VALID_CALLS: readonly ValidCall[] = [
  {
    fn: poolEffects,
    args: [EFFECTS, VARIANCES, "reml", POOL_OPTIONS],
    bad: spoiledEffects("reml"),
  },
  {
    fn: heterogeneity,
    args: [EFFECTS, VARIANCES, { level: 0.9 }],
    bad: { ...spoiledEffects(), "one study": [[1], [1]] },
  },
  {
    fn: leaveOneOut,
    args: [EFFECTS, VARIANCES, "reml", POOL_OPTIONS],
    bad: { ...spoiledEffects("reml"), "one study": [[1], [1], "reml"] },
  },
  {
    fn: cumulativePool,
    args: [EFFECTS, VARIANCES, "reml", POOL_OPTIONS],
    bad: spoiledEffects("reml"),
  },
  {
    fn: influence,
    args: [EFFECTS, VARIANCES, "reml"],
    bad: { ...spoiledEffects("reml"), "two studies": [[1, 2], [1, 1], "reml"] },
  },
  {
    fn: poolSubgroups,
    args: [EFFECTS, VARIANCES, ["a", "b", "a", "b", "b"], "reml", POOL_OPTIONS],
    good: ["[2][i]: unknown word"], // a group may have any name
    bad: {
      ...spoiledEffects(["a", "b", "a", "b", "b"], "reml"),
      "one group": [EFFECTS, VARIANCES, ["a", "a", "a", "a", "a"], "reml"],
    },
  },
  {
    fn: metaRegression,
    args: [EFFECTS, VARIANCES, MODERATORS, "reml", POOL_OPTIONS],
    bad: {
      ...spoiledEffects(MODERATORS, "reml"),
      "a constant moderator": [EFFECTS, VARIANCES, EFFECTS.map(() => [3]), "reml"],
      "a moderator twice": [
        EFFECTS,
        VARIANCES,
        [
          [1, 2],
          [2, 4],
          [3, 6],
          [5, 10],
          [4, 8],
        ],
        "reml",
      ],
      "as many columns as studies": [[1, 2], [1, 1], [[1], [2]], "reml"],
      "no moderator": [EFFECTS, VARIANCES, EFFECTS.map(() => []), "reml"],
    },
  },
  {
    fn: eggerTest,
    args: [EFFECTS, VARIANCES, { level: 0.9 }],
    bad: {
      ...spoiledEffects(),
      "two studies": [
        [1, 2],
        [1, 2],
      ],
      "one precision": [EFFECTS, EFFECTS.map(() => 0.1)],
    },
  },
  {
    fn: mixedEggerTest,
    args: [EFFECTS, VARIANCES, "reml", { level: 0.9 }],
    bad: {
      ...spoiledEffects("reml"),
      "two studies": [[1, 2], [1, 2], "reml"],
      "one precision": [EFFECTS, EFFECTS.map(() => 0.1), "reml"],
    },
  },
  {
    fn: beggTest,
    args: [EFFECTS, VARIANCES],
    bad: {
      ...spoiledEffects(),
      "two studies": [
        [1, 2],
        [1, 2],
      ],
    },
  },
  {
    fn: trimAndFill,
    args: [EFFECTS, VARIANCES, "reml", { estimator: "R0", side: "left", level: 0.9 }],
    bad: {
      ...spoiledEffects("reml"),
      "two studies": [[1, 2], [1, 2], "reml"],
      "one precision and no side": [EFFECTS, EFFECTS.map(() => 0.1), "reml"],
    },
  },
  {
    fn: failSafeN,
    args: [EFFECTS, VARIANCES, { alpha: 0.05 }],
    bad: {
      ...spoiledEffects(),
      "alpha of 0.5": [EFFECTS, VARIANCES, { alpha: 0.5 }],
      "alpha of 0": [EFFECTS, VARIANCES, { alpha: 0 }],
    },
  },
  {
    fn: binaryEffects,
    args: [BINARY, "risk-difference", { zeroCells: "treatment-arm" }],
    bad: spoiledBinary("risk-difference"),
  },
  {
    fn: metaBinary,
    args: [BINARY, "log-odds-ratio", "reml", { ...POOL_OPTIONS, zeroCells: "leave-out" }],
    bad: spoiledBinary("log-odds-ratio", "reml"),
  },
  {
    fn: metaFragility,
    args: [BINARY, "log-odds-ratio", "mantel-haenszel", POOL_OPTIONS],
    bad: {
      ...spoiledBinary("log-odds-ratio", "dersimonian-laird"),
      "another's measure": [BINARY, "arcsine", "mantel-haenszel"],
    },
  },
  { fn: exactOddsRatio, args: [BINARY, { level: 0.9 }], bad: spoiledBinary() },
  {
    fn: mantelHaenszel,
    args: [BINARY, "log-odds-ratio", { level: 0.9 }],
    bad: { ...spoiledBinary("log-odds-ratio"), "another's measure": [BINARY, "arcsine"] },
  },
  { fn: petoOddsRatio, args: [BINARY, { level: 0.9 }], bad: spoiledBinary() },
  {
    fn: metaBinaryGlmm,
    args: [BINARY, { level: 0.9, nodes: 3 }],
    bad: { ...spoiledBinary(), "no node": [BINARY, { nodes: 0 }] },
  },
  {
    fn: continuousEffects,
    args: [CONTINUOUS, "mean-difference"],
    bad: spoiledContinuous("mean-difference"),
  },
  {
    fn: metaContinuous,
    args: [CONTINUOUS, "mean-difference", "reml", POOL_OPTIONS],
    bad: spoiledContinuous("mean-difference", "reml"),
  },
  {
    fn: proportionEffects,
    args: [PROPORTIONS, "logit", { zeroCorrection: 0.25 }],
    bad: {
      ...spoiledProportions("logit"),
      "a negative correction": [PROPORTIONS, "logit", { zeroCorrection: -1 }],
    },
  },
  {
    fn: metaProportions,
    args: [PROPORTIONS, "freeman-tukey", "reml", { ...POOL_OPTIONS, zeroCorrection: 0 }],
    bad: spoiledProportions("logit", "reml"),
  },
  {
    fn: metaProportionsGlmm,
    args: [PROPORTIONS, { level: 0.9, nodes: 3 }],
    bad: { ...spoiledProportions(), "half a node": [PROPORTIONS, { nodes: 1.5 }] },
  },
  {
    fn: bivariateAccuracy,
    args: [ACCURACY, { level: 0.9 }],
    bad: {
      "two studies": [
        {
          truePositives: [5, 6],
          falseNegatives: [1, 1],
          trueNegatives: [5, 6],
          falsePositives: [1, 1],
        },
      ],
      "nobody diseased": [
        { ...ACCURACY, truePositives: [0, 0, 0, 0], falseNegatives: [0, 0, 0, 0] },
      ],
    },
  },
];
