import { checkJson, jsonPath, oneMessage } from "../data/read-json.js";
import type { z } from "../data/schema.js";
import { InvalidInput } from "../numeric/invalid-input.js";

/**
 * What a statistic answers, by the names of the exchange format: numbers, arrays of numbers and
 * objects of them; NaN where a number is not defined. With `error`, a code, it is a refusal, and
 * the other fields are what is known all the same.
 */
export type Answer = Readonly<Record<string, unknown>> & { readonly error?: string };

/** A statistic of the exchange format: takes its JSON input and answers. */
export type Statistic = (input: unknown) => Answer;

/** Statistics by their ids. */
export type Statistics = Readonly<Record<string, Statistic>>;

/**
 * A statistic from the schema of its input and from what computes the answer.
 *
 * @param id - its name in the exchange format
 * @param schema - of the input; fields that it does not name are passed over
 * @param compute - from the checked input to the answer; what it refuses by `InvalidInput` becomes
 *   an answer with `error`
 */
export function statistic<T>(
  id: string,
  schema: z.ZodType<T>,
  compute: (input: T) => Answer,
): Statistic {
  return (input) => {
    const checked = checkJson(input, schema);
    if ("faults" in checked) {
      const lines = checked.faults.map(({ path, message }) => `${jsonPath(path)}: ${message}`);
      throw new InvalidInput(`the input of ${id}`, oneMessage(lines), "schema");
    }
    try {
      return compute(checked.value);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return { error: error.code, why: error.message };
    }
  };
}
