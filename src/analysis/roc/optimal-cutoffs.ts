import { cutCounts, thresholdAt } from "./curve.js";
import { bestCuts, type CutoffRule, checkRule } from "./cutoff-rules.js";
import { checkScored, type Direction } from "./scored.js";
import { tally } from "./tally.js";

/** A cut-off and what it gets right in the data that it was found in. */
export interface Cutoff {
  readonly threshold: number; // in the unit of the scores; ±Infinity calls everybody or nobody positive
  readonly truePositives: number;
  readonly trueNegatives: number;
  readonly sensitivity: number;
  readonly specificity: number;
  readonly youden: number; // sensitivity + specificity − 1
}

/** The best cut-offs by a rule. */
export interface OptimalCutoffs {
  readonly method: "optimal-cutoffs";
  readonly rule: CutoffRule;
  readonly direction: Direction;
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly cutoffs: readonly Cutoff[]; // all that tie, by ascending threshold; at least one
}

/**
 * The cut-offs of a score that are the best by a rule, all of them when several tie. Their
 * sensitivity and specificity are those of the data that chose them, and so too good:
 * see `bootstrapCutoff`.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param rule - such as { criterion: "youden" }
 * @throws InvalidInput as `areaUnderCurve`, and for a rule that is not known, a cost ratio of 0 or
 *   below, a prevalence outside (0, 1) or a fraction outside [0, 1]
 * @source [@youden1950]; [@perkins2006] the corner; [@metz1978] the weight of costs and prevalence
 */
export function optimalCutoffs(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  rule: CutoffRule,
): OptimalCutoffs {
  const scored = checkScored("optimalCutoffs", scores, events, direction);
  checkRule("optimalCutoffs", rule);
  const counts = tally(scored);
  const { nEvents, nNonEvents } = counts;
  const right = cutCounts(counts);
  const cutoffs = bestCuts(right, rule).map((cut): Cutoff => {
    const tp = right.truePositives[cut]!;
    const tn = right.trueNegatives[cut]!;
    return {
      threshold: thresholdAt(counts, direction, cut),
      truePositives: tp,
      trueNegatives: tn,
      sensitivity: tp / nEvents,
      specificity: tn / nNonEvents,
      youden: (tp * nNonEvents + tn * nEvents) / (nEvents * nNonEvents) - 1,
    };
  });
  if (direction === "lower") cutoffs.reverse();
  return { method: "optimal-cutoffs", rule: { ...rule }, direction, nEvents, nNonEvents, cutoffs };
}
