import { z } from "../../data/schema.js";
import { InvalidInput } from "../../numeric/index.js";
import { column } from "../input.js";

/** Which scores speak for the event. */
export const direction: z.ZodDefault<z.ZodEnum<{ higher: "higher"; lower: "lower" }>> = z
  .enum(["higher", "lower"])
  .default("higher");

/** One score for each subject and who had the event. */
export const scoredShape: {
  labels: typeof column;
  scores: typeof column;
  direction: typeof direction;
} = { labels: column, scores: column, direction };

/**
 * The columns without the subjects of whom a value is missing.
 *
 * @param id - of the statistic that asks
 * @throws InvalidInput (`different_lengths`) unless all columns have one length
 */
export function completeColumns(id: string, ...columns: readonly number[][]): number[][] {
  const n = columns[0]!.length;
  const odd = columns.find(({ length }) => length !== n);
  if (odd) {
    const rule = `needs columns of one length; got ${n} and ${odd.length} values`;
    throw new InvalidInput(id, rule, "different_lengths");
  }
  const isComplete = (i: number): boolean => columns.every((values) => !Number.isNaN(values[i]!));
  return columns.map((values) => values.filter((_, i) => isComplete(i)));
}

/** What `completeColumns` gives for two columns. */
export type Two = [number[], number[]];

/** What `completeColumns` gives for three columns. */
export type Three = [number[], number[], number[]];
