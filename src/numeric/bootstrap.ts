import { checkArray, checkCount } from "./checks.js";
import { mean, sampleStandardDeviation } from "./descriptive.js";
import { InvalidInput } from "./invalid-input.js";
import type { Random } from "./random.js";
import { drawRows, type Label, type ResamplingPlan, resamplingPlan } from "./resampling-plan.js";

/** A statistic of rows; NaN, or a refusal by `InvalidInput`, where it is not defined. */
export type RowStatistic<Row> = (rows: readonly Row[]) => number;

/** Replicates of a statistic under resampling, from which the intervals are made. */
export interface Bootstrap {
  readonly estimate: number;
  /** (replicates) in the order of their streams; NaN where the statistic was not defined. */
  readonly replicates: Float64Array;
  /** Replicates that are NaN; intervals leave them out. */
  readonly failed: number;
  /** Mean of the replicates less the estimate. */
  readonly bias: number;
  /** Standard deviation of the replicates. */
  readonly standardError: number;
  /** (units) jackknife influence of each row or cluster, for BCa intervals. */
  readonly influence: Float64Array;
  /** Standard error of the estimate by its formula; for studentized intervals, where one is given. */
  readonly formulaError?: number;
  /** (replicates) the same of each replicate. */
  readonly formulaErrors?: Float64Array;
}

/** What a bootstrap needs besides the data. */
export interface BootstrapOptions<Row> {
  /** Source of chance; replicate i draws from its stream i, so that any worker gets the same. */
  readonly random: Random;
  /** Number of replicates; 2,000. */
  readonly replicates?: number;
  /** (n) stratum of each row; each keeps its size. */
  readonly strata?: ArrayLike<Label>;
  /** (n) cluster of each row, such as the patient of a repeated measurement. */
  readonly clusters?: ArrayLike<Label>;
  /** Standard error of the statistic by a formula, for studentized intervals. */
  readonly formulaError?: RowStatistic<Row>;
}

/**
 * Replicates of a statistic on rows drawn anew with replacement.
 *
 * For columns, let the rows be their indices, and the statistic pick from the columns.
 *
 * @param statistic - of the rows; it may be asked for any multiset of them
 * @param data - (n) rows, n at least 2
 * @throws InvalidInput when there are fewer than 2 rows, replicates is no positive count, labels do
 *   not match the rows, or the statistic of the data is not finite
 * @source [@efron1993]
 */
export function bootstrap<Row>(
  statistic: RowStatistic<Row>,
  data: ArrayLike<Row>,
  { random, replicates = 2000, strata, clusters, formulaError }: BootstrapOptions<Row>,
): Bootstrap {
  const where = "bootstrap";
  checkArray(where, "rows", data);
  checkCount(where, "replicates", replicates);
  if (data.length < 2) {
    throw new InvalidInput(where, `needs at least 2 rows; got ${data.length}`, "n_too_small");
  }
  if (replicates < 2)
    throw new InvalidInput(where, `needs at least 2 replicates; got ${replicates}`);
  const rows = Array.from(data);
  const estimate = statistic(rows);
  if (!Number.isFinite(estimate)) {
    throw new InvalidInput(where, `needs a finite statistic of the data; got ${estimate}`);
  }
  const plan = resamplingPlan(where, rows.length, strata, clusters);
  const values = new Float64Array(replicates);
  const errors = formulaError && new Float64Array(replicates);
  for (let i = 0; i < replicates; i++) {
    const drawn = drawRows(plan, random.stream(i)).map((row) => rows[row]!);
    values[i] = definedOrNaN(statistic, drawn);
    if (errors) errors[i] = definedOrNaN(formulaError, drawn);
  }
  const finite = values.filter(Number.isFinite);
  return {
    estimate,
    replicates: values,
    failed: replicates - finite.length,
    bias: finite.length > 0 ? mean(finite) - estimate : Number.NaN,
    standardError: finite.length > 0 ? sampleStandardDeviation(finite) : Number.NaN,
    influence: influenceOf(statistic, rows, estimate, plan),
    ...(errors && { formulaError: formulaError(rows), formulaErrors: errors }),
  };
}

/**
 * Jackknife influence of each unit: (m − 1)(θ − θ without it), m the units of its stratum, weighed
 * by the share of the stratum so that strata of different sizes are on one scale.
 */
function influenceOf<Row>(
  statistic: RowStatistic<Row>,
  rows: readonly Row[],
  estimate: number,
  { units, strata }: ResamplingPlan,
): Float64Array {
  const influence = new Float64Array(units.length);
  for (const stratum of strata) {
    const weight = ((stratum.length - 1) * units.length) / stratum.length;
    for (const unit of stratum) {
      const without = new Set(units[unit]);
      const left = rows.filter((_, row) => !without.has(row));
      // A stratum of one unit has no resampling variation of its own.
      influence[unit] = weight === 0 ? 0 : weight * (estimate - definedOrNaN(statistic, left));
    }
  }
  return influence;
}

function definedOrNaN<Row>(statistic: RowStatistic<Row>, rows: readonly Row[]): number {
  try {
    return statistic(rows);
  } catch (error) {
    if (error instanceof InvalidInput) return Number.NaN;
    throw error;
  }
}
