import { stirlingError } from "../../numeric/index.js";
import { checkMeanSdN, type MeanSdN, pooledSd } from "./t-tests.js";

/** Differences of two means in units of a standard deviation, first − second. */
export interface StandardisedDifference {
  readonly method: "standardised-difference";
  readonly cohenD: number; // in pooled SDs
  readonly hedgesG: number; // cohenD freed of its small-sample bias
  readonly correction: number; // the exact factor between the two
  readonly correctionApproximate: number; // 1 − 3/(4 df − 1), for comparison
  readonly varianceOfG: number; // large-sample
  readonly glassDelta: number; // in SDs of the second group
  /** "zero-variance": an SD that a difference is divided by is 0; that difference reads NaN. */
  readonly note?: "zero-variance";
}

/**
 * Cohen's d, Hedges's g with the exact correction, and Glass's delta.
 *
 * Exact intervals need the noncentral t distribution and are not given here.
 *
 * @throws InvalidInput when n < 2, an SD is negative or a number is not finite
 * @source [@hedges1981] the correction Γ(m/2)/(√(m/2) Γ((m − 1)/2)) and the variance
 */
export function standardisedDifference(first: MeanSdN, second: MeanSdN): StandardisedDifference {
  checkMeanSdN("standardisedDifference", first);
  checkMeanSdN("standardisedDifference", second);
  const df = first.n + second.n - 2;
  const difference = first.mean - second.mean;
  const inUnits = (sd: number): number => (sd === 0 ? Number.NaN : difference / sd);
  const cohenD = inUnits(pooledSd(first, second));
  const correction = hedgesCorrection(df);
  const hedgesG = cohenD * correction;
  const total = first.n + second.n;
  return {
    method: "standardised-difference",
    cohenD,
    hedgesG,
    correction,
    correctionApproximate: 1 - 3 / (4 * df - 1),
    varianceOfG: 1 / first.n + 1 / second.n + hedgesG ** 2 / (2 * total),
    glassDelta: inUnits(second.sd),
    ...(second.sd === 0 ? { note: "zero-variance" as const } : {}),
  };
}

/** Γ(x)/(√x Γ(x − ½)) with x = df/2, as Stirling's formula with its error, so nothing cancels. */
function hedgesCorrection(df: number): number {
  const x = df / 2;
  const log = -(x - 1) * Math.log1p(-0.5 / x) - 0.5 + stirlingError(x) - stirlingError(x - 0.5);
  return Math.exp(log);
}
