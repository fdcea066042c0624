import { leastSquares } from "../../numeric/linear-algebra.js";

/** A curve about a place on it: position and derivatives by arc length, each (3). */
export interface LocalCurve {
  readonly position: readonly [number, number, number]; // mm
  readonly first: readonly [number, number, number];
  readonly second: readonly [number, number, number]; // per mm
  readonly third: readonly [number, number, number]; // per mm²
}

const DEGREE = 3;
/** Points that a fit needs so as not to run through noise. */
const FEWEST = 2 * (DEGREE + 1);

/**
 * Fits a cubic to the points of a line about a place, near ones counting more (tricube weights).
 *
 * @param points - (n × 3) mm
 * @param arcLengthMm - (n) ascending
 * @param atMm - the place
 * @param halfWidthMm - points farther along the line do not count; widened where fewer than eight are nearer
 * @source [@cleveland1979] local regression
 */
export function localFit(
  points: Float64Array,
  arcLengthMm: Float64Array,
  atMm: number,
  halfWidthMm: number,
): LocalCurve {
  const count = arcLengthMm.length;
  let [from, to] = [
    lowerBound(arcLengthMm, atMm - halfWidthMm),
    lowerBound(arcLengthMm, atMm + halfWidthMm),
  ];
  while (to - from < Math.min(count, FEWEST)) {
    const before = from > 0 ? atMm - arcLengthMm[from - 1]! : Number.POSITIVE_INFINITY;
    const after = to < count ? arcLengthMm[to]! - atMm : Number.POSITIVE_INFINITY;
    if (before < after) from--;
    else to++;
  }
  const farthest = Math.max(atMm - arcLengthMm[from]!, arcLengthMm[to - 1]! - atMm);
  const width = Math.max(halfWidthMm, farthest) * 1.0001;
  const degree = Math.min(DEGREE, to - from - 1);
  const design: number[][] = [];
  const values: [number[], number[], number[]] = [[], [], []];
  for (let i = from; i < to; i++) {
    const t = (arcLengthMm[i]! - atMm) / width;
    const root = Math.sqrt((1 - Math.abs(t) ** 3) ** 3);
    design.push(Array.from({ length: degree + 1 }, (_, power) => root * t ** power));
    for (let axis = 0; axis < 3; axis++) values[axis]!.push(root * points[3 * i + axis]!);
  }
  const fits = values.map((column) => leastSquares(design, column)!.coefficients);
  const derivative = (order: number, factor: number): [number, number, number] =>
    fits.map((c) => (factor * (c[order] ?? 0)) / width ** order) as [number, number, number];
  return {
    position: derivative(0, 1),
    first: derivative(1, 1),
    second: derivative(2, 2),
    third: derivative(3, 6),
  };
}

/** The first index whose value is at least this. */
function lowerBound(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
