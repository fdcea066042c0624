import { brent } from "../../numeric/index.js";
import type { Interval } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";

const UNDEFINED = { lower: Number.NaN, upper: Number.NaN };

/** area ± z·se; it may leave [0, 1]. */
export function waldInterval(area: number, standardError: number, level: number): Interval {
  const reach = criticalZ(level) * standardError;
  return { lower: area - reach, upper: area + reach, level };
}

/** An interval of an area, cut to [0, 1]. */
export function clipped({ lower, upper, level }: Interval): Interval {
  return { lower: Math.max(0, lower), upper: Math.min(1, upper), level };
}

/** Wald's interval on the logit of the area; not defined (NaN) for an area of 0 or 1. @source [@pepe2003] */
export function logitInterval(area: number, standardError: number, level: number): Interval {
  return aroundOnLogit(area, criticalZ(level) * standardError, level);
}

/** area ± reach carried to the logit, by the slope there; NaN for an area of 0 or 1. */
export function aroundOnLogit(area: number, reach: number, level: number): Interval {
  if (area === 0 || area === 1) return { ...UNDEFINED, level };
  const logit = Math.log(area / (1 - area));
  const onLogit = reach / (area * (1 - area));
  const expit = (x: number): number => 1 / (1 + Math.exp(-x));
  return { lower: expit(logit - onLogit), upper: expit(logit + onLogit), level };
}

/**
 * The standard error of an area from the area and the sizes of the groups alone, by the negative
 * exponential model.
 *
 * @source [@hanley1982]
 */
export function hanleyMcNeilError(area: number, nEvents: number, nNonEvents: number): number {
  const square = area * area;
  const q1 = area / (2 - area); // two events both above one non-event
  const q2 = (2 * square) / (1 + area); // one event above two non-events
  const sum = area * (1 - area) + (nEvents - 1) * (q1 - square) + (nNonEvents - 1) * (q2 - square);
  return Math.sqrt(Math.max(0, sum) / (nEvents * nNonEvents));
}

/**
 * The areas that a score test by the negative exponential model does not reject, its two group
 * sizes replaced by their mean. It is defined at 0 and 1 too.
 *
 * @param pairsWon - of nEvents · nNonEvents
 * @source [@newcombe2006] method 5
 */
export function newcombeInterval(
  pairsWon: number,
  nEvents: number,
  nNonEvents: number,
  level: number,
): Interval {
  const pairs = nEvents * nNonEvents;
  const lower = (won: number): number => newcombeLower(won / pairs, nEvents, nNonEvents, level);
  return { lower: lower(pairsWon), upper: 1 - lower(pairs - pairsWon), level };
}

function newcombeLower(area: number, nEvents: number, nNonEvents: number, level: number): number {
  if (area === 0) return 0;
  const z = criticalZ(level);
  const others = (nEvents + nNonEvents) / 2 - 1;
  // Both sides over √(θ(1 − θ)), which takes away the root θ = 1 that an area of 1 would have.
  const excess = (theta: number): number => {
    const model = 1 + (others * (1 - theta)) / (2 - theta) + (others * theta) / (1 + theta);
    const distance =
      area === 1 ? Math.sqrt((1 - theta) / theta) : (area - theta) / Math.sqrt(theta * (1 - theta));
    return distance - z * Math.sqrt(model / (nEvents * nNonEvents));
  };
  return brent(excess, 0, area);
}
