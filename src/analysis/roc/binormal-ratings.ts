import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn } from "../columns.js";
import type { Covariance2, Estimate } from "../estimate.js";
import { waldInterval } from "./area-intervals.js";
import {
  type Binormal,
  binormalArea,
  binormalAreaError,
  binormalAreaInterval,
} from "./binormal-curve.js";
import { fitBinormal } from "./binormal-likelihood.js";

/** The binormal ROC curve of rating data by maximum likelihood. */
export interface BinormalRatings extends Binormal {
  readonly method: "binormal-ratings";
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly aInterval: Estimate;
  readonly bInterval: Estimate;
  readonly areaInterval: Estimate; // through Φ, inside (0, 1)
  readonly standardError: { readonly a: number; readonly b: number; readonly area: number };
  readonly covariance: Covariance2; // of a and b
  /** (k − 1) borders of the categories on the scale of the non-events, N(0, 1); one of a category that nobody has is that of the next. */
  readonly thresholds: Float64Array;
  readonly logLikelihood: number; // without the multinomial coefficients
  /**
   * "degenerate": the likelihood has no maximum inside, as when fewer than three categories are used
   * or the classes overlap in one only; all but the counts read NaN.
   */
  readonly note?: "degenerate";
}

/**
 * Dorfman and Alf's maximum likelihood estimate of a binormal ROC curve from ratings: latent scores
 * are N(0, 1) in non-events and N(a/b, 1/b²) in events, cut at common thresholds.
 *
 * Standard errors come from the observed information.
 *
 * @param events - (k) events in each category, ascending towards the event
 * @param nonEvents - (k) non-events in each
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on unequal lengths, counts that are not integers of at least 0, fewer than 3
 *   categories, no event or no non-event, or a level outside (0, 1)
 * @source [@dorfman1969]
 */
export function binormalRatings(
  events: ArrayLike<number>,
  nonEvents: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): BinormalRatings {
  const where = "binormalRatings";
  const [nEvents, nNonEvents] = checkRatings(where, events, nonEvents);
  checkLevel(where, level);
  const used = Array.from(events, (_, j) => j).filter((j) => events[j]! + nonEvents[j]! > 0);
  const counts = {
    events: used.map((j) => events[j]!),
    nonEvents: used.map((j) => nonEvents[j]!),
  };
  const fit = used.length < 3 ? undefined : fitBinormal(counts);
  const nan = Number.NaN;
  const [a, b, ...borders] = fit?.parameters ?? [nan, nan];
  const covariance: Covariance2 = fit
    ? [
        [fit.covariance[0]![0]!, fit.covariance[0]![1]!],
        [fit.covariance[0]![1]!, fit.covariance[1]![1]!],
      ]
    : [
        [nan, nan],
        [nan, nan],
      ];
  const [seA, seB] = [Math.sqrt(covariance[0][0]), Math.sqrt(covariance[1][1])];
  return {
    method: "binormal-ratings",
    nEvents,
    nNonEvents,
    a: a!,
    b: b!,
    area: binormalArea(a!, b!),
    aInterval: { value: a!, ci: waldInterval(a!, seA, level) },
    bInterval: { value: b!, ci: waldInterval(b!, seB, level) },
    areaInterval: binormalAreaInterval(a!, b!, covariance, level),
    standardError: { a: seA, b: seB, area: binormalAreaError(a!, b!, covariance) },
    covariance,
    thresholds: spread(borders, used, events.length),
    logLikelihood: fit?.logLikelihood ?? nan,
    ...(fit === undefined ? { note: "degenerate" as const } : {}),
  };
}

/** Thresholds of all categories from those of the used ones. */
function spread(borders: readonly number[], used: readonly number[], k: number): Float64Array {
  return Float64Array.from({ length: k - 1 }, (_, j) => {
    const above = used.findIndex((category) => category > j); // the first used one above border j
    if (borders.length === 0) return Number.NaN;
    if (above < 0) return Number.POSITIVE_INFINITY;
    return above === 0 ? Number.NEGATIVE_INFINITY : borders[above - 1]!;
  });
}

function checkRatings(
  where: string,
  events: ArrayLike<number>,
  nonEvents: ArrayLike<number>,
): [number, number] {
  checkColumn(where, "events", events);
  checkColumn(where, "non-events", nonEvents);
  if (events.length !== nonEvents.length) {
    const rule = `needs events and non-events of each category; got ${events.length} and ${nonEvents.length}`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  if (events.length < 3) {
    const rule = `needs at least 3 categories; got ${events.length}`;
    throw new InvalidInput(where, rule, "n_too_small");
  }
  const [nEvents, nNonEvents] = [events, nonEvents].map((counts) => {
    let total = 0;
    for (let j = 0; j < counts.length; j++) {
      if (!Number.isSafeInteger(counts[j]) || counts[j]! < 0) {
        const rule = `needs counts that are integers of at least 0; category ${j} has ${counts[j]}`;
        throw new InvalidInput(where, rule, "not_a_count");
      }
      total += counts[j]!;
    }
    return total;
  }) as [number, number];
  if (nEvents === 0) throw new InvalidInput(where, "needs at least one event; got 0", "no_events");
  if (nNonEvents === 0) {
    throw new InvalidInput(where, "needs at least one non-event; got 0", "no_non_events");
  }
  return [nEvents, nNonEvents];
}
