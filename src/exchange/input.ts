import { z } from "../data/schema.js";
import { InvalidInput } from "../numeric/invalid-input.js";

/** ±Infinity have no number in JSON; they travel as these words. */
const INFINITE = { Infinity: Number.POSITIVE_INFINITY, "-Infinity": Number.NEGATIVE_INFINITY };

/** A number, ±Infinity as a word. */
export const number: z.ZodType<number> = z.union([
  z.number(),
  z.enum(["Infinity", "-Infinity"]).transform((word) => INFINITE[word]),
]);

/** A column; null, a missing observation, becomes NaN. */
export const column: z.ZodType<number[]> = z.array(number.or(z.null().transform(() => Number.NaN)));

/** A matrix by rows; null, a missing observation, becomes NaN. */
export const matrix: z.ZodType<number[][]> = z.array(column);

/** A column of words or numbers that name subjects or groups. */
export const names: z.ZodType<(string | number | null)[]> = z.array(
  z.union([z.string(), z.number(), z.null()]),
);

/** `conf_level`, the coverage of every interval of an answer. */
export const confLevel: z.ZodType<number> = z.number().default(0.95);

/**
 * The pairs of two columns that have both values.
 *
 * @throws InvalidInput (`different_lengths`) when they are no pairs
 */
export function completePairs(x: readonly number[], y: readonly number[]): [number[], number[]] {
  if (x.length !== y.length) {
    const rule = `needs pairs; got ${x.length} and ${y.length} values`;
    throw new InvalidInput("completePairs", rule, "different_lengths");
  }
  const [keptX, keptY]: [number[], number[]] = [[], []];
  for (const [i, value] of x.entries()) {
    if (Number.isNaN(value) || Number.isNaN(y[i])) continue;
    keptX.push(value);
    keptY.push(y[i]!);
  }
  return [keptX, keptY];
}

/** The values that are not missing. */
export function present(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value));
}

/** The rows of a matrix that miss no value. */
export function completeRows(rows: readonly number[][]): number[][] {
  return rows.filter((row) => !row.some(Number.isNaN));
}
