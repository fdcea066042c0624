import { normalUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkPairs } from "../columns.js";
import type { Estimate, Interval } from "../estimate.js";
import { crossProducts, pearson } from "./straight-line.js";

/** Lin's concordance correlation and what makes it up; no field has a unit. */
export interface LinConcordance {
  readonly method: "lin-concordance";
  readonly n: number;
  readonly concordance: Estimate; // interval by Fisher's z transformation
  readonly asymptotic: Interval; // without it; may leave [−1, 1]
  readonly standardError: number; // of the untransformed coefficient
  readonly pearson: Estimate; // precision; interval by Fisher's z, NaN for n = 3
  readonly biasCorrection: number; // accuracy C_b: concordance = pearson × C_b
  readonly scaleShift: number; // SD of the second over the first
  readonly locationShift: number; // (mean second − mean first) / √(product of the SDs)
  /**
   * "zero-variance": a column is constant, so the coefficient is 0 (or, both constant and equal,
   * NaN) and the rest reads NaN; "perfect": the pairs lie on the line of identity, without an
   * interval.
   */
  readonly note?: "zero-variance" | "perfect";
}

/**
 * Lin's concordance correlation coefficient: how close the pairs are to the line of identity.
 *
 * Variances have the divisor n; the standard error is that of Lin's erratum with the divisor n − 2.
 *
 * @param first - (n) one value per subject
 * @param second - (n) the same subjects, same order, same unit
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput on unequal lengths, n < 3 (`too_few_pairs`), non-finite values, or a level
 *   outside (0, 1)
 * @source [@lin1989], [@lin2000note] erratum
 */
export function linConcordance(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): LinConcordance {
  checkLevel("linConcordance", level);
  checkPairs("linConcordance", first, second, 3);
  const n = first.length;
  const { meanX, meanY, sxx, sxy, syy } = crossProducts(first, second);
  const shift = meanY - meanX;
  const value = (2 * sxy) / (sxx + syy + n * shift * shift);
  const r = pearson({ meanX, meanY, sxx, sxy, syy }, n);
  if (Number.isNaN(r)) return constantColumn(n, value, level);

  const locationShift = (shift * Math.sqrt(n)) / (sxx * syy) ** 0.25;
  const biasCorrection = 2 / (Math.sqrt(syy / sxx) + Math.sqrt(sxx / syy) + locationShift ** 2);
  const isPerfect = value === 1;
  const z = normalUpperQuantile((1 - level) / 2);
  const standardError = concordanceError({ value, r, biasCorrection, locationShift, n });
  const transformed = standardError / (1 - value * value);
  return {
    method: "lin-concordance",
    n,
    concordance: {
      value,
      ci: isPerfect ? undefinedInterval(level) : fisherInterval(value, z * transformed, level),
    },
    asymptotic: { lower: value - z * standardError, upper: value + z * standardError, level },
    standardError,
    pearson: {
      value: r,
      ci: n > 3 ? fisherInterval(r, z / Math.sqrt(n - 3), level) : undefinedInterval(level),
    },
    biasCorrection,
    scaleShift: Math.sqrt(syy / sxx),
    locationShift,
    ...(isPerfect ? { note: "perfect" as const } : {}),
  };
}

/** Lin's standard error of the coefficient; rounding may leave its variance below 0. */
export function concordanceError({
  value,
  r,
  biasCorrection,
  locationShift,
  n,
}: {
  readonly value: number;
  readonly r: number;
  readonly biasCorrection: number;
  readonly locationShift: number;
  readonly n: number;
}): number {
  const square = locationShift ** 2;
  const variance =
    (1 - r * r) * biasCorrection ** 2 * (1 - value * value) +
    2 * value * value * biasCorrection * (1 - value) * square -
    0.5 * (value * biasCorrection * square) ** 2;
  return Math.sqrt(Math.max(0, variance) / (n - 2));
}

function fisherInterval(value: number, reach: number, level: number): Interval {
  const centre = Math.atanh(value);
  return { lower: Math.tanh(centre - reach), upper: Math.tanh(centre + reach), level };
}

function undefinedInterval(level: number): Interval {
  return { lower: Number.NaN, upper: Number.NaN, level };
}

function constantColumn(n: number, value: number, level: number): LinConcordance {
  const none = undefinedInterval(level);
  return {
    method: "lin-concordance",
    n,
    concordance: { value, ci: none },
    asymptotic: none,
    standardError: Number.NaN,
    pearson: { value: Number.NaN, ci: none },
    biasCorrection: Number.NaN,
    scaleShift: Number.NaN,
    locationShift: Number.NaN,
    note: "zero-variance",
  };
}
