import { InvalidInput, mean, sampleStandardDeviation } from "../../numeric/index.js";
import { checkColumn, shown } from "../columns.js";

/** A group as papers print it: mean, sample standard deviation (divisor n − 1) and size. */
export interface MeanSdN {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

/**
 * Mean, standard deviation and size of a group, as the tests of means take them.
 *
 * @param values - (n) one value per subject
 * @throws InvalidInput when a value is not finite or n < 2
 */
export function meanSdN(values: ArrayLike<number>): MeanSdN {
  checkColumn("meanSdN", "values", values, 2);
  return { mean: mean(values), sd: sampleStandardDeviation(values), n: values.length };
}

/**
 * Refuses a summary that no group could have.
 *
 * @throws InvalidInput (`n_too_small`, `not_finite`, `negative_sd`) when n < 2, an SD is negative or
 *   a number is not finite
 */
export function checkMeanSdN(where: string, { mean, sd, n }: MeanSdN): void {
  if (!Number.isSafeInteger(n) || n < 2) {
    const rule = `needs n of at least 2 for a standard deviation; got ${shown(n)}`;
    throw new InvalidInput(where, rule, "n_too_small");
  }
  if (!Number.isFinite(mean)) {
    throw new InvalidInput(where, `needs a finite mean; got ${shown(mean)}`, "not_finite");
  }
  if (!(Number.isFinite(sd) && sd >= 0)) {
    const rule = `needs a standard deviation of at least 0; got ${shown(sd)}`;
    throw new InvalidInput(where, rule, "negative_sd");
  }
}

const ROUNDING = 10 * Number.EPSILON; // the allowance of R's t.test

/** Whether a standard error is no more than what rounding leaves of values of this size. */
export function isRounding(standardError: number, ...means: readonly number[]): boolean {
  return standardError <= ROUNDING * Math.max(...means.map(Math.abs));
}
