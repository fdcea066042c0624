import { mean, plainPercentileInterval, type Random } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate, Interval } from "../estimate.js";
import { type CutCounts, cutCounts, thresholdBetween } from "./curve.js";
import { bestCuts, type CutoffRule, checkRule } from "./cutoff-rules.js";
import { checkResampling, drawnTallies } from "./resample.js";
import { checkScored, type Direction } from "./scored.js";
import { type Tally, tally } from "./tally.js";

/** A rate at a cut-off that the same data chose, and what the bootstrap says of its flattery. */
export interface ValidatedRate {
  readonly apparent: number; // in the data, at the cut-off that they chose
  /** Percentile interval: each sample's rate at the cut-off that the sample chose. */
  readonly ci: Interval;
  /** By how much a sample's rate at its own cut-off exceeds that of the data at that cut-off, on average. */
  readonly optimism: number;
  readonly corrected: number; // apparent − optimism
  /** Mean, with percentile interval, of the rate of those whom a sample left out, at the sample's cut-off. */
  readonly outOfBag: Estimate;
}

/** A cut-off that the data chose, with bootstrap intervals and correction for optimism. */
export interface BootstrapCutoff {
  readonly method: "bootstrap-cutoff";
  readonly rule: CutoffRule;
  readonly direction: Direction;
  readonly nEvents: number;
  readonly nNonEvents: number;
  /** Of several that tie the middle one, of two in the middle that with the lower specificity. */
  readonly cutoff: Estimate; // percentile interval; limits may be ±Infinity
  readonly sensitivity: ValidatedRate;
  readonly specificity: ValidatedRate;
  readonly youden: ValidatedRate; // sensitivity + specificity − 1
  readonly cutoffs: Float64Array; // (replicates)
}

/**
 * Chooses a cut-off anew in each of many stratified bootstrap samples, to tell how much the chosen
 * one varies and how much its sensitivity and specificity flatter it.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param rule - by which the cut-off is chosen, such as { criterion: "youden" }
 * @param options.random - source of chance
 * @param options.level - confidence level of the intervals; 0.95
 * @param options.replicates - 2,000
 * @throws InvalidInput as `optimalCutoffs`, and for fewer than 2 replicates
 * @source [@thiele2021] what is done in and out of the bag; [@efron1993, chapter 17] optimism
 */
export function bootstrapCutoff(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  rule: CutoffRule,
  {
    random,
    level = 0.95,
    replicates = 2000,
  }: { random: Random; level?: number; replicates?: number },
): BootstrapCutoff {
  const where = "bootstrapCutoff";
  const scored = checkScored(where, scores, events, direction);
  checkRule(where, rule);
  checkLevel(where, level);
  checkResampling(where, random, replicates);
  const counts = tally(scored);
  const whole = cutCounts(counts);
  const chosen = chooseCut(counts, whole, rule);
  const cutoffs = new Float64Array(replicates);
  const inBag = ratesRoom(replicates);
  const atWhole = ratesRoom(replicates);
  const outOfBag = ratesRoom(replicates);
  drawnTallies(counts, random, replicates, (drawn, i) => {
    const sample = cutCounts(drawn.inBag);
    const { threshold, cut } = chooseCut(counts, sample, rule);
    cutoffs[i] = inUnit(threshold, direction);
    keepRates(inBag, i, sample, cut);
    keepRates(atWhole, i, whole, cut);
    keepRates(outOfBag, i, cutCounts(drawn.outOfBag), cut);
  });
  const apparent = ratesRoom(1);
  keepRates(apparent, 0, whole, chosen.cut);
  const validated = (name: keyof Rates): ValidatedRate =>
    validatedRate(apparent[name][0]!, inBag[name], atWhole[name], outOfBag[name], level);
  return {
    method: "bootstrap-cutoff",
    rule: { ...rule },
    direction,
    nEvents: counts.nEvents,
    nNonEvents: counts.nNonEvents,
    cutoff: {
      value: inUnit(chosen.threshold, direction),
      ci: percentilesWithInfinity(cutoffs, level),
    },
    sensitivity: validated("sensitivity"),
    specificity: validated("specificity"),
    youden: validated("youden"),
    cutoffs,
  };
}

/** (replicates) each. */
interface Rates {
  readonly sensitivity: Float64Array;
  readonly specificity: Float64Array;
  readonly youden: Float64Array;
}

function ratesRoom(replicates: number): Rates {
  const column = (): Float64Array => new Float64Array(replicates);
  return { sensitivity: column(), specificity: column(), youden: column() };
}

/** What is right at a cut; NaN for a class without subjects. */
function keepRates(rates: Rates, i: number, counts: CutCounts, cut: number): void {
  const sensitivity = counts.truePositives[cut]! / counts.nEvents;
  const specificity = counts.trueNegatives[cut]! / counts.nNonEvents;
  rates.sensitivity[i] = sensitivity;
  rates.specificity[i] = specificity;
  rates.youden[i] = sensitivity + specificity - 1;
}

/**
 * The middle one of the best thresholds of a sample, halfway between two scores that the sample
 * has, and the cut among all scores of the data that it makes.
 */
function chooseCut(
  { oriented }: Tally,
  sample: CutCounts,
  rule: CutoffRule,
): { threshold: number; cut: number } {
  const runs = distinctCuts(sample, bestCuts(sample, rule));
  const [first, last] = runs[(runs.length - 1) >> 1]!;
  const threshold = thresholdBetween(oriented, "higher", first - 1, last);
  let cut = first;
  while (cut < last && oriented[cut]! < threshold) cut++;
  return { threshold, cut };
}

/** Cuts between which the sample has no subject are one: from the first of them to the last. */
function distinctCuts(sample: CutCounts, cuts: readonly number[]): (readonly [number, number])[] {
  const { truePositives: tp, trueNegatives: tn } = sample;
  const runs: [number, number][] = [];
  for (const cut of cuts) {
    const run = runs.at(-1);
    const isSame = run !== undefined && tp[run[1]] === tp[cut] && tn[run[1]] === tn[cut];
    if (isSame) run[1] = cut;
    else runs.push([cut, cut]);
  }
  return runs;
}

function inUnit(threshold: number, direction: Direction): number {
  return direction === "higher" ? threshold : 0 - threshold;
}

function validatedRate(
  apparent: number,
  inBag: Float64Array,
  atWhole: Float64Array,
  outOfBag: Float64Array,
  level: number,
): ValidatedRate {
  const optimism = mean(inBag.map((rate, i) => rate - atWhole[i]!));
  const left = outOfBag.filter(Number.isFinite);
  const isDefined = left.length > 0;
  const undefinedCi = { lower: Number.NaN, upper: Number.NaN, level };
  return {
    apparent,
    ci: plainPercentileInterval(inBag, level),
    optimism,
    corrected: apparent - optimism,
    outOfBag: {
      value: isDefined ? mean(left) : Number.NaN,
      ci: isDefined ? plainPercentileInterval(left, level) : undefinedCi,
    },
  };
}

/** Quantiles of type 7 of numbers that may be infinite; between −Infinity and Infinity NaN. */
function percentilesWithInfinity(values: Float64Array, level: number): Interval {
  const sorted = values.slice().sort();
  const at = (share: number): number => {
    const rank = (sorted.length - 1) * share;
    const below = Math.floor(rank);
    const [lower, upper] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
    const along = rank - below;
    return lower === upper || along === 0 ? lower : (1 - along) * lower + along * upper;
  };
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2), level };
}
