import {
  InvalidInput,
  normalSurvival,
  normalUpperQuantile,
  sampleVariance,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn } from "../columns.js";
import type { EstimateWithError } from "../estimate.js";
import { checkRisks, countEventsOfBoth } from "./outcome.js";

/** An estimate with its standard error and the z test of 0. */
export interface ReclassificationEstimate extends EstimateWithError {
  readonly z: number;
  readonly p: number; // two-sided
}

/** Net reclassification improvement: of events, up less down; of others, down less up; their sum. */
export interface NetReclassification {
  readonly events: ReclassificationEstimate; // −1 to 1
  readonly nonEvents: ReclassificationEstimate; // −1 to 1
  readonly total: ReclassificationEstimate; // −2 to 2
}

/** What may mislead in a reclassification. */
export type ReclassificationWarning =
  /** Both NRI can rise with a useless or miscalibrated new marker; compare net benefit and AUC. */
  | "nri-not-proper"
  /** Standard errors take the risks as given: they are too small for models fitted to these data. */
  | "risks-taken-as-given"
  /** The new risks sum to over 10 % more or less than the events: then NRI and IDI reward the error. */
  | "new-risks-miscalibrated"
  /** Fewer than 10 events or others: the normal intervals do not hold. */
  | "few-in-class";

/** How a new model moves subjects against an old one. */
export interface Reclassification {
  readonly method: "reclassification";
  readonly n: number;
  readonly nEvents: number;
  readonly continuous: NetReclassification; // any rise or fall of the risk
  readonly categorical: NetReclassification; // across the cut-offs
  /** Subjects by old (rows) and new (columns) category, ascending. */
  readonly table: { readonly events: number[][]; readonly nonEvents: number[][] };
  /** Integrated discrimination improvement: rise of the mean risk of events less that of others. */
  readonly idi: ReclassificationEstimate;
  readonly warnings: readonly ReclassificationWarning[];
}

/**
 * Net reclassification improvement, continuous and by categories, and integrated discrimination
 * improvement of new risks over old ones.
 *
 * They are given because they are asked for; read the warnings first. A difference of net benefit
 * (`decisionCurve`) or of AUC answers better whether a model is worth using.
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param oldRisks - (n) of the model to improve on
 * @param newRisks - (n)
 * @param cutoffs - ascending bounds of the categories; a risk equal to a bound is above it
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput (`one_class`, `not_binary`, `not_a_risk`, `unordered`, `different_lengths`, …)
 * @source [@pencina2008], [@pencina2011]; [@hilden2014], [@pepe2015] warnings
 */
export function reclassification(
  outcome: ArrayLike<number>,
  oldRisks: ArrayLike<number>,
  newRisks: ArrayLike<number>,
  cutoffs: readonly number[],
  { level = 0.95 }: { level?: number } = {},
): Reclassification {
  const where = "reclassification";
  const events = countEventsOfBoth(where, outcome);
  checkRisks(where, outcome, oldRisks);
  checkRisks(where, outcome, newRisks);
  checkCutoffs(where, cutoffs);
  checkLevel(where, level);
  const category = (risk: number): number => cutoffs.filter((cutoff) => cutoff <= risk).length;
  const from = Array.from(oldRisks, category);
  const to = Array.from(newRisks, category);
  const table = [0, 1].map((group) => crossCount(outcome, group, from, to, cutoffs.length + 1));
  return {
    method: "reclassification",
    n: outcome.length,
    nEvents: events,
    continuous: netReclassification(outcome, oldRisks, newRisks, level),
    categorical: netReclassification(outcome, from, to, level),
    table: { events: table[1]!, nonEvents: table[0]! },
    idi: integratedImprovement(outcome, oldRisks, newRisks, level),
    warnings: warningsOf(outcome, events, newRisks),
  };
}

function netReclassification(
  outcome: ArrayLike<number>,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  level: number,
): NetReclassification {
  const [n, up, down] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ] as [number[], number[], number[]];
  for (let i = 0; i < outcome.length; i++) {
    const group = outcome[i]!;
    n[group]! += 1;
    if (to[i]! > from[i]!) up[group]! += 1;
    if (to[i]! < from[i]!) down[group]! += 1;
  }
  const net = [0, 1].map((group) => (up[group]! - down[group]!) / n[group]!);
  const variance = [0, 1].map((g) => ((up[g]! + down[g]!) / n[g]! - net[g]! ** 2) / n[g]!);
  return {
    events: tested(net[1]!, variance[1]!, level),
    nonEvents: tested(-net[0]!, variance[0]!, level),
    total: tested(net[1]! - net[0]!, variance[0]! + variance[1]!, level),
  };
}

function integratedImprovement(
  outcome: ArrayLike<number>,
  oldRisks: ArrayLike<number>,
  newRisks: ArrayLike<number>,
  level: number,
): ReclassificationEstimate {
  const rises: [number[], number[]] = [[], []];
  for (let i = 0; i < outcome.length; i++)
    rises[outcome[i] === 1 ? 1 : 0].push(newRisks[i]! - oldRisks[i]!);
  const [others, events] = rises.map((values) => ({
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    variance: sampleVariance(values) / values.length,
  })) as [{ mean: number; variance: number }, { mean: number; variance: number }];
  return tested(events.mean - others.mean, events.variance + others.variance, level);
}

function tested(value: number, variance: number, level: number): ReclassificationEstimate {
  const standardError = Math.sqrt(Math.max(0, variance));
  const margin = normalUpperQuantile((1 - level) / 2) * standardError;
  const z = value / standardError;
  return {
    value,
    ci: { lower: value - margin, upper: value + margin, level },
    standardError,
    z,
    p: 2 * normalSurvival(Math.abs(z)),
  };
}

function crossCount(
  outcome: ArrayLike<number>,
  group: number,
  from: readonly number[],
  to: readonly number[],
  categories: number,
): number[][] {
  const table = Array.from({ length: categories }, () => new Array<number>(categories).fill(0));
  for (const [i, row] of from.entries()) if (outcome[i] === group) table[row]![to[i]!]! += 1;
  return table;
}

function warningsOf(
  outcome: ArrayLike<number>,
  events: number,
  newRisks: ArrayLike<number>,
): ReclassificationWarning[] {
  const expected = Array.from(newRisks).reduce((sum, risk) => sum + risk, 0);
  const isOff = Math.abs(expected - events) > 0.1 * events;
  return [
    "nri-not-proper",
    "risks-taken-as-given",
    ...(isOff ? (["new-risks-miscalibrated"] as const) : []),
    ...(Math.min(events, outcome.length - events) < 10 ? (["few-in-class"] as const) : []),
  ];
}

function checkCutoffs(where: string, cutoffs: readonly number[]): void {
  checkColumn(where, "cutoffs", cutoffs);
  for (const [i, cutoff] of cutoffs.entries()) {
    if (cutoff > (cutoffs[i - 1] ?? 0) && cutoff < 1) continue;
    const rule = `needs ascending cutoffs between 0 and 1; got ${cutoffs.join(", ")}`;
    throw new InvalidInput(where, rule, "unordered");
  }
}
