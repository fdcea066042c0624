import { chiSquareSurvival } from "../numeric/index.js";

/** A χ² statistic with its p. */
export interface ChiSquare {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/** The χ² test of a statistic that is not below 0 but by rounding. */
export function chiSquare(statistic: number, df: number): ChiSquare {
  const value = Math.max(0, statistic);
  return { statistic: value, df, p: chiSquareSurvival(value, df) };
}
