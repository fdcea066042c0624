import { midRanks } from "../../numeric/index.js";

/**
 * The c-statistic: the chance that an event has the larger score, ties counting half. NaN when one
 * class is missing.
 */
export function cStatistic(outcome: ArrayLike<number>, scores: ArrayLike<number>): number {
  const ranks = midRanks(scores);
  let [sum, events] = [0, 0];
  for (let i = 0; i < ranks.length; i++) {
    if (outcome[i] !== 1) continue;
    sum += ranks[i]!;
    events++;
  }
  return (sum - (events * (events + 1)) / 2) / (events * (ranks.length - events));
}
