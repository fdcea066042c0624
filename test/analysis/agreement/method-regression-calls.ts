import {
  demingRegression,
  passingBablok,
  passingBablokBias,
  weightedDemingRegression,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import type { ValidCall } from "../../spoiled.js";

const X = [21.3, 23.3, 19.4, 23.1, 24.1, 25.5];
const Y = new Float64Array([20.9, 24.8, 19.8, 21.6, 23.8, 27.6]);
const AT = [20, 25];
const SAME = [2, 2, 2];
const LEVEL = { level: 0.9 };
const BOOTSTRAP = { random: seeded(1), replicates: 20, level: 0.9 };

/** A shorter column of levels is as good. */
const FEWER_LEVELS = ".at: one too few";

const BAD_METHODS: Readonly<Record<string, readonly [unknown, unknown]>> = {
  "two pairs": [
    [1, 2],
    [1, 2],
  ],
  "an x that never differs": [SAME, [1, 2, 3]],
  "a y that never differs": [[1, 2, 3], SAME],
};

/** Bad calls with the methods first and other arguments as they are. */
function withBad(...rest: readonly unknown[]): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    Object.entries(BAD_METHODS).map(([label, methods]) => [label, [...methods, ...rest]]),
  );
}

/** A valid call of each regression of one method on another. */
export const METHOD_REGRESSION_CALLS: readonly ValidCall[] = [
  {
    fn: demingRegression,
    args: [X, Y, 1, { errors: "analytical", at: AT, level: 0.9 }],
    good: [`[3]${FEWER_LEVELS}`],
    bad: { ...withBad(1), "an error ratio of 0": [X, Y, 0], "a negative one": [X, Y, -1] },
  },
  {
    fn: weightedDemingRegression,
    args: [X, Y, 1, { at: AT, level: 0.9 }],
    good: [`[3]${FEWER_LEVELS}`],
    bad: {
      ...withBad(1),
      "an error ratio of 0": [X, Y, 0],
      "a value of 0": [[0, 1, 2], [1, 2, 3], 1],
      "a negative value": [[1, 2, 3], [1, -2, 3], 1],
    },
  },
  { fn: passingBablok, args: [X, Y, LEVEL], bad: withBad() },
  {
    fn: passingBablokBias,
    args: [X, Y, AT, BOOTSTRAP],
    bad: {
      ...withBad(AT, BOOTSTRAP),
      "one replicate": [X, Y, AT, { ...BOOTSTRAP, replicates: 1 }],
      "half a replicate": [X, Y, AT, { ...BOOTSTRAP, replicates: 20.5 }],
    },
  },
];
