import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";

/** How many subjects of a study had the event and how many had not. */
export interface ClassSizes {
  readonly events: number;
  readonly nonEvents: number;
}

/**
 * Refuses what are no sizes of the two classes.
 *
 * @throws InvalidInput (`not_a_count`) unless both are integers of at least 1
 */
export function checkClassSizes(where: string, sizes: ClassSizes): void {
  const { events, nonEvents } = sizes ?? {};
  for (const n of [events, nonEvents]) {
    if (!Number.isSafeInteger(n) || n < 1) {
      const rule = `needs events and non-events, each an integer of at least 1; got ${shown(n)}`;
      throw new InvalidInput(where, rule, "not_a_count");
    }
  }
}

/**
 * Refuses what is no area under a curve that was published.
 *
 * @throws InvalidInput (`auc`) unless it lies strictly between 0 and 1
 */
export function checkPublishedArea(where: string, auc: number): void {
  if (typeof auc !== "number" || !(auc > 0 && auc < 1)) {
    throw new InvalidInput(where, `needs an auc between 0 and 1; got ${shown(auc)}`, "auc");
  }
}

/**
 * Refuses what is no correlation.
 *
 * @throws InvalidInput (`correlation`) unless it lies from −1 to 1
 */
export function checkCorrelation(where: string, correlation: number): void {
  if (typeof correlation !== "number" || !(correlation >= -1 && correlation <= 1)) {
    const rule = `needs a correlation from -1 to 1; got ${shown(correlation)}`;
    throw new InvalidInput(where, rule, "correlation");
  }
}
