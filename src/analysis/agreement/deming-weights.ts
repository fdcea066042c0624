import { demingLine, type Line, momentsOf } from "./deming-line.js";

/** A line and the weights that it was fitted with, which follow from it. */
export interface WeightedLine {
  readonly line: Line;
  readonly weights: Float64Array; // (n), mean 1
  readonly converged: boolean;
}

const MOST_STEPS = 1000;
const SETTLED = 1e-13; // relative change of slope, and of the height of the line at the mean

/**
 * Linnet's line for errors in proportion to the value: each point weighs 1/(its estimated true
 * value)², the mean of what x and y say of it; line and weights in turn until they settle.
 *
 * @source [@linnet1990], [@linnet1993]
 */
export function demingWeights(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  errorRatio: number,
): WeightedLine {
  const unweighted = momentsOf(x, y);
  const centre = unweighted.originX + unweighted.meanX;
  let line = demingLine(unweighted, errorRatio);
  const weights = new Float64Array(x.length);
  for (let step = 0; step < MOST_STEPS; step++) {
    weigh(weights, x, y, line, errorRatio);
    const next = demingLine(momentsOf(x, y, weights), errorRatio);
    const moved =
      Math.abs(next.slope - line.slope) +
      Math.abs(next.intercept - line.intercept + (next.slope - line.slope) * centre) / centre;
    line = next;
    if (moved <= SETTLED * Math.abs(line.slope)) return { line, weights, converged: true };
    if (Number.isNaN(moved)) break;
  }
  return { line, weights, converged: false };
}

function weigh(
  weights: Float64Array,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { slope, intercept }: Line,
  errorRatio: number,
): void {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const scaled = (y[i]! - intercept - slope * x[i]!) / (1 + errorRatio * slope * slope);
    const trueX = x[i]! + errorRatio * slope * scaled;
    const trueY = y[i]! - scaled;
    weights[i] = ((trueX + errorRatio * trueY) / (1 + errorRatio)) ** -2;
    sum += weights[i]!;
  }
  for (let i = 0; i < weights.length; i++) weights[i]! *= weights.length / sum;
}
