import {
  binormalBand,
  binormalMoments,
  binormalRatings,
  binormalRegression,
  clusteredArea,
  covariateAdjustedRoc,
  multiclassArea,
  rocBand,
  venkatramanTest,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import type { ValidCall } from "../../spoiled.js";

const scores = [3.1, 2.2, 5.4, 1.1, 4.8, 2.9, 3.3, 0.4];
const others = [2.5, 2.8, 4.1, 3.6, 4.9, 1.7, 2.2, 1.3];
const events = [1, 0, 1, 0, 1, 0, 1, 0];
const clusters = [1, 1, 2, 2, 3, 3, 4, 4];
const ages = [61, 72, 80, 66, 75, 70, 69, 77];
const classes = [3, 1, 3, 1, 2, 2, 3, 1];
const none = events.map(() => 0);
const all = events.map(() => 1);
const random = seeded(1);
const first = { scores, direction: "higher" };
const second = { scores: others, direction: "lower" };
const fit = {
  a: 1.2,
  b: 0.9,
  covariance: [
    [0.04, 0.01],
    [0.01, 0.02],
  ],
};

/** Valid calls of the models of ROC curves. */
export const MODEL_CALLS: readonly ValidCall[] = [
  {
    fn: clusteredArea,
    args: [scores, events, clusters, "higher", { level: 0.9 }],
    good: ['[2][i]: "1"'], // a cluster may be named by a word
    bad: {
      "no event": [scores, none, clusters, "higher"],
      "events only": [scores, all, clusters, "higher"],
      "one cluster": [scores, events, clusters.map(() => 7), "higher"],
    },
  },
  {
    fn: binormalMoments,
    args: [scores, events, "higher", { level: 0.9 }],
    bad: { "no event": [scores, none, "higher"], "events only": [scores, all, "higher"] },
  },
  {
    fn: binormalRegression,
    args: [scores, events, "lower"],
    bad: { "no event": [scores, none, "lower"], "events only": [scores, all, "lower"] },
  },
  {
    fn: binormalRatings,
    args: [[3, 2, 2, 11, 33], [33, 6, 6, 11, 2], { level: 0.9 }],
    bad: {
      "two categories": [
        [3, 9],
        [8, 2],
      ],
      "a negative count": [
        [3, -1, 9],
        [8, 2, 1],
      ],
      "half a subject": [
        [3, 0.5, 9],
        [8, 2, 1],
      ],
      "no event": [
        [0, 0, 0],
        [8, 2, 1],
      ],
      "no non-event": [
        [8, 2, 1],
        [0, 0, 0],
      ],
    },
  },
  {
    fn: binormalBand,
    args: [fit, [0.1, 0.2, 0.5], { level: 0.9 }],
    good: ["[1]: one too few"],
    bad: {
      "no fit": [null, [0.1]],
      "b of 0": [{ ...fit, b: 0 }, [0.1]],
      "a rate above 1": [fit, [0.1, 1.2]],
      "no covariance": [{ ...fit, covariance: undefined }, [0.1]],
      "an impossible covariance": [
        {
          ...fit,
          covariance: [
            [1, 2],
            [2, 1],
          ],
        },
        [0.1],
      ],
    },
  },
  {
    fn: multiclassArea,
    args: [scores, classes, "higher"],
    bad: { "one class": [scores, classes.map(() => 1), "higher"] },
  },
  {
    fn: covariateAdjustedRoc,
    args: [scores, events, ages, "higher", { falsePositiveRates: [0.1, 0.2, 0.3] }],
    good: ["[4].falsePositiveRates: one too few"],
    bad: {
      "no event": [scores, none, ages, "higher"],
      "events only": [scores, all, ages, "higher"],
      "one covariate": [scores, events, ages.map(() => 70), "higher"],
      "two non-events": [scores, [1, 0, 1, 1, 1, 0, 1, 1], ages, "higher"],
      "a rate below 0": [scores, events, ages, "higher", { falsePositiveRates: [-0.1] }],
    },
  },
  {
    fn: rocBand,
    args: [scores, events, "higher", { random, level: 0.9, replicates: 20 }],
    bad: {
      "no event": [scores, none, "higher", { random }],
      "events only": [scores, all, "higher", { random }],
      "no chance": [scores, events, "higher", { random: undefined }],
      "one replicate": [scores, events, "higher", { random, replicates: 1 }],
    },
  },
  {
    fn: venkatramanTest,
    args: [first, second, events, { random, replicates: 20 }],
    bad: {
      "no event": [first, second, none, { random }],
      "events only": [first, second, all, { random }],
      "no chance": [first, second, events, { random: undefined }],
    },
  },
];
