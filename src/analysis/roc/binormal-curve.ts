import {
  mean,
  normalCdf,
  normalDensity,
  normalQuantile,
  sampleStandardDeviation,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Covariance2, Estimate } from "../estimate.js";
import { waldInterval } from "./area-intervals.js";
import { cutCounts } from "./curve.js";
import { checkScored, type Direction } from "./scored.js";
import { tally } from "./tally.js";

/** A binormal ROC curve, sensitivity = Φ(a + b·Φ⁻¹(1 − specificity)). */
export interface Binormal {
  readonly a: number;
  readonly b: number;
  readonly area: number; // Φ(a/√(1 + b²))
}

/** The binormal curve of two normal classes, from their means and standard deviations. */
export interface BinormalMoments extends Binormal {
  readonly method: "binormal-moments";
  readonly direction: Direction;
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly meanEvents: number; // in the unit of the scores
  readonly sdEvents: number;
  readonly meanNonEvents: number;
  readonly sdNonEvents: number;
  readonly covariance: Covariance2; // of a and b
  readonly areaInterval: Estimate; // delta method on a/√(1 + b²), then Φ
  /** "zero-variance": a class has one score for all, or a single subject; what is divided by its SD reads NaN. */
  readonly note?: "zero-variance";
}

/** A straight line through the points of an empirical ROC curve on normal axes. */
export interface BinormalRegression extends Binormal {
  readonly method: "binormal-regression";
  readonly direction: Direction;
  readonly nPoints: number; // of the curve with both rates inside (0, 1)
  readonly intercept: number; // of Φ⁻¹(specificity) on Φ⁻¹(sensitivity)
  readonly slope: number;
  /** "few-points": fewer than two distinct sensitivities inside (0, 1); the line reads NaN. */
  readonly note?: "few-points";
}

/**
 * The binormal ROC curve that two normal classes have: a = (μ₁ − μ₀)/σ₁, b = σ₀/σ₁.
 *
 * It rests on the scores being normal in each class, which `binormalRegression` does not ask.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput as `areaUnderCurve`
 * @source [@pepe2003] section 5.5; [@wieand1989] variances by the delta method
 */
export function binormalMoments(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  { level = 0.95 }: { level?: number } = {},
): BinormalMoments {
  const { oriented, outcomes } = checkScored("binormalMoments", scores, events, direction);
  checkLevel("binormalMoments", level);
  const { isEvent, nEvents, nNonEvents } = outcomes;
  const withEvent = oriented.filter((_, i) => isEvent[i] === 1);
  const without = oriented.filter((_, i) => isEvent[i] === 0);
  const [meanEvents, meanOthers] = [mean(withEvent), mean(without)];
  const [sdEvents, sdOthers] = [withEvent, without].map(sampleStandardDeviation) as [
    number,
    number,
  ];
  const isSpread = sdEvents > 0 && sdOthers > 0;
  const a = isSpread ? (meanEvents - meanOthers) / sdEvents : Number.NaN;
  const b = isSpread ? sdOthers / sdEvents : Number.NaN;
  const covariance: Covariance2 = [
    [1 / nEvents + (b * b) / nNonEvents + (a * a) / (2 * nEvents), (a * b) / (2 * nEvents)],
    [(a * b) / (2 * nEvents), (b * b * (1 / nEvents + 1 / nNonEvents)) / 2],
  ];
  const sign = direction === "higher" ? 1 : -1;
  return {
    method: "binormal-moments",
    direction,
    nEvents,
    nNonEvents,
    a,
    b,
    area: binormalArea(a, b),
    meanEvents: sign * meanEvents,
    sdEvents,
    meanNonEvents: sign * meanOthers,
    sdNonEvents: sdOthers,
    covariance,
    areaInterval: binormalAreaInterval(a, b, covariance, level),
    ...(isSpread ? {} : { note: "zero-variance" as const }),
  };
}

/**
 * The binormal ROC curve by least squares of Φ⁻¹(specificity) on Φ⁻¹(sensitivity), over the points
 * of the empirical curve with both rates inside (0, 1); what pROC calls binormal smoothing.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @throws InvalidInput as `areaUnderCurve`
 * @source [@robin2011]; [@hanley1996]
 */
export function binormalRegression(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
): BinormalRegression {
  const counts = tally(checkScored("binormalRegression", scores, events, direction));
  const { truePositives, trueNegatives, nEvents, nNonEvents } = cutCounts(counts);
  const [x, y]: [number[], number[]] = [[], []];
  for (let cut = 0; cut < truePositives.length; cut++) {
    const [positives, negatives] = [truePositives[cut]!, trueNegatives[cut]!];
    if (positives === 0 || positives === nEvents) continue;
    if (negatives === 0 || negatives === nNonEvents) continue;
    x.push(normalQuantile(positives / nEvents));
    y.push(normalQuantile(negatives / nNonEvents));
  }
  const hasLine = x.some((value) => value !== x[0]);
  const { intercept, slope } = hasLine ? line(x, y) : { intercept: Number.NaN, slope: Number.NaN };
  return {
    method: "binormal-regression",
    direction,
    nPoints: x.length,
    intercept,
    slope,
    a: -intercept / slope,
    b: -1 / slope,
    area: normalCdf(intercept / Math.hypot(1, slope)),
    ...(hasLine ? {} : { note: "few-points" as const }),
  };
}

/** Φ(a/√(1 + b²)). */
export function binormalArea(a: number, b: number): number {
  return normalCdf(a / Math.hypot(1, b));
}

/** Standard error of the area by the delta method. */
export function binormalAreaError(a: number, b: number, covariance: Covariance2): number {
  return normalDensity(a / Math.hypot(1, b)) * indexError(a, b, covariance);
}

/** The area with the interval of a/√(1 + b²) carried through Φ, so that it stays inside (0, 1). */
export function binormalAreaInterval(
  a: number,
  b: number,
  covariance: Covariance2,
  level: number,
): Estimate {
  const index = a / Math.hypot(1, b);
  const { lower, upper } = waldInterval(index, indexError(a, b, covariance), level);
  return {
    value: normalCdf(index),
    ci: { lower: normalCdf(lower), upper: normalCdf(upper), level },
  };
}

/** Standard error of a/√(1 + b²). */
function indexError(a: number, b: number, covariance: Covariance2): number {
  const root = Math.hypot(1, b);
  const [byA, byB] = [1 / root, (-a * b) / root ** 3];
  const variance =
    byA * byA * covariance[0][0] + 2 * byA * byB * covariance[0][1] + byB * byB * covariance[1][1];
  return Math.sqrt(variance);
}

function line(x: readonly number[], y: readonly number[]): { intercept: number; slope: number } {
  const [meanX, meanY] = [mean(x), mean(y)];
  let [squares, products] = [0, 0];
  for (const [i, value] of x.entries()) {
    squares += (value - meanX) ** 2;
    products += (value - meanX) * (y[i]! - meanY);
  }
  const slope = products / squares;
  return { intercept: meanY - slope * meanX, slope };
}
