import { z } from "../../data/schema.js";
import { column, confLevel, matrix } from "../input.js";

/** Outcome, covariates by rows, their names and the level: what the regressions take. */
export const regression: z.ZodType<Regression> = z.object({
  y: column,
  x: matrix,
  names: z.array(z.string()).optional(),
  conf_level: confLevel,
});

/** Input of a regression. */
export interface Regression {
  readonly y: number[];
  readonly x: number[][];
  readonly names?: string[] | undefined;
  readonly conf_level: number;
}

/** The rows whose outcome and covariates are all there. */
export function completeCases({ y, x }: { y: readonly number[]; x: readonly number[][] }): {
  y: number[];
  x: number[][];
} {
  const kept = x.map((row, i) => !Number.isNaN(y[i]) && !row.some(Number.isNaN));
  return { y: y.filter((_, i) => kept[i] ?? true), x: x.filter((_, i) => kept[i]) };
}

/** The terms of a model of rows by the names that the input gives them. */
export function termNames(
  terms: readonly string[],
  names: readonly string[] | undefined,
): string[] {
  return terms.map((term, k) => (k === 0 ? term : (names?.[k - 1] ?? term)));
}
