import { InvalidInput, mean } from "../../numeric/index.js";
import { checkColumn } from "../columns.js";
import { checkFraction } from "./cutoff-rules.js";
import { checkScored, type Direction } from "./scored.js";
import { tally, twicePairsWon } from "./tally.js";

/** A ROC curve in which each event is held against non-events of its own covariate. */
export interface CovariateAdjustedRoc {
  readonly method: "covariate-adjusted-roc";
  readonly direction: Direction;
  readonly nEvents: number;
  readonly nNonEvents: number;
  /** Least squares of the score on the covariate in non-events. */
  readonly intercept: number;
  readonly slope: number;
  readonly sigma: number; // residual standard deviation, divisor n₀ − 2
  /** (nEvents) share of non-events that would score at least as high at the event's covariate, in the order of the events. */
  readonly placementValues: Float64Array;
  readonly area: number; // 1 − mean placement value: ties count against the score
  readonly areaTiesHalf: number; // with ties of residuals counting half
  readonly unadjusted: number; // area of the scores as they are
  /** Sensitivities at the false positive rates asked for. */
  readonly falsePositiveRates: Float64Array;
  readonly sensitivities: Float64Array;
}

/**
 * The covariate-adjusted ROC curve by a linear location model of the score in non-events, whose
 * residuals have one distribution, taken as observed.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param covariate - (n) one for each subject
 * @param direction - which scores speak for the event
 * @param options.falsePositiveRates - where the curve is asked for; 0.05, 0.1, 0.2, 0.3
 * @throws InvalidInput as `areaUnderCurve`, on a covariate that is not finite or the same for all
 *   non-events, fewer than 3 non-events, or a rate outside [0, 1]
 * @source [@janes2009]
 */
export function covariateAdjustedRoc(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  covariate: ArrayLike<number>,
  direction: Direction,
  { falsePositiveRates = [0.05, 0.1, 0.2, 0.3] }: { falsePositiveRates?: ArrayLike<number> } = {},
): CovariateAdjustedRoc {
  const where = "covariateAdjustedRoc";
  const scored = checkScored(where, scores, events, direction);
  const { oriented, outcomes } = scored;
  const { isEvent, nEvents, nNonEvents } = outcomes;
  checkColumn(where, "covariates", covariate);
  if (covariate.length !== oriented.length) {
    const rule = `needs one covariate for each score; got ${oriented.length} scores and ${covariate.length}`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  checkColumn(where, "false positive rates", falsePositiveRates);
  for (let i = 0; i < falsePositiveRates.length; i++) {
    checkFraction(where, "false positive rate", falsePositiveRates[i]!);
  }
  if (nNonEvents < 3) {
    throw new InvalidInput(where, `needs at least 3 non-events; got ${nNonEvents}`, "n_too_small");
  }
  const sign = direction === "higher" ? 1 : -1;
  const { intercept, slope } = lineOfNonEvents(where, oriented, covariate, isEvent);
  const residuals = oriented.map((y, i) => y - (intercept + slope * covariate[i]!));
  const reference = residuals.filter((_, i) => isEvent[i] === 0).sort();
  const squares = reference.reduce((sum, r) => sum + r * r, 0);
  const ofEvents = residuals.filter((_, i) => isEvent[i] === 1);
  const placementValues = ofEvents.map((r) => 1 - countBelow(reference, r) / nNonEvents);
  const ties = ofEvents.map(
    (r) => (countAtMost(reference, r) - countBelow(reference, r)) / nNonEvents,
  );
  const rates = Float64Array.from(falsePositiveRates);
  const area = 1 - mean(placementValues);
  return {
    method: "covariate-adjusted-roc",
    direction,
    nEvents,
    nNonEvents,
    intercept: sign * intercept,
    slope: sign * slope,
    sigma: Math.sqrt(squares / (nNonEvents - 2)),
    placementValues,
    area,
    areaTiesHalf: area + mean(ties) / 2,
    unadjusted: twicePairsWon(tally(scored)) / (2 * nEvents * nNonEvents),
    falsePositiveRates: rates,
    sensitivities: rates.map((rate) => placementValues.filter((u) => u <= rate).length / nEvents),
  };
}

function lineOfNonEvents(
  where: string,
  oriented: Float64Array,
  covariate: ArrayLike<number>,
  isEvent: Uint8Array,
): { intercept: number; slope: number } {
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < oriented.length; i++) {
    if (isEvent[i] === 1) continue;
    x.push(covariate[i]!);
    y.push(oriented[i]!);
  }
  if (x.every((value) => value === x[0])) {
    const rule = `needs a covariate that varies among non-events; all have ${x[0]}`;
    throw new InvalidInput(where, rule, "zero_variance");
  }
  const [meanX, meanY] = [mean(x), mean(y)];
  let [squares, products] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    squares += (x[i]! - meanX) ** 2;
    products += (x[i]! - meanX) * (y[i]! - meanY);
  }
  const slope = products / squares;
  return { intercept: meanY - slope * meanX, slope };
}

/** How many of the sorted values are below x. */
function countBelow(sorted: Float64Array, x: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the sorted values are at most x. */
function countAtMost(sorted: Float64Array, x: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
