import type { Random } from "../../numeric/index.js";
import type { IntegerScale, PrintedMoments } from "./printed-moments.js";

/** Tries at a shift for each subject, before a sample is given up. */
const TRIES_EACH = 500;

/**
 * A sample of integers with a printed mean and spread, by random shifts.
 *
 * Subjects start at random about the mean, with about the printed spread. Random ones are moved by 1
 * until their sum prints as the mean, then random pairs by 1 apart or towards each other, as long as
 * that brings the spread nearer to the printed one. Not every sample is equally likely.
 *
 * @param scale - from the origin of the moments
 * @returns counts from the scale's lower end; undefined when the shifts came to no end
 * @source [@heathers2018]
 */
export function shiftedSample(
  moments: PrintedMoments,
  scale: IntegerScale,
  random: Random,
): readonly number[] | undefined {
  const { n, sums, deviations } = moments;
  const sum = Number(sums.first) + random.integer(Number(sums.last - sums.first) + 1);
  const halfWidth = Math.sqrt(3 * Number(deviations.last)) / n; // of a uniform spread with that SD
  const values = Array.from({ length: n }, () => {
    const value = Math.round(sum / n + (2 * random.uniform() - 1) * halfWidth);
    return Math.min(scale.most, Math.max(scale.least, value));
  });
  return shiftToSum(values, sum, scale, random) && shiftToSpread(values, moments, scale, random)
    ? countsOf(values, scale)
    : undefined;
}

/** Moves random subjects until their sum is reached. */
function shiftToSum(
  values: number[],
  goal: number,
  { least, most }: IntegerScale,
  random: Random,
): boolean {
  let sum = values.reduce((total, x) => total + x, 0);
  for (let tries = TRIES_EACH * values.length; sum !== goal && tries > 0; tries--) {
    const i = random.integer(values.length);
    const moved = values[i]! + Math.sign(goal - sum);
    if (moved < least || moved > most) continue;
    sum += moved - values[i]!;
    values[i] = moved;
  }
  return sum === goal;
}

/** Moves random pairs, which keeps their sum, until n·Σx² − (Σx)² is in its range. */
function shiftToSpread(
  values: number[],
  { n, deviations }: PrintedMoments,
  { least, most }: IntegerScale,
  random: Random,
): boolean {
  const [lowest, highest] = [Number(deviations.first), Number(deviations.last)];
  const away = (deviation: number): number => Math.max(lowest - deviation, deviation - highest, 0);
  const sum = values.reduce((total, x) => total + x, 0);
  let deviation = n * values.reduce((total, x) => total + x * x, 0) - sum * sum;
  for (let tries = TRIES_EACH * n; away(deviation) > 0 && tries > 0; tries--) {
    const [i, j] = [random.integer(n), random.integer(n)];
    const [low, high] = values[i]! <= values[j]! ? [i, j] : [j, i];
    const [up, down] = deviation < lowest ? [high, low] : [low, high];
    if (up === down || values[up]! === most || values[down]! === least) continue;
    const moved = deviation + 2 * n * (values[up]! - values[down]! + 1);
    if (away(moved) >= away(deviation)) continue;
    values[up]! += 1;
    values[down]! -= 1;
    deviation = moved;
  }
  return away(deviation) === 0;
}

function countsOf(values: readonly number[], { least, most }: IntegerScale): readonly number[] {
  const counts = new Array<number>(most - least + 1).fill(0);
  for (const value of values) counts[value - least]! += 1;
  return counts;
}
