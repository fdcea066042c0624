import { InvalidInput } from "../../numeric/index.js";
import { readPrinted } from "./grim.js";
import { type Bounds, printedBounds, type RoundingRule } from "./printed.js";

/** A quantity from its least to its greatest value. */
export type Span = readonly [number, number];

/**
 * The range of (s₁² + s₂² + d)/(2 s₁ s₂) over a box of s₁, s₂ ≥ 0 and d.
 *
 * It rises with d. In each s it falls to √(other² + d) and rises after it, so the greatest value
 * stands at a corner and the least at a corner or on a side. With −d the variance of differences
 * it is the correlation behind them (the law of cosines); with d the squared difference of the
 * means it is the reciprocal of the bias correction of Lin's coefficient.
 */
export function cosineLaw(s1: Span, s2: Span, d: Span): Span {
  const at = (a: number, b: number, of: number): number => (a * a + b * b + of) / (2 * a * b);
  const turns = (fixed: number, [from, to]: Span): number[] => {
    const square = fixed * fixed + d[0];
    const turn = square > 0 ? Math.sqrt(square) : from;
    return turn > from && turn < to ? [turn] : [];
  };
  const corners = s1.flatMap((a) => s2.map((b) => [a, b] as const));
  const sides = [
    ...s2.flatMap((b) => turns(b, s1).map((a) => [a, b] as const)),
    ...s1.flatMap((a) => turns(a, s2).map((b) => [a, b] as const)),
  ];
  const least = [...corners, ...sides].map(([a, b]) => at(a, b, d[0]));
  const most = corners.map(([a, b]) => at(a, b, d[1]));
  // 0/0 where an SD may be 0: any value is a limit.
  return [
    Math.min(...least.map((x) => (Number.isNaN(x) ? Number.NEGATIVE_INFINITY : x))),
    Math.max(...most.map((x) => (Number.isNaN(x) ? Number.POSITIVE_INFINITY : x))),
  ];
}

/** Two measurements as printed. */
export interface PrintedMeasurement {
  readonly mean: string;
  readonly sd: string;
}

/** Two measurements of the same subjects, with what prints as their means and SDs. */
export interface PairOfMeans {
  readonly difference: number; // first mean − second, as printed
  readonly differences: Span;
  readonly sd: readonly [number, number]; // as printed
  readonly sds: readonly [Span, Span];
}

/**
 * Reads two measurements of the same subjects.
 *
 * @throws InvalidInput in the name of the caller when a number cannot be read or an SD is negative
 */
export function readPair(
  where: string,
  first: PrintedMeasurement,
  second: PrintedMeasurement,
  rules: readonly RoundingRule[],
): PairOfMeans {
  const [a, b] = [first, second].map((one) => {
    const mean = readPrinted(where, one?.mean);
    return { mean: mean.value, means: printedBounds(mean, rules), ...readSd(where, one.sd, rules) };
  }) as [Read, Read];
  const slack = 4 * Number.EPSILON * Math.max(Math.abs(a.mean), Math.abs(b.mean)); // of the subtraction
  return {
    difference: a.mean - b.mean,
    differences: [a.means.lower - b.means.upper - slack, a.means.upper - b.means.lower + slack],
    sd: [a.sd, b.sd],
    sds: [a.sds, b.sds],
  };
}

interface Read {
  readonly mean: number;
  readonly means: Bounds;
  readonly sd: number;
  readonly sds: Span;
}

/**
 * A printed standard deviation with what prints as it.
 *
 * @throws InvalidInput in the name of the caller when it cannot be read or is negative
 */
export function readSd(
  where: string,
  text: string,
  rules: readonly RoundingRule[],
): { readonly sd: number; readonly sds: Span } {
  const printed = readPrinted(where, text);
  if (printed.value < 0) {
    throw new InvalidInput(where, `needs an SD of at least 0; got "${text}"`);
  }
  const { lower, upper } = printedBounds(printed, rules);
  return { sd: printed.value, sds: [Math.max(0, lower), upper] };
}

/** Smallest and largest size of the numbers of a span. */
export function sizes([from, to]: Span): Span {
  const [a, b] = [Math.abs(from), Math.abs(to)];
  return [from <= 0 && to >= 0 ? 0 : Math.min(a, b), Math.max(a, b)];
}
