import { InvalidInput, type Random } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { brierOf } from "./brier.js";
import { cStatistic } from "./c-statistic.js";
import { coxCalibration } from "./calibration.js";
import { type Covariates, type NamedColumns, namedColumns } from "./covariates.js";
import { checkReplicates } from "./decision-curve.js";
import { designMatrix, toOriginal } from "./design-matrix.js";
import { firthMaximumOf } from "./firth.js";
import { reweightedMaximum } from "./irls.js";
import { risk } from "./likelihood.js";
import { checkSameLength, countEventsOfBoth } from "./outcome.js";
import { refuseSeparation } from "./separation.js";

/** A measure as it looks on the data of the fit, and as it would be on new subjects. */
export interface Optimism {
  readonly apparent: number;
  readonly optimism: number; // mean excess on the resample over the original data
  readonly corrected: number; // apparent − optimism
}

/** Internal validation by the bootstrap. */
export interface BootstrapOptimism {
  readonly method: "bootstrap-optimism";
  readonly estimator: "ml" | "firth";
  readonly n: number;
  readonly nEvents: number;
  readonly nReplicates: number; // that were fitted
  /** Resamples without a fit: one class, separated, or covariates that became linear in one another. */
  readonly failed: number;
  readonly auc: Optimism;
  readonly brier: Optimism;
  /** Corrected, it is the factor that shrinks the coefficients for new subjects. */
  readonly slope: Optimism;
  readonly inTheLarge: Optimism;
  /** "many-failed": over 5 % of the resamples had no fit, and what is left is a selection. */
  readonly note?: "many-failed";
}

/**
 * Harrell's bootstrap correction for optimism: the model is fitted anew to each resample and tried on
 * the original subjects; what it does better on its own resample is optimism.
 *
 * It corrects for fitting these covariates, not for having chosen them.
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param covariates - rows (n × p) or named columns of n; the intercept is added
 * @param estimator - `ml` as `fitLogistic`, `firth` as `fitFirth`
 * @param options.random - source of the resamples
 * @param options.replicates - resamples; 200
 * @throws InvalidInput (`one_class`, `separation`, `rank_deficient`, `replicates` below 20, …)
 * @source [@harrell1996]; [@steyerberg2001]
 */
export function bootstrapOptimism(
  outcome: ArrayLike<number>,
  covariates: Covariates,
  estimator: "ml" | "firth",
  { random, replicates = 200 }: { random: Random; replicates?: number },
): BootstrapOptimism {
  const where = "bootstrapOptimism";
  const events = countEventsOfBoth(where, outcome);
  const columns = namedColumns(where, covariates);
  checkSameLength(where, outcome, { length: columns.n }, "rows of covariates");
  if (estimator !== "ml" && estimator !== "firth") {
    throw new InvalidInput(where, `needs "ml" or "firth"; got ${shown(estimator)}`, "estimator");
  }
  checkReplicates(where, replicates);
  const apparent = measures(outcome, columns, coefficients(where, outcome, columns, estimator));
  const excess: Measures[] = [];
  for (let r = 0; r < replicates; r++) {
    const found = excessOfOne(where, outcome, columns, estimator, random.stream(r));
    if (found !== undefined) excess.push(found);
  }
  const failed = replicates - excess.length;
  const describe = (key: keyof Measures): Optimism => {
    const optimism = excess.reduce((sum, one) => sum + one[key], 0) / excess.length;
    return { apparent: apparent[key], optimism, corrected: apparent[key] - optimism };
  };
  return {
    method: "bootstrap-optimism",
    estimator,
    n: outcome.length,
    nEvents: events,
    nReplicates: excess.length,
    failed,
    auc: describe("auc"),
    brier: describe("brier"),
    slope: describe("slope"),
    inTheLarge: describe("inTheLarge"),
    ...(failed > 0.05 * replicates ? { note: "many-failed" as const } : {}),
  };
}

interface Measures {
  readonly auc: number;
  readonly brier: number;
  readonly slope: number;
  readonly inTheLarge: number;
}

/** What a resample's model does better on the resample than on the original; undefined without a fit. */
function excessOfOne(
  where: string,
  outcome: ArrayLike<number>,
  columns: NamedColumns,
  estimator: "ml" | "firth",
  random: Random,
): Measures | undefined {
  const drawn = Array.from({ length: columns.n }, () => random.integer(columns.n));
  const resampled = drawn.map((i) => outcome[i]!);
  const resampledColumns = {
    ...columns,
    columns: columns.columns.map((column) => Float64Array.from(drawn, (i) => column[i]!)),
  };
  try {
    countEventsOfBoth(where, resampled);
    const beta = coefficients(where, resampled, resampledColumns, estimator);
    const own = measures(resampled, resampledColumns, beta);
    const original = measures(outcome, columns, beta);
    const excess = {
      auc: own.auc - original.auc,
      brier: own.brier - original.brier,
      slope: own.slope - original.slope,
      inTheLarge: own.inTheLarge - original.inTheLarge,
    };
    return Object.values(excess).every(Number.isFinite) ? excess : undefined;
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}

function coefficients(
  where: string,
  outcome: ArrayLike<number>,
  columns: NamedColumns,
  estimator: "ml" | "firth",
): number[] {
  const design = designMatrix(where, columns);
  if (estimator === "ml") refuseSeparation(where, outcome, design);
  const maximum =
    estimator === "firth"
      ? firthMaximumOf(outcome, design)
      : reweightedMaximum({ outcome, rows: design.rows, q: design.p });
  if (maximum === undefined) {
    throw new InvalidInput(where, "finds no maximum of the likelihood", "not_converged");
  }
  return toOriginal(design, maximum.gamma);
}

function measures(
  outcome: ArrayLike<number>,
  { columns, n }: NamedColumns,
  beta: readonly number[],
): Measures {
  const risks = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let eta = beta[0]!;
    for (const [k, column] of columns.entries()) eta += beta[k + 1]! * column[i]!;
    risks[i] = risk(eta);
  }
  const events = Array.from(outcome).reduce((sum, y) => sum + y, 0);
  const { slope, inTheLarge } = coxCalibration(outcome, risks, events, 0.95);
  return {
    auc: cStatistic(outcome, risks),
    brier: brierOf(outcome, risks),
    slope: slope.value,
    inTheLarge: inTheLarge.value,
  };
}
