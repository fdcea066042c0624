import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";

/** `loa_level`, the share of differences that the limits of agreement should hold. */
const loaLevel: z.ZodType<number> = z.number().default(0.95);

/** Two columns of measurements. */
export const xAndY: { readonly x: typeof column; readonly y: typeof column } = {
  x: column,
  y: column,
};

/** The levels that most statistics of agreement ask for. */
export const levels: {
  readonly conf_level: z.ZodType<number>;
  readonly loa_level: z.ZodType<number>;
} = { conf_level: confLevel, loa_level: loaLevel };

/** The pairs that have both values; columns of unequal lengths stay as they are, to be refused. */
export function pairsOf({
  x,
  y,
}: {
  readonly x: readonly number[];
  readonly y: readonly number[];
}): [readonly number[], readonly number[]] {
  return x.length === y.length ? completePairs(x, y) : [x, y];
}
