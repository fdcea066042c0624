import { expect } from "vitest";

/** Expects two numbers to agree to a number of decimals, or both to be NaN or the same infinity. */
export function expectClose(got: number, want: number, decimals: number): void {
  if (Number.isFinite(want)) expect(got).toBeCloseTo(want, decimals);
  else expect(got).toBe(want);
}
