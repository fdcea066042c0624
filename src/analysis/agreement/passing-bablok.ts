import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { checkMethods } from "./deming-columns.js";
import { medianIntercept, shiftedMedian } from "./passing-bablok-line.js";
import { type LinearityTest, linearityTest } from "./passing-bablok-linearity.js";
import { type RankedSlopes, rankedSlopes } from "./passing-bablok-slopes.js";

/** Passing–Bablok regression of a test method y on a comparative method x. */
export interface PassingBablok {
  readonly method: "passing-bablok";
  readonly n: number;
  readonly slopes: number; // pairs of subjects whose slope was ranked
  readonly offset: number; // slopes below −1, by which the median is shifted
  readonly slope: Estimate; // 1: no proportional bias
  readonly intercept: Estimate; // in the unit of y; 0: no constant bias
  readonly residualSd: number; // of y about the line, divisor n − 2
  readonly kendallTau: number; // tau-b; the method is for methods that go together
  readonly linearity: LinearityTest;
  /**
   * "no-positive-association": Kendall's tau is not above 0, so the shifted median means nothing.
   * "unbounded-interval": too few slopes for a limit at this level; it is ±Infinity.
   */
  readonly note?: "no-positive-association" | "unbounded-interval";
}

const UNDEFINED_LINEARITY: LinearityTest = {
  above: Number.NaN,
  below: Number.NaN,
  maxCusum: Number.NaN,
  h: Number.NaN,
  p: Number.NaN,
};

/**
 * Passing–Bablok regression: a line between two methods that no outlier sways, without assumptions on
 * the distribution of errors, which must grow in proportion in both methods.
 *
 * The slope is the shifted median of the slopes of all pairs of subjects, the intercept the median of
 * y − slope·x; limits are the 1983 ranks and the intercepts of the limits of the slope. Subjects of
 * equal x and different y have a slope of ±Infinity by their order in the data, as the 1983
 * paper has it: sort data with many of them at random, not by y. Expected time O(n log n), memory O(n).
 *
 * @param x - (n) one value per subject by the comparative method
 * @param y - (n) the same subjects by the test method, same unit
 * @param options.level - confidence level of slope and intercept; 0.95
 * @throws InvalidInput on unequal lengths, n < 3, non-finite values, a column of one value
 *   (`zero_variance`), or a level outside (0, 1)
 * @source [@passing1983]
 */
export function passingBablok(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): PassingBablok {
  const where = "passingBablok";
  checkMethods(where, x, y);
  checkLevel(where, level);

  const slopes = rankedSlopes(x, y);
  const { slope, lower, upper } = shiftedMedian(slopes, x.length, level);
  const intercept = medianIntercept(x, y, slope);
  const isLine = Number.isFinite(slope);
  const note = noteOn(slopes, Number.isFinite(lower) && Number.isFinite(upper));
  return {
    method: "passing-bablok",
    n: x.length,
    slopes: slopes.count,
    offset: slopes.offset,
    slope: { value: slope, ci: { lower, upper, level } },
    intercept: {
      value: intercept,
      ci: { lower: medianIntercept(x, y, upper), upper: medianIntercept(x, y, lower), level },
    },
    residualSd: residualSd(x, y, slope, intercept),
    kendallTau: slopes.kendallTau,
    linearity: isLine ? linearityTest(x, y, { slope, intercept }) : UNDEFINED_LINEARITY,
    ...(note === undefined ? {} : { note }),
  };
}

function residualSd(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  slope: number,
  intercept: number,
): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (y[i]! - intercept - slope * x[i]!) ** 2;
  return Math.sqrt(sum / (x.length - 2));
}

function noteOn({ kendallTau }: RankedSlopes, isBounded: boolean): PassingBablok["note"] {
  if (!(kendallTau > 0)) return "no-positive-association";
  return isBounded ? undefined : "unbounded-interval";
}
