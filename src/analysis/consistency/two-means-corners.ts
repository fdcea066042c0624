import { checkMeanSdN } from "../compare/mean-sd-n.js";
import type { TwoMeansTest } from "../compare/t-tests.js";
import { welchTest } from "../compare/t-tests.js";
import { readPrinted } from "./grim.js";

/** A group as printed: mean and standard deviation with their decimals. */
export interface PrintedMeanSd {
  readonly mean: string;
  readonly sd: string;
  readonly n: number;
}

/** Welch's test of two printed means, and how far rounding alone moves its p. */
export interface TwoMeansCorners {
  readonly method: "two-means-corners";
  readonly asPrinted: TwoMeansTest;
  readonly least: number; // p at the corners of the rounding intervals
  readonly most: number;
}

/**
 * Welch's test of two printed means at the corners of the intervals that rounding leaves.
 *
 * The corners are what an analyst tries by hand; `twoMeansP` gives bounds that never miss.
 *
 * @param first - mean and SD as printed, and n
 * @param second - of the second group
 * @throws InvalidInput when a number cannot be read, an SD is negative or n < 2
 * @source [@welch1947]
 */
export function twoMeansCorners(first: PrintedMeanSd, second: PrintedMeanSd): TwoMeansCorners {
  const [a, b] = [corners(first), corners(second)];
  const asPrinted = welchTest(a.printed, b.printed);
  const ps = a.ends.flatMap((one) => b.ends.map((two) => welchTest(one, two).p));
  return {
    method: "two-means-corners",
    asPrinted,
    least: Math.min(...ps),
    most: Math.max(...ps),
  };
}

function corners({ mean, sd, n }: PrintedMeanSd): {
  printed: { mean: number; sd: number; n: number };
  ends: { mean: number; sd: number; n: number }[];
} {
  checkMeanSdN("twoMeansCorners", { mean: 0, sd: 0, n });
  const [m, s] = [readPrinted("twoMeansCorners", mean), readPrinted("twoMeansCorners", sd)];
  const ends = [-0.5, 0.5].flatMap((i) =>
    [-0.5, 0.5].map((j) => ({
      mean: m.value + i / 10 ** m.decimals,
      sd: Math.max(0, s.value + j / 10 ** s.decimals),
      n,
    })),
  );
  return { printed: { mean: m.value, sd: s.value, n }, ends };
}
