import {
  choleskyInverse,
  normalCdf,
  normalDensity,
  normalQuantile,
  normalSurvival,
} from "../../numeric/index.js";

/** Counts of events and non-events in ordered categories without an empty one. */
export interface RatingCounts {
  readonly events: readonly number[]; // (k)
  readonly nonEvents: readonly number[]; // (k)
}

/** a, b, then the k − 1 thresholds on the scale of the non-events. */
export type BinormalParameters = readonly number[];

/** Log likelihood with its gradient and its information, expected and observed. */
export interface BinormalLikelihood {
  readonly logLikelihood: number;
  readonly gradient: number[];
  readonly expected: number[][];
  readonly observed: number[][];
}

/** A maximum of the likelihood. */
export interface BinormalFit {
  readonly parameters: BinormalParameters;
  readonly logLikelihood: number;
  readonly covariance: number[][]; // inverse of the observed information
}

const MAX_STEPS = 500;

/**
 * Maximum likelihood of latent scores that are N(0, 1) in non-events and N(a/b, 1/b²) in events:
 * Fisher's scoring with halved steps, then Newton's.
 *
 * @returns undefined when there is no maximum inside: b runs to 0 or Infinity, or thresholds to ±Infinity
 */
export function fitBinormal(counts: RatingCounts): BinormalFit | undefined {
  let parameters: BinormalParameters = start(counts);
  let now = likelihoodAt(counts, parameters);
  for (let i = 0; i < MAX_STEPS; i++) {
    const inverse = inverted(now.observed) ?? inverted(now.expected);
    if (inverse === undefined) return undefined;
    let step = inverse.map((row) => dot(row, now.gradient));
    let next = shifted(counts, parameters, step);
    for (
      let halving = 0;
      halving < 60 && !(next.logLikelihood >= now.logLikelihood - 1e-12);
      halving++
    ) {
      step = step.map((x) => x / 2);
      next = shifted(counts, parameters, step);
    }
    parameters = parameters.map((x, j) => x + step[j]!);
    now = next;
    const largest = Math.max(...step.map(Math.abs));
    if (Math.max(...parameters.map(Math.abs)) > 50 || parameters[1]! < 1e-3) return undefined;
    if (largest < 1e-12) {
      const covariance = inverted(now.observed);
      return covariance && { parameters, logLikelihood: now.logLikelihood, covariance };
    }
  }
  return undefined;
}

/** Thresholds from the shares of non-events, half a subject added to each category; a and b from those of events. */
function start({ events, nonEvents }: RatingCounts): number[] {
  const quantiles = (counts: readonly number[]): number[] => {
    const total = counts.reduce((sum, count) => sum + count + 0.5, 0);
    let below = 0;
    return counts.slice(0, -1).map((count) => {
      below += count + 0.5;
      return normalQuantile(below / total);
    });
  };
  const thresholds = quantiles(nonEvents);
  const shifts = thresholds.map((c, i) => c - quantiles(events)[i]!);
  const a = shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
  return [a, 1, ...thresholds];
}

function shifted(
  counts: RatingCounts,
  parameters: BinormalParameters,
  step: readonly number[],
): BinormalLikelihood {
  return likelihoodAt(
    counts,
    parameters.map((x, j) => x + step[j]!),
  );
}

/** −Infinity where thresholds do not ascend or b is not above 0. */
export function likelihoodAt(
  { events, nonEvents }: RatingCounts,
  parameters: BinormalParameters,
): BinormalLikelihood {
  const [a, b, ...thresholds] = parameters as [number, number, ...number[]];
  const size = parameters.length;
  const square = (): number[][] => parameters.map(() => new Array<number>(size).fill(0));
  const result = {
    logLikelihood: 0,
    gradient: new Array<number>(size).fill(0),
    expected: square(),
    observed: square(),
  };
  const ascend = thresholds.every((c, j) => j === 0 || c > thresholds[j - 1]!);
  if (!(b > 0 && ascend)) return { ...result, logLikelihood: Number.NEGATIVE_INFINITY };
  const others = thresholds.map((c, j) => ({
    z: c,
    by: [[2 + j, 1]] as Slope[],
    bend: [] as Bend[],
  }));
  const withEvent = thresholds.map((c, j) => ({
    z: b * c - a,
    by: [
      [0, -1],
      [1, c],
      [2 + j, b],
    ] as Slope[],
    bend: [[1, 2 + j, 1]] as Bend[],
  }));
  addClass(result, others, nonEvents);
  addClass(result, withEvent, events);
  return result;
}

type Slope = readonly [parameter: number, derivative: number];
type Bend = readonly [first: number, second: number, derivative: number];

/** A category's border on the normal scale, with its derivatives in the parameters. */
interface Border {
  readonly z: number;
  readonly by: readonly Slope[];
  readonly bend: readonly Bend[];
}

/** Adds one class: category j lies between borders j − 1 and j. */
function addClass(
  result: { logLikelihood: number; gradient: number[]; expected: number[][]; observed: number[][] },
  borders: readonly Border[],
  counts: readonly number[],
): void {
  const total = counts.reduce((sum, count) => sum + count, 0);
  for (const [j, count] of counts.entries()) {
    const [lower, upper] = [borders[j - 1], borders[j]];
    const p = between(lower?.z ?? Number.NEGATIVE_INFINITY, upper?.z ?? Number.POSITIVE_INFINITY);
    const slope = new Map<number, number>();
    const ends = [
      [upper, 1],
      [lower, -1],
    ] as const;
    for (const [border, sign] of ends) {
      if (border === undefined) continue;
      const density = normalDensity(border.z);
      for (const [i, derivative] of border.by) {
        slope.set(i, (slope.get(i) ?? 0) + sign * density * derivative);
      }
      for (const [i, one] of border.by) {
        for (const [k, other] of border.by) {
          result.observed[i]![k]! += (count * sign * density * border.z * one * other) / p;
        }
      }
      for (const [i, k, derivative] of border.bend) {
        const term = (count * sign * density * derivative) / p;
        result.observed[i]![k]! -= term;
        result.observed[k]![i]! -= term;
      }
    }
    if (count > 0) result.logLikelihood += count * Math.log(p);
    for (const [i, one] of slope) {
      result.gradient[i]! += (count * one) / p;
      for (const [k, other] of slope) {
        result.expected[i]![k]! += (total * one * other) / p;
        result.observed[i]![k]! += (count * one * other) / (p * p);
      }
    }
  }
}

/** Φ(upper) − Φ(lower), from the nearer tail. */
function between(lower: number, upper: number): number {
  return lower > 0
    ? normalSurvival(lower) - normalSurvival(upper)
    : normalCdf(upper) - normalCdf(lower);
}

/** Of a matrix that is symmetric but for rounding; undefined unless positive definite. */
function inverted(a: readonly (readonly number[])[]): number[][] | undefined {
  if (!a.flat().every(Number.isFinite)) return undefined;
  return choleskyInverse(a.map((row, i) => row.map((cell, j) => (cell + a[j]![i]!) / 2)))?.inverse;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
