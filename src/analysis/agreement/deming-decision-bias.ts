import { checkColumn } from "../columns.js";
import type { Estimate } from "../estimate.js";

/** What the test method is expected to read beyond the comparative method at one value of it. */
export interface DecisionBias {
  readonly at: number; // value of the comparative method, a medical decision level
  readonly bias: Estimate; // intercept + (slope − 1)·at, in the unit of the measurements
}

/**
 * Refuses what cannot be decision levels; none asked for is fine.
 *
 * @throws InvalidInput on an empty or non-finite column
 */
export function checkDecisionLevels(where: string, at: ArrayLike<number> | undefined): void {
  if (at !== undefined) checkColumn(where, "decision levels", at);
}
