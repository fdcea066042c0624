import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import type { CutCounts } from "./curve.js";

/** What a missed event costs, in false alarms, and how common the event is where the cut-off is to be used. */
export interface CutoffWeights {
  readonly costRatio?: number; // 1
  readonly prevalence?: number; // ½, which with a cost ratio of 1 weighs sensitivity and specificity alike
}

/**
 * What makes a cut-off the best. With r = (1 − prevalence)/(costRatio · prevalence):
 * - `youden`: the largest sensitivity + r · specificity, which is the least expected cost
 * - `closest-to-corner`: the least (1 − sensitivity)² + r · (1 − specificity)²
 * - `sensitivity-at-specificity`: the largest sensitivity where the specificity is at least the one
 *   given, and then the largest specificity
 * - `specificity-at-sensitivity`: the same with the two exchanged
 */
export type CutoffRule =
  | ({ readonly criterion: "youden" } & CutoffWeights)
  | ({ readonly criterion: "closest-to-corner" } & CutoffWeights)
  | { readonly criterion: "sensitivity-at-specificity"; readonly specificity: number }
  | { readonly criterion: "specificity-at-sensitivity"; readonly sensitivity: number };

/** Values this close, relatively, differ by rounding only; those of two counts differ by more. */
const ROUNDING = 16 * Number.EPSILON;

/**
 * Refuses what is no rule for a cut-off.
 *
 * @throws InvalidInput (`criterion`, `cost_ratio`, `prevalence`, `fraction`)
 */
export function checkRule(where: string, rule: CutoffRule): void {
  switch (rule?.criterion) {
    case "youden":
    case "closest-to-corner":
      checkWeights(where, rule);
      return;
    case "sensitivity-at-specificity":
      checkFraction(where, "specificity", rule.specificity);
      return;
    case "specificity-at-sensitivity":
      checkFraction(where, "sensitivity", rule.sensitivity);
      return;
    default: {
      const got = shown((rule as { criterion?: unknown } | null | undefined)?.criterion);
      throw new InvalidInput(
        where,
        `needs a known criterion of a cut-off; got ${got}`,
        "criterion",
      );
    }
  }
}

function checkWeights(where: string, { costRatio = 1, prevalence = 0.5 }: CutoffWeights): void {
  if (!(Number.isFinite(costRatio) && costRatio > 0)) {
    const rule = `needs a cost ratio above 0; got ${shown(costRatio)}`;
    throw new InvalidInput(where, rule, "cost_ratio");
  }
  if (!(Number.isFinite(prevalence) && prevalence > 0 && prevalence < 1)) {
    const rule = `needs a prevalence between 0 and 1; got ${shown(prevalence)}`;
    throw new InvalidInput(where, rule, "prevalence");
  }
}

/**
 * Refuses what is no fraction.
 *
 * @throws InvalidInput (`fraction`) unless 0 ≤ value ≤ 1
 */
export function checkFraction(where: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0 && value <= 1)) {
    throw new InvalidInput(where, `needs a ${name} from 0 to 1; got ${shown(value)}`, "fraction");
  }
}

/** All cuts that are the best by a rule, specificity ascending. */
export function bestCuts(counts: CutCounts, rule: CutoffRule): number[] {
  const { truePositives, trueNegatives } = counts;
  const worth = worthBy(rule, counts.nEvents, counts.nNonEvents);
  let best = Number.NEGATIVE_INFINITY;
  let cuts: number[] = [];
  for (let cut = 0; cut < truePositives.length; cut++) {
    const value = worth(truePositives[cut]!, trueNegatives[cut]!);
    if (value === Number.NEGATIVE_INFINITY) continue;
    const slack = ROUNDING * Math.abs(best === Number.NEGATIVE_INFINITY ? 0 : best);
    if (value > best + slack) {
      best = value;
      cuts = [cut];
    } else if (value >= best - slack) {
      cuts.push(cut);
    }
  }
  return cuts;
}

/** What a rule makes as large as can be, from the counts that are right; whole numbers where it can be. */
function worthBy(
  rule: CutoffRule,
  nEvents: number,
  nNonEvents: number,
): (truePositives: number, trueNegatives: number) => number {
  switch (rule.criterion) {
    case "youden": {
      const r = weightOf(rule);
      return (tp, tn) => tp * nNonEvents + r * (tn * nEvents);
    }
    case "closest-to-corner": {
      const r = weightOf(rule);
      return (tp, tn) =>
        -(((nEvents - tp) * nNonEvents) ** 2 + r * ((nNonEvents - tn) * nEvents) ** 2);
    }
    case "sensitivity-at-specificity":
      return (tp, tn) =>
        tn / nNonEvents >= rule.specificity ? tp * (nNonEvents + 1) + tn : -Infinity;
    case "specificity-at-sensitivity":
      return (tp, tn) => (tp / nEvents >= rule.sensitivity ? tn * (nEvents + 1) + tp : -Infinity);
  }
}

function weightOf({ costRatio = 1, prevalence = 0.5 }: CutoffWeights): number {
  return (1 - prevalence) / (costRatio * prevalence);
}
