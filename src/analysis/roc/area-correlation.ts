import { bivariateNormalCdf, normalQuantile } from "../../numeric/index.js";
import {
  type ClassSizes,
  checkClassSizes,
  checkCorrelation,
  checkPublishedArea,
} from "./class-sizes.js";

/** How two estimated areas of the same subjects vary together. */
export interface AreaCorrelation {
  readonly method: "area-correlation";
  readonly correlation: number; // of the two estimated areas
  readonly standardErrors: readonly [number, number]; // of the areas, by the same model
  /** What correlations of the scores from −1 to 1 can make of it. */
  readonly possible: { readonly lower: number; readonly upper: number };
}

/** Correlations of the two scores of a subject, by class. */
export interface ScorePairing {
  readonly events: number;
  readonly nonEvents: number;
}

const SAME: ScorePairing = { events: 1, nonEvents: 1 };
const OPPOSITE: ScorePairing = { events: -1, nonEvents: -1 };

/**
 * The correlation between two estimated areas under ROC curves of the same subjects, from that of
 * their scores, for normal scores with one standard deviation in both classes.
 *
 * An area is the share of pairs of an event and a non-event that the event wins. Two pairs vary
 * together where they share a subject, and how much is a bivariate normal chance. It rises with the
 * correlation of the scores, so the ends of what is possible stand at scores correlated −1 and 1.
 *
 * @param first - true area of the first score
 * @param second - of the second
 * @param sizes - subjects with and without the event
 * @param scores - correlation of the two scores among events and among non-events
 * @throws InvalidInput when an area is not between 0 and 1, a class is empty, or a correlation is none
 * @source [@delong1988] covariance of two areas; [@hanley1982] its parts
 */
export function areaCorrelation(
  first: number,
  second: number,
  sizes: ClassSizes,
  scores: ScorePairing,
): AreaCorrelation {
  const where = "areaCorrelation";
  for (const area of [first, second]) checkPublishedArea(where, area);
  checkClassSizes(where, sizes);
  for (const r of [scores?.events, scores?.nonEvents]) checkCorrelation(where, r);
  const errorOf = (area: number): number => Math.sqrt(covariance(area, area, sizes, SAME));
  const standardErrors = [errorOf(first), errorOf(second)] as const;
  const correlation = (pairing: ScorePairing): number => {
    const share = covariance(first, second, sizes, pairing);
    return Math.max(-1, Math.min(1, share / (standardErrors[0] * standardErrors[1])));
  };
  return {
    method: "area-correlation",
    correlation: correlation(scores),
    standardErrors,
    possible: { lower: correlation(OPPOSITE), upper: correlation(SAME) },
  };
}

/** Covariance of the two estimated areas. */
function covariance(
  first: number,
  second: number,
  { events, nonEvents }: ClassSizes,
  pairing: ScorePairing,
): number {
  const [x, y] = [normalQuantile(first), normalQuantile(second)];
  // Chance that both scores win, less that of independent ones, by what the two pairs share.
  const beyondChance = (r: number): number => bivariateNormalCdf(x, y, r) - first * second;
  const samePair = beyondChance((pairing.events + pairing.nonEvents) / 2);
  const sameEvent = (nonEvents - 1) * beyondChance(pairing.events / 2);
  const sameNonEvent = (events - 1) * beyondChance(pairing.nonEvents / 2);
  return (samePair + sameEvent + sameNonEvent) / (events * nonEvents);
}
