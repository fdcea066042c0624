import { type Tally, twicePairsWon } from "./tally.js";

/** An area under a curve and the sampling variance of it. */
export interface AreaVariance {
  readonly twicePairsWon: number;
  readonly area: number;
  /** By DeLong; NaN when there is only one event or one non-event. */
  readonly variance: number;
}

/**
 * The area and DeLong's variance of it, from the counts at each distinct score.
 *
 * The placement of an event is the share of non-events below it, that of a non-event the share of
 * events above it, ties counting half; their sample variances over their numbers add up.
 *
 * @source [@delong1988]
 */
export function areaVariance(counts: Tally): AreaVariance {
  const { events, nonEvents, nEvents, nNonEvents } = counts;
  const twice = twicePairsWon(counts);
  const area = twice / (2 * nEvents * nNonEvents);
  let ofEvents = 0; // sums of squares
  let ofNonEvents = 0;
  let below = 0;
  let above = nEvents;
  for (let k = 0; k < events.length; k++) {
    const [some, others] = [events[k]!, nonEvents[k]!];
    above -= some;
    ofEvents += some * ((below + others / 2) / nNonEvents - area) ** 2;
    ofNonEvents += others * ((above + some / 2) / nEvents - area) ** 2;
    below += others;
  }
  const variance = ofEvents / (nEvents - 1) / nEvents + ofNonEvents / (nNonEvents - 1) / nNonEvents;
  const isDefined = nEvents > 1 && nNonEvents > 1;
  return { twicePairsWon: twice, area, variance: isDefined ? variance : Number.NaN };
}
