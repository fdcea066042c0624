import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { checkEvents, checkMarker, type Direction } from "./scored.js";
import { tally, twicePairsWon } from "./tally.js";

/** How well one score tells each two of several ordered classes apart. */
export interface MulticlassArea {
  readonly method: "multiclass-area";
  readonly direction: Direction;
  readonly classes: readonly number[]; // ascending
  readonly sizes: readonly number[];
  readonly value: number; // mean of the pairs' areas
  readonly pairs: readonly ClassPair[]; // (c(c − 1)/2) lower against higher class
}

/** The area of two classes. */
export interface ClassPair {
  readonly lower: number;
  readonly higher: number;
  readonly area: number;
}

/**
 * Hand and Till's mean of the areas under the ROC curves of all pairs of classes, for one score and
 * classes with an order: in every pair the higher class plays the event. No pair is turned round.
 *
 * @param scores - (n) one for each subject
 * @param classes - (n) class of each subject, as a number
 * @param direction - which scores speak for the higher class
 * @throws InvalidInput on unequal lengths, scores or classes that are not finite, or a single class
 * @source [@hand2001]
 */
export function multiclassArea(
  scores: ArrayLike<number>,
  classes: ArrayLike<number>,
  direction: Direction,
): MulticlassArea {
  const where = "multiclassArea";
  const oriented = checkMarker(where, "scores", { scores, direction });
  const levels = checkClasses(where, classes, oriented.length);
  const members = levels.map((level) =>
    Array.from(oriented.keys()).filter((i) => classes[i] === level),
  );
  const pairs: ClassPair[] = [];
  for (const [j, higher] of levels.entries()) {
    for (let i = 0; i < j; i++) {
      pairs.push({
        lower: levels[i]!,
        higher,
        area: areaBetween(oriented, members[i]!, members[j]!),
      });
    }
  }
  pairs.sort((p, q) => p.lower - q.lower || p.higher - q.higher);
  return {
    method: "multiclass-area",
    direction,
    classes: levels,
    sizes: members.map(({ length }) => length),
    value: pairs.reduce((sum, { area }) => sum + area, 0) / pairs.length,
    pairs,
  };
}

function areaBetween(
  oriented: Float64Array,
  lower: readonly number[],
  higher: readonly number[],
): number {
  const rows = [...lower, ...higher];
  const outcomes = checkEvents(
    "multiclassArea",
    rows.map((_, place) => place >= lower.length),
    rows.length,
  );
  const direction = "higher" as const; // as oriented
  const scored = { direction, oriented: Float64Array.from(rows, (i) => oriented[i]!), outcomes };
  return twicePairsWon(tally(scored)) / (2 * lower.length * higher.length);
}

function checkClasses(where: string, classes: ArrayLike<number>, n: number): number[] {
  const isColumn = Array.isArray(classes) || (ArrayBuffer.isView(classes) && "length" in classes);
  if (!isColumn) {
    const rule = `needs an array of classes; got ${shown(classes)}`;
    throw new InvalidInput(where, rule, "not_a_column");
  }
  if (classes.length !== n) {
    const rule = `needs one class for each score; got ${n} scores and ${classes.length} classes`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(classes[i])) {
      const rule = `needs classes that are finite numbers; class ${i} is ${shown(classes[i])}`;
      throw new InvalidInput(where, rule, "not_finite");
    }
  }
  const levels = [...new Set(Array.from(classes))].sort((a, b) => a - b);
  if (levels.length < 2) {
    throw new InvalidInput(where, "needs at least 2 classes; got 1", "one_class");
  }
  return levels;
}
