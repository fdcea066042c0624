/** Confidence interval; `level` is its coverage as a fraction, 0.95 for 95 %. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** A quantity with its confidence interval, both in the quantity's own unit. */
export interface Estimate {
  readonly value: number;
  readonly ci: Interval;
}

/** An estimate with the standard error behind its interval, on the scale of the value. */
export interface EstimateWithError extends Estimate {
  readonly standardError: number;
}

/** Variances on the diagonal and the covariance beside it, of two quantities estimated together. */
export type Covariance2 = readonly [readonly [number, number], readonly [number, number]];
