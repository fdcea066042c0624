import {
  bootstrapOptimism,
  brantTest,
  brierDecomposition,
  calibration,
  decisionBands,
  decisionCurve,
  findSeparation,
  fitFirth,
  fitLinear,
  fitLogistic,
  fitOrdinal,
  hosmerLemeshow,
  logisticProfile,
  predictedMeans,
  predictedProbabilities,
  predictedRisks,
  reclassification,
  rubinPool,
  smoothedCalibration,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import type { ValidCall } from "../../spoiled.js";

const y = [1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0];
const ones = y.map(() => 1);
const gap = [3.5, 3.3, 1.7, 2.2, 1, 2.7, 0.5, 3, 1.3, 1.1, 1.2, 3.9];
const age = [60, 67, 63, 74, 72, 71, 60, 79, 59, 71, 83, 82];
const risks = [0.54, 0.51, 0.32, 0.38, 0.47, 0.44, 0.21, 0.48, 0.28, 0.49, 0.26, 0.59];
const newRisks = [0.6, 0.5, 0.3, 0.4, 0.5, 0.3, 0.2, 0.6, 0.3, 0.4, 0.2, 0.5];
const grade = [1, 2, 3, 1, 2, 3, 2, 1, 3, 2, 1, 3];
const mm = [22.1, 24.9, 21.5, 22.2, 21.8, 25.3, 18, 19.5, 23, 24.9, 20.6, 24.8];
const rows = gap.map((value, i) => [value, age[i]!]);
const level = 0.9;

const impossible = {
  "a constant covariate": [y, { gap, one: ones }],
  "a covariate twice": [y, { gap, again: gap.map((value) => 2 * value + 1) }],
  "no covariates": [y, {}],
  "rows without covariates": [y, y.map(() => [])],
  "a date as covariates": [y, new Date(0)],
};
const ofBinary = {
  ...impossible,
  "one class": [ones, { gap }],
  "outcomes of 1 and 2": [y.map((value) => value + 1), { gap }],
};
const ofLikelihood = {
  ...ofBinary,
  "separated outcomes": [y, { gap: y.map((v, i) => 9 * v + i / 9) }],
};
const ofRisks = {
  "outcomes of 1 and 2": [y.map((value) => value + 1), risks],
  "a risk above 1": [y, risks.with(3, 1.01)],
  "a risk below 0": [y, risks.with(3, -0.01)],
};
const model = {
  coefficients: [
    { term: "(Intercept)", estimate: { value: -3 } },
    { term: "gap", estimate: { value: 0.8 } },
  ],
};

/** A valid call of each function of this folder that notebooks see. */
export const VALID_CALLS: readonly ValidCall[] = [
  {
    fn: bootstrapOptimism,
    args: [y, { gap, age }, "ml", { random: seeded(1), replicates: 20 }],
    bad: {
      "one class": [ones, { gap }, "ml", { random: seeded(1) }],
      separated: [y, { gap: y }, "ml", { random: seeded(1) }],
      "10 replicates": [y, { gap }, "ml", { random: seeded(1), replicates: 10 }],
    },
  },
  {
    fn: brantTest,
    args: [grade, { gap }],
    bad: { ...impossible, "two levels": [y, { gap }], "separated levels": [grade, { gap: grade }] },
  },
  {
    fn: brierDecomposition,
    args: [y, risks, { groups: 4 }],
    bad: { ...ofRisks, "no groups": [y, risks, { groups: 0 }] },
  },
  { fn: calibration, args: [y, risks, { level }], bad: ofRisks },
  {
    fn: decisionBands,
    args: [y, risks, [0.2, 0.4], { random: seeded(1), replicates: 20, level }],
    bad: {
      "a threshold of 1": [y, risks, [0.2, 1], { random: seeded(1) }],
      "a negative threshold": [y, risks, [-0.2], { random: seeded(1) }],
      "2 replicates": [y, risks, [0.2], { random: seeded(1), replicates: 2 }],
    },
  },
  {
    fn: decisionCurve,
    args: [y, risks, { thresholds: [0.2, 0.4], level }],
    good: ["[2].thresholds: one too few"],
    bad: { ...ofRisks, "a threshold of 1": [y, risks, { thresholds: [1] }] },
  },
  { fn: findSeparation, args: [y, { gap, age }], bad: ofBinary },
  {
    fn: fitFirth,
    args: [y, { gap, age }, { level }],
    bad: { ...impossible, "outcomes of 1 and 2": ofBinary["outcomes of 1 and 2"] },
  },
  {
    fn: fitLinear,
    args: [mm, { gap, age }, { level }],
    bad: { ...impossible, "3 subjects": [mm.slice(0, 3), { gap: [1, 2, 4], age: [3, 4, 4] }] },
  },
  { fn: fitLogistic, args: [y, rows, { level }], bad: ofLikelihood },
  {
    fn: fitOrdinal,
    args: [grade, { gap, age }, { level }],
    bad: {
      ...impossible,
      "one level": [ones, { gap }],
      "separated levels": [grade, { gap: grade }],
    },
  },
  {
    fn: hosmerLemeshow,
    args: [y, risks, { groups: 4 }],
    bad: { ...ofRisks, "1 group": [y, risks, { groups: 1 }] },
  },
  { fn: logisticProfile, args: [y, { gap, age }, { level }], bad: ofLikelihood },
  {
    fn: predictedMeans,
    args: [
      {
        ...model,
        covariance: [
          [1, 0.1],
          [0.1, 0.2],
        ],
        sigma: 2,
        df: 10,
      },
      { gap },
      { level },
    ],
    good: ["[1].gap: one too few"],
    bad: { "3 covariances": [{ ...model, covariance: [[1, 0, 0]], sigma: 1, df: 9 }, { gap }] },
  },
  {
    fn: predictedProbabilities,
    args: [
      {
        thresholds: [{ estimate: { value: -1 } }, { estimate: { value: 2 } }],
        coefficients: model.coefficients.slice(1),
      },
      { gap },
    ],
    // fewer levels, fewer subjects
    good: ["[0].thresholds: one too few", "[1].gap: one too few"],
    bad: {
      "descending thresholds": [
        {
          thresholds: [{ estimate: { value: 1 } }, { estimate: { value: -2 } }],
          coefficients: model.coefficients.slice(1),
        },
        { gap },
      ],
    },
  },
  {
    fn: predictedRisks,
    args: [model, { gap }],
    good: ["[1].gap: one too few"],
    bad: {
      "rows of 2": [model, rows],
      "no such column": [model, { age }],
      "no intercept": [{ coefficients: model.coefficients.slice(1) }, { gap }],
      "no model": [{}, { gap }],
    },
  },
  {
    fn: reclassification,
    args: [y, risks, newRisks, [0.3, 0.5], { level }],
    good: ["[3]: one too few"],
    bad: {
      "one class": [ones, risks, newRisks, [0.3]],
      "a new risk above 1": [y, risks, newRisks.with(2, 1.2), [0.3]],
      "descending cutoffs": [y, risks, newRisks, [0.5, 0.3]],
      "a cutoff of 1": [y, risks, newRisks, [1]],
    },
  },
  {
    fn: rubinPool,
    args: [[0.5, 0.6, 0.4], [0.04, 0.05, 0.03], { completeDf: 38, level }],
    good: ["[2].completeDf: Infinity"],
    bad: {
      "one imputation": [[0.5], [0.04]],
      "a negative variance": [
        [0.5, 0.6],
        [0.04, -0.01],
      ],
      "no degrees of freedom": [[0.5, 0.6], [0.04, 0.01], { completeDf: 0 }],
    },
  },
  {
    fn: smoothedCalibration,
    args: [y, risks, { span: 0.7 }],
    bad: {
      ...ofRisks,
      "4 subjects": [y.slice(0, 4), risks.slice(0, 4)],
      "a span of 0": [y, risks, { span: 0 }],
      "a span above 1": [y, risks, { span: 1.1 }],
    },
  },
];
