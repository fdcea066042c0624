import { InvalidInput, normalUpperQuantile, quantile, type Random } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn, shown } from "../columns.js";
import type { Estimate, Interval } from "../estimate.js";
import { checkRisks, countEvents } from "./outcome.js";

/** Net benefit at one threshold; in true positives per subject. */
export interface DecisionPoint {
  readonly threshold: number; // treat when risk ≥ threshold
  readonly treated: number; // share of the subjects
  readonly netBenefit: Estimate; // normal interval: net benefit is a mean
  readonly standardised: number; // by its largest possible value, the share of events
  readonly treatAll: number; // net benefit of treating everyone
  /** Treatments saved by the model against treating everyone, per 100 subjects, at no missed event. */
  readonly interventionsAvoided: number;
}

/** A decision curve. Treating no one has net benefit 0. */
export interface DecisionCurve {
  readonly method: "decision-curve";
  readonly n: number;
  readonly nEvents: number;
  readonly treatNone: 0;
  readonly points: readonly DecisionPoint[]; // in the order of the thresholds
}

/** Bootstrap intervals of net benefit, of the model and of its advantage over the better default. */
export interface DecisionBand {
  readonly threshold: number;
  readonly netBenefit: Interval;
  /** Of the model's net benefit less that of treating everyone. */
  readonly overTreatAll: Interval;
}

/**
 * Decision curve analysis: the net benefit of treating those whose risk reaches a threshold,
 * TP/n − FP/n · t/(1 − t).
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param risks - (n) predicted, from 0 to 1
 * @param options.thresholds - from 0 to below 1; 0.01, 0.02, … 0.99
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput (`not_binary`, `not_a_risk`, `threshold`, `different_lengths`, …)
 * @source [@vickers2006]; [@kerr2016] standardised; [@marsh2020] interval
 */
export function decisionCurve(
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
  {
    thresholds = hundredths(),
    level = 0.95,
  }: { thresholds?: readonly number[]; level?: number } = {},
): DecisionCurve {
  const where = "decisionCurve";
  const events = check(where, outcome, risks, thresholds, level);
  const n = outcome.length;
  const multiple = normalUpperQuantile((1 - level) / 2);
  const points = thresholds.map((threshold): DecisionPoint => {
    const odds = threshold / (1 - threshold);
    const { truePositive, falsePositive } = positives(outcome, risks, threshold);
    const value = truePositive / n - (falsePositive / n) * odds;
    const square = truePositive / n + (falsePositive / n) * odds ** 2;
    const margin = multiple * Math.sqrt(Math.max(0, square - value ** 2) / n);
    const treatAll = events / n - (1 - events / n) * odds;
    return {
      threshold,
      treated: (truePositive + falsePositive) / n,
      netBenefit: { value, ci: { lower: value - margin, upper: value + margin, level } },
      standardised: value / (events / n),
      treatAll,
      interventionsAvoided: (100 * (value - treatAll)) / odds,
    };
  });
  return { method: "decision-curve", n, nEvents: events, treatNone: 0, points };
}

/**
 * Percentile bootstrap intervals of the net benefit, and of its advantage over treating everyone.
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param risks - (n) predicted, from 0 to 1
 * @param thresholds - from 0 to below 1
 * @param options.random - source of the resamples
 * @param options.replicates - resamples; 2000
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput (`replicates` below 20, and as `decisionCurve`)
 * @source [@vickers2008] bootstrap
 */
export function decisionBands(
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
  thresholds: readonly number[],
  {
    random,
    replicates = 2000,
    level = 0.95,
  }: { random: Random; replicates?: number; level?: number },
): DecisionBand[] {
  const where = "decisionBands";
  check(where, outcome, risks, thresholds, level);
  checkReplicates(where, replicates);
  const n = outcome.length;
  const ofModel = thresholds.map(() => new Float64Array(replicates));
  const advantage = thresholds.map(() => new Float64Array(replicates));
  for (let r = 0; r < replicates; r++) {
    const chance = random.stream(r);
    const drawn = Array.from({ length: n }, () => chance.integer(n));
    const y = drawn.map((i) => outcome[i]!);
    const p = drawn.map((i) => risks[i]!);
    const share = y.reduce((sum, value) => sum + value, 0) / n;
    for (const [k, threshold] of thresholds.entries()) {
      const odds = threshold / (1 - threshold);
      const { truePositive, falsePositive } = positives(y, p, threshold);
      const value = truePositive / n - (falsePositive / n) * odds;
      ofModel[k]![r] = value;
      advantage[k]![r] = value - (share - (1 - share) * odds);
    }
  }
  const between = (values: Float64Array): Interval => ({
    lower: quantile(values, (1 - level) / 2),
    upper: quantile(values, (1 + level) / 2),
    level,
  });
  return thresholds.map((threshold, k) => {
    return { threshold, netBenefit: between(ofModel[k]!), overTreatAll: between(advantage[k]!) };
  });
}

function positives(
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
  threshold: number,
): { truePositive: number; falsePositive: number } {
  let [truePositive, falsePositive] = [0, 0];
  for (let i = 0; i < risks.length; i++) {
    if (!(risks[i]! >= threshold)) continue;
    if (outcome[i] === 1) truePositive++;
    else falsePositive++;
  }
  return { truePositive, falsePositive };
}

/**
 * Refuses what is too few replicates for a 95 % interval.
 *
 * @throws InvalidInput (`replicates`)
 */
export function checkReplicates(where: string, replicates: number): void {
  if (Number.isSafeInteger(replicates) && replicates >= 20) return;
  const rule = `needs replicates, an integer of at least 20; got ${shown(replicates)}`;
  throw new InvalidInput(where, rule, "replicates");
}

function check(
  where: string,
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
  thresholds: readonly number[],
  level: number,
): number {
  const events = countEvents(where, outcome);
  checkRisks(where, outcome, risks);
  checkColumn(where, "thresholds", thresholds);
  for (const threshold of thresholds) {
    if (threshold >= 0 && threshold < 1) continue;
    const rule = `needs thresholds from 0 to below 1; got ${threshold}`;
    throw new InvalidInput(where, rule, "threshold");
  }
  checkLevel(where, level);
  return events;
}

function hundredths(): number[] {
  return Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
}
