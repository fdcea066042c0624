import { checkLevel } from "../arm.js";
import { pairedDifferences } from "./paired-differences.js";
import { crossProducts, pearson, type StraightLine, straightLine } from "./straight-line.js";

/** Mean and standard deviation (divisor n − 1) of one method. */
export interface MethodSpread {
  readonly mean: number;
  readonly sd: number;
}

/** Regression of the differences on the means of the pairs, and the two methods by themselves. */
export interface ProportionalBias extends StraightLine {
  readonly method: "proportional-bias";
  readonly n: number;
  readonly test: MethodSpread;
  readonly reference: MethodSpread;
  readonly correlation: number; // Pearson's, of the two methods; NaN if one is constant
  /**
   * "zero-variance": every pair has the same mean, so that there is no slope and it reads NaN;
   * "two-pairs": two pairs give a line but no standard error, test or interval.
   */
  readonly note?: "zero-variance" | "two-pairs";
}

/**
 * Whether the difference of two methods grows or shrinks over the range of measurement: the line of
 * dᵢ = testᵢ − referenceᵢ on the mean of the pair, by ordinary least squares.
 *
 * A slope also comes from unequal spreads alone, whatever their cause: its test is Pitman and
 * Morgan's of equal variances.
 *
 * @param test - (n) one value per subject by the method under study
 * @param reference - (n) the same subjects, same order, same unit
 * @param options.level - confidence level of the interval of the slope; 0.95
 * @throws InvalidInput on unequal lengths, n < 2, non-finite values, or a level outside (0, 1)
 * @source [@bland1999] section 3.1, [@pitman1939]
 */
export function proportionalBias(
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): ProportionalBias {
  checkLevel("proportionalBias", level);
  const { n, means, differences } = pairedDifferences("proportionalBias", test, reference);
  const line = straightLine(means, differences, level);
  const products = crossProducts(test, reference);
  const spread = (mean: number, squares: number): MethodSpread => ({
    mean,
    sd: Math.sqrt(squares / (n - 1)),
  });
  const note = noteOf(n, line.slope.value);
  return {
    method: "proportional-bias",
    n,
    ...line,
    test: spread(products.meanX, products.sxx),
    reference: spread(products.meanY, products.syy),
    correlation: pearson(products, n),
    ...(note ? { note } : {}),
  };
}

function noteOf(n: number, slope: number): ProportionalBias["note"] {
  if (Number.isNaN(slope)) return "zero-variance";
  return n === 2 ? "two-pairs" : undefined;
}
