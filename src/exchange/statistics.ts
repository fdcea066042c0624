import { InvalidInput } from "../numeric/invalid-input.js";
import { AGREEMENT } from "./agreement/index.js";
import { COMPARE } from "./compare/index.js";
import { CONSISTENCY } from "./consistency/index.js";
import { DESIGN } from "./design/index.js";
import { DIAGNOSTIC } from "./diagnostic/index.js";
import { DISTRIBUTIONS } from "./distributions/index.js";
import { META } from "./meta/index.js";
import { PREDICTION } from "./prediction/index.js";
import { RELIABILITY } from "./reliability/index.js";
import { RESAMPLING } from "./resampling/index.js";
import { ROC } from "./roc/index.js";
import type { Answer, Statistics } from "./statistic.js";

/** Every statistic of the exchange format by its id: the one place that maps ids to functions. */
export const STATISTICS: Statistics = {
  ...AGREEMENT,
  ...COMPARE,
  ...CONSISTENCY,
  ...DESIGN,
  ...DIAGNOSTIC,
  ...DISTRIBUTIONS,
  ...META,
  ...PREDICTION,
  ...RELIABILITY,
  ...RESAMPLING,
  ...ROC,
};

/**
 * The answer of a statistic to a JSON input.
 *
 * @param id - such as `bland_altman`
 * @throws InvalidInput when there is no such statistic, or the input does not have its shape
 */
export function answer(id: string, input: unknown): Answer {
  if (!Object.hasOwn(STATISTICS, id)) {
    const near = Object.keys(STATISTICS).filter(
      (known) => known.includes(id) || id.includes(known),
    );
    const hint = near.length > 0 ? near : Object.keys(STATISTICS).sort();
    throw new InvalidInput(
      "answer",
      `needs a known statistic; got "${id}". There is ${hint.join(", ")}`,
    );
  }
  return STATISTICS[id]!(input);
}
