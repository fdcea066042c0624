import {
  agreementFromSummary,
  blandAltman,
  blandAltmanLog,
  blandAltmanNonparametric,
  blandAltmanPercent,
  blandAltmanRegression,
  blandAltmanRepeatedLinked,
  blandAltmanRepeatedUnlinked,
  concordanceOverShifts,
  coverageProbability,
  deviceSizeAgreement,
  linConcordance,
  measurementError,
  methodEquivalence,
  proportionalBias,
  toleranceInterval,
  totalDeviationIndex,
} from "../../../src/analysis/index.js";
import type { ValidCall } from "../../spoiled.js";

const TEST = [21.3, 23.3, 19.4, 23.1, 24.1, 25.5];
const REFERENCE = [20.9, 24.8, 19.8, 21.6, 23.8, 27.6];
const SUBJECTS = [1, 1, 2, 2, 3, 3];
const LEVELS = { coverage: 0.9, level: 0.9 };
const NAMES_ARE_GOOD = ['[0][i]: "1"'];

/** A valid call of each function of the Bland–Altman family. */
export const BLAND_ALTMAN_CALLS: readonly ValidCall[] = [
  {
    fn: agreementFromSummary,
    args: [{ mean: 16, sd: 3 }, { mean: 18, sd: 5 }, { n: 22, r: 0.6 }, LEVELS],
    bad: {
      "three pairs": [
        { mean: 16, sd: 3 },
        { mean: 18, sd: 5 },
        { n: 3, r: 0.6 },
      ],
      "a method that does not vary": [
        { mean: 16, sd: 0 },
        { mean: 18, sd: 5 },
        { n: 22, r: 0.6 },
      ],
      "perfect correlation": [
        { mean: 16, sd: 3 },
        { mean: 18, sd: 5 },
        { n: 22, r: 1 },
      ],
    },
  },
  {
    fn: blandAltman,
    args: [TEST, REFERENCE, LEVELS],
    bad: {
      "one pair": [[1], [2]],
      "a Float64Array with NaN": [new Float64Array([1, Number.NaN]), [1, 2]],
    },
  },
  {
    fn: blandAltmanLog,
    args: [TEST, REFERENCE, LEVELS],
    bad: {
      "one pair": [[1], [2]],
      "a zero": [
        [0, 2, 3],
        [1, 2, 4],
      ],
      "below 0": [
        [1, 2],
        [1, -2],
      ],
    },
  },
  {
    fn: blandAltmanPercent,
    args: [TEST, REFERENCE, LEVELS],
    bad: {
      "one pair": [[1], [2]],
      "a mean of 0": [
        [1, 2],
        [-1, 2],
      ],
    },
  },
  {
    fn: blandAltmanRegression,
    args: [TEST, REFERENCE, [20, 25], LEVELS],
    bad: { "two pairs": [[1, 2], [2, 4], [1]] },
  },
  {
    fn: blandAltmanNonparametric,
    args: [TEST, REFERENCE, LEVELS],
    bad: { "one pair": [[1], [2]] },
  },
  {
    fn: blandAltmanRepeatedLinked,
    args: [SUBJECTS, TEST, REFERENCE, LEVELS],
    good: NAMES_ARE_GOOD,
    bad: {
      "one subject": [
        [1, 1, 1],
        [1, 2, 3],
        [2, 2, 2],
      ],
    },
  },
  {
    fn: blandAltmanRepeatedUnlinked,
    args: [
      { subjects: SUBJECTS, values: TEST },
      { subjects: SUBJECTS.toReversed(), values: REFERENCE },
      LEVELS,
    ],
    good: ['[0].subjects[i]: "1"', '[1].subjects[i]: "1"'],
    bad: {
      "one subject in common": [
        { subjects: [1, 1, 2, 2], values: [1, 2, 3, 4] },
        { subjects: [1, 1, 3, 3], values: [1, 2, 3, 4] },
      ],
      "replicates that are none": [null, { subjects: [1, 2], values: [1, 2] }],
    },
  },
  {
    fn: coverageProbability,
    args: [TEST, REFERENCE, 2, { level: 0.9 }],
    bad: { "a bound of 0": [TEST, REFERENCE, 0], "one pair": [[1], [2], 1] },
  },
  {
    fn: deviceSizeAgreement,
    args: [
      [21, 24, 27, 24, 21],
      [21, 24, 24, 24, 27],
      [21, 24, 27],
      {
        cost: [
          [0, 1, 2],
          [1, 0, 1],
          [2, 1, 0],
        ],
        level: 0.9,
      },
    ],
    bad: {
      "a size that there is none of": [
        [21, 22],
        [21, 24],
        [21, 24],
      ],
      "a ladder that descends": [
        [21, 24],
        [21, 24],
        [24, 21],
      ],
      "a ladder with a size twice": [
        [21, 24],
        [21, 24],
        [21, 21, 24],
      ],
      "one size": [[21, 21], [21, 21], [21]],
      "a negative cost": [
        [21, 24],
        [21, 24],
        [21, 24],
        {
          cost: [
            [0, -1],
            [1, 0],
          ],
        },
      ],
      "costs for another ladder": [[21, 24], [21, 24], [21, 24], { cost: [[0]] }],
      "costs that are not square": [[21, 24], [21, 24], [21, 24], { cost: [[0, 1]] }],
    },
  },
  {
    fn: concordanceOverShifts,
    args: [0.7, 12, { pearson: 0.8, level: 0.9 }],
    bad: {
      "no concordance": [0, 12],
      "perfect concordance": [1, 12],
      "two pairs": [0.7, 2],
      "a correlation below the concordance": [0.7, 12, { pearson: 0.6 }],
    },
  },
  {
    fn: linConcordance,
    args: [TEST, REFERENCE, { level: 0.9 }],
    bad: {
      "two pairs": [
        [1, 2],
        [1, 3],
      ],
    },
  },
  {
    fn: measurementError,
    args: [SUBJECTS, TEST, { level: 0.9 }],
    good: NAMES_ARE_GOOD,
    bad: {
      "no replicates": [
        [1, 2, 3],
        [4, 5, 6],
      ],
      "one subject": [
        [1, 1],
        [4, 5],
      ],
    },
  },
  {
    fn: methodEquivalence,
    args: [TEST, REFERENCE, 3, { coverage: 0.9, alpha: 0.05 }],
    bad: {
      "a margin below 0": [TEST, REFERENCE, -1],
      "alpha of a half": [TEST, REFERENCE, 1, { alpha: 0.5 }],
      "alpha of 0": [TEST, REFERENCE, 1, { alpha: 0 }],
      "one pair": [[1], [2], 1],
    },
  },
  {
    fn: proportionalBias,
    args: [TEST, REFERENCE, { level: 0.9 }],
    bad: { "one pair": [[1], [2]] },
  },
  {
    fn: toleranceInterval,
    args: [TEST, REFERENCE, LEVELS],
    bad: { "one pair": [[1], [2]] },
  },
  {
    fn: totalDeviationIndex,
    args: [TEST, REFERENCE, { coverage: 0.8, level: 0.9 }],
    bad: { "one pair": [[1], [2]] },
  },
];
