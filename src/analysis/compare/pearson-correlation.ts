import { InvalidInput, leastSquares } from "../../numeric/index.js";
import { checkMatrix } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { checkCorrelated, correlationOf, correlationT, fisherInterval } from "./correlations.js";
import { isRounding } from "./mean-sd-n.js";

/** Pearson's correlation of two columns, or what is left of it given others. */
export interface PearsonCorrelation {
  readonly method: "pearson" | "partial";
  readonly n: number;
  readonly r: Estimate; // interval on Fisher's scale
  readonly t: number;
  readonly df: number;
  readonly p: number; // two-sided
  /** "too-few-for-interval": the interval needs two pairs more than the test and reads NaN. */
  readonly note?: "too-few-for-interval";
}

/**
 * Pearson's correlation.
 *
 * @param first - (n) one value per subject
 * @param second - (n) the same subjects, same order
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on unequal lengths, n < 3, values that are not finite, or a constant column
 * @source [@fisher1921] interval
 */
export function pearsonCorrelation(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): PearsonCorrelation {
  checkCorrelated("pearsonCorrelation", first, second, level);
  return result("pearson", correlationOf(first, second), first.length, 0, level);
}

/**
 * Pearson's correlation of what covariates leave unexplained of two columns.
 *
 * @param first - (n) one value per subject
 * @param second - (n) the same subjects, same order
 * @param covariates - (n × k) by rows, k at least 1
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on unequal lengths, n < k + 3, values that are not finite, a column that is
 *   constant or a linear combination of the covariates, or covariates that are that of each other
 * @source [@fisher1921] interval
 */
export function partialCorrelation(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  covariates: readonly ArrayLike<number>[],
  { level = 0.95 }: { level?: number } = {},
): PearsonCorrelation {
  const where = "partialCorrelation";
  checkCorrelated(where, first, second, level);
  checkMatrix(where, "covariates", covariates, { rows: 1, columns: 1 });
  const [n, k] = [first.length, covariates[0]!.length];
  if (covariates.length !== n) {
    const got = `${n} pairs and ${covariates.length} rows`;
    throw new InvalidInput(
      where,
      `needs covariates of every pair; got ${got}`,
      "different_lengths",
    );
  }
  if (n < k + 3) {
    throw new InvalidInput(where, `needs at least ${k + 3} pairs; got ${n}`, "too_few_pairs");
  }
  const centres = Array.from(
    { length: k },
    (_, j) => covariates.reduce((sum, row) => sum + row[j]!, 0) / n,
  );
  const model = covariates.map((row) => [1, ...Array.from(row, (value, j) => value - centres[j]!)]);
  const r = correlationOf(residuals(where, model, first), residuals(where, model, second));
  return result("partial", r, n, k, level);
}

function residuals(
  where: string,
  model: readonly (readonly number[])[],
  values: ArrayLike<number>,
): Float64Array {
  const centred = Float64Array.from(values, (value) => value - values[0]!);
  const fit = leastSquares(model, centred);
  if (fit === undefined) {
    const rule = "needs covariates that vary and are no combination of each other";
    throw new InvalidInput(where, rule, "rank_deficient");
  }
  const left = centred.map(
    (value, i) => value - model[i]!.reduce((sum, x, j) => sum + x * fit.coefficients[j]!, 0),
  );
  const largest = Math.max(...centred.map(Math.abs));
  if (isRounding(Math.max(...left.map(Math.abs)) / 100, largest)) {
    const rule = "needs columns that the covariates do not determine";
    throw new InvalidInput(where, rule, "zero_variance");
  }
  return left;
}

function result(
  method: PearsonCorrelation["method"],
  r: number,
  n: number,
  covariates: number,
  level: number,
): PearsonCorrelation {
  const df = n - 2 - covariates;
  const standardError = df > 1 ? 1 / Math.sqrt(df - 1) : Number.NaN;
  const ci = fisherInterval(r, standardError, level);
  const note = df > 1 ? {} : ({ note: "too-few-for-interval" } as const);
  return { method, n, r: { value: r, ci }, df, ...correlationT(r, df), ...note };
}
