import {
  adjustedPredictiveValues,
  crossTabulate,
  crossTabulatePaired,
  diagnosticAccuracy,
  pairedTestComparison,
  unpairedTestComparison,
} from "../../../src/analysis/index.js";
import type { ValidCall } from "../../spoiled.js";

const COUNTS = { truePositive: 9, falsePositive: 6, falseNegative: 1, trueNegative: 41 };
const NONE = { truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0 };
const PAIRED = {
  diseased: [
    [9, 3],
    [1, 4],
  ],
  healthy: [
    [2, 5],
    [3, 20],
  ],
};
const EMPTY = [
  [0, 0],
  [0, 0],
];
const FOUND = [1, 0, 1, 0, 1];
const LEVEL = { level: 0.9 };
const MISSING_IS_GOOD = [0, 1, 2].flatMap((i) => [`[${i}][i]: NaN`, `[${i}][i]: null`]);

/** A valid call of each function of this folder that notebooks see. */
export const VALID_CALLS: readonly ValidCall[] = [
  { fn: crossTabulate, args: [FOUND, FOUND], good: MISSING_IS_GOOD, bad: { none: [[], []] } },
  { fn: crossTabulatePaired, args: [FOUND, FOUND, FOUND], good: MISSING_IS_GOOD },
  { fn: diagnosticAccuracy, args: [COUNTS, LEVEL], bad: { "no subject": [NONE] } },
  {
    fn: adjustedPredictiveValues,
    args: [COUNTS, 0.1, LEVEL],
    bad: { "a prevalence in per cent": [COUNTS, 10], "a prevalence of 0": [COUNTS, 0] },
  },
  {
    fn: pairedTestComparison,
    args: [PAIRED, LEVEL],
    bad: {
      "nobody diseased": [{ ...PAIRED, diseased: EMPTY }],
      "nobody healthy": [{ ...PAIRED, healthy: EMPTY }],
    },
  },
  { fn: unpairedTestComparison, args: [COUNTS, COUNTS, LEVEL], bad: { none: [COUNTS, NONE] } },
];
