import { checkColumn } from "../columns.js";
import { type CutCounts, cutCounts, thresholdAt } from "./curve.js";
import { bestCuts, type CutoffRule, checkFraction } from "./cutoff-rules.js";
import { checkScored, type Direction } from "./scored.js";
import { type Tally, tally } from "./tally.js";

/** What a ROC curve gives for one rate when the other is fixed; all rates are fractions. */
export interface RateAtFixed {
  readonly fixed: number; // the rate asked for
  readonly interpolated: number; // on the straight lines between the points of the curve
  readonly achievable: number; // at a cut-off that exists, where the fixed rate is reached or exceeded
  readonly threshold: number; // that cut-off
  readonly reached: number; // the fixed rate there
}

/**
 * Sensitivity where the specificity is fixed: interpolated, and at the best cut-off that has at
 * least this specificity.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param specificities - (k) fractions
 * @throws InvalidInput as `areaUnderCurve`, and unless every specificity is from 0 to 1
 * @source [@pepe2003]
 */
export function sensitivityAtSpecificity(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  specificities: ArrayLike<number>,
): readonly RateAtFixed[] {
  const where = "sensitivityAtSpecificity";
  const counts = tally(checkScored(where, scores, events, direction));
  checkFractions(where, "specificity", specificities);
  const cuts = cutCounts(counts);
  return Array.from(specificities, (specificity) =>
    atFixed(counts, cuts, direction, { criterion: "sensitivity-at-specificity", specificity }),
  );
}

/**
 * Specificity where the sensitivity is fixed: interpolated, and at the best cut-off that has at
 * least this sensitivity.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param sensitivities - (k) fractions
 * @throws InvalidInput as `areaUnderCurve`, and unless every sensitivity is from 0 to 1
 * @source [@pepe2003]
 */
export function specificityAtSensitivity(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  sensitivities: ArrayLike<number>,
): readonly RateAtFixed[] {
  const where = "specificityAtSensitivity";
  const counts = tally(checkScored(where, scores, events, direction));
  checkFractions(where, "sensitivity", sensitivities);
  const cuts = cutCounts(counts);
  return Array.from(sensitivities, (sensitivity) =>
    atFixed(counts, cuts, direction, { criterion: "specificity-at-sensitivity", sensitivity }),
  );
}

/**
 * Refuses a column of other numbers than fractions.
 *
 * @param name - of one of them
 * @throws InvalidInput (`not_a_column`, `empty`, `not_finite`, `fraction`)
 */
export function checkFractions(where: string, name: string, values: ArrayLike<number>): void {
  checkColumn(where, `values of ${name}`, values);
  for (let i = 0; i < values.length; i++) checkFraction(where, name, values[i]!);
}

type FixedRule = Extract<CutoffRule, { specificity: number } | { sensitivity: number }>;

function atFixed(
  counts: Tally,
  { truePositives, trueNegatives, nEvents, nNonEvents }: CutCounts,
  direction: Direction,
  rule: FixedRule,
): RateAtFixed {
  const isSpecificity = rule.criterion === "sensitivity-at-specificity";
  const sensitivity = (cut: number): number => truePositives[cut]! / nEvents;
  const specificity = (cut: number): number => trueNegatives[cut]! / nNonEvents;
  const [fixed, along, height] = isSpecificity
    ? [rule.specificity, specificity, sensitivity]
    : [rule.sensitivity, sensitivity, specificity];
  // The best cut and, where several reach as much, the one that exceeds the fixed rate the most.
  const best = bestCuts({ truePositives, trueNegatives, nEvents, nNonEvents }, rule)[0]!;
  return {
    fixed,
    interpolated: interpolatedAt(truePositives.length, isSpecificity, along, height, fixed),
    achievable: height(best),
    threshold: thresholdAt(counts, direction, best),
    reached: along(best),
  };
}

/** The height of the curve where `along`, which rises over the cuts or falls, has a given value; the larger one on an upright. */
function interpolatedAt(
  cuts: number,
  isRising: boolean,
  along: (cut: number) => number,
  height: (cut: number) => number,
  fixed: number,
): number {
  let cut = isRising ? 0 : cuts - 1;
  const step = isRising ? 1 : -1;
  while (along(cut) < fixed) cut += step;
  if (along(cut) === fixed) return height(cut);
  const [a, b] = [cut - step, cut];
  const share = (fixed - along(a)) / (along(b) - along(a));
  return height(a) + share * (height(b) - height(a));
}
