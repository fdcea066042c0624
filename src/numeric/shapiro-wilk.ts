import { checkNumbers } from "./checks.js";
import { InvalidInput } from "./invalid-input.js";
import { normalQuantile, normalSurvival } from "./normal.js";

/** Shapiro and Wilk's test that values come from a normal distribution. */
export interface ShapiroWilk {
  readonly w: number;
  readonly p: number;
  /** "zero-variance": all values are equal, so w and p are not defined and read NaN. */
  readonly note?: "zero-variance";
}

const FEWEST = 3;
const MOST = 5000;

/**
 * Shapiro and Wilk's W with Royston's approximate weights and p, as R's shapiro.test.
 *
 * @param values - (n), n from 3 to 5,000
 * @throws InvalidInput when n is outside 3 … 5,000 or a value is not finite
 * @source [@royston1995]
 */
export function shapiroWilk(values: ArrayLike<number>): ShapiroWilk {
  checkNumbers("shapiroWilk", "values", values);
  const n = values.length;
  if (n < FEWEST || n > MOST) {
    const code = n < FEWEST ? "n_too_small" : "n_too_large";
    throw new InvalidInput("shapiroWilk", `needs ${FEWEST} to ${MOST} values; got ${n}`, code);
  }
  const sorted = Float64Array.from(values).sort();
  const range = sorted[n - 1]! - sorted[0]!;
  if (range === 0) return { w: Number.NaN, p: Number.NaN, note: "zero-variance" };
  const rest = oneMinusW(sorted.map((x) => (x - sorted[0]!) / range));
  return { w: 1 - rest, p: pValue(rest, n) };
}

/** 1 − W without cancellation near 0, from values scaled to 0 … 1. */
function oneMinusW(sorted: Float64Array): number {
  const n = sorted.length;
  const weights = upperWeights(n);
  const mean = sorted.reduce((sum, x) => sum + x, 0) / n;
  let squares = 0;
  for (const x of sorted) squares += (x - mean) ** 2;
  let weighted = 0;
  let weightSquares = 0;
  for (const [i, weight] of weights.entries()) {
    weighted += weight * (sorted[n - 1 - i]! - sorted[i]!);
    weightSquares += 2 * weight * weight;
  }
  const bound = Math.sqrt(weightSquares * squares);
  return Math.max(0, ((bound - weighted) * (bound + weighted)) / (weightSquares * squares));
}

/** Weights of x₍ₙ₎ − x₍₁₎, x₍ₙ₋₁₎ − x₍₂₎, … */
function upperWeights(n: number): Float64Array {
  const half = Math.floor(n / 2);
  if (n === 3) return Float64Array.of(Math.SQRT1_2);
  const scores = Float64Array.from(
    { length: half },
    (_, i) => -normalQuantile((i + 1 - 0.375) / (n + 0.25)),
  );
  const sum = 2 * scores.reduce((total, m) => total + m * m, 0);
  const root = 1 / Math.sqrt(n);
  const [first, second] = [scores[0]!, scores[1]!];
  const largest =
    first / Math.sqrt(sum) +
    polynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], root);
  if (n <= 5) {
    const scale = Math.sqrt((sum - 2 * first ** 2) / (1 - 2 * largest ** 2));
    return scores.map((m, i) => (i === 0 ? largest : m / scale));
  }
  const next =
    second / Math.sqrt(sum) +
    polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], root);
  const scale = Math.sqrt(
    (sum - 2 * first ** 2 - 2 * second ** 2) / (1 - 2 * largest ** 2 - 2 * next ** 2),
  );
  return scores.map((m, i) => (i === 0 ? largest : i === 1 ? next : m / scale));
}

/** The chance of a W as small: exact for n = 3, else by a normal approximation of ln(1 − W). */
function pValue(rest: number, n: number): number {
  if (n === 3) {
    const angle = Math.asin(Math.sqrt(Math.min(1, 1 - rest))) - Math.PI / 3;
    return Math.max(0, (6 / Math.PI) * angle);
  }
  const log = Math.log(rest);
  if (n <= 11) {
    const ceiling = polynomial([-2.273, 0.459], n);
    if (log >= ceiling) return 0;
    const mean = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n);
    const sd = Math.exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n));
    return normalSurvival((-Math.log(ceiling - log) - mean) / sd);
  }
  const size = Math.log(n);
  const mean = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], size);
  const sd = Math.exp(polynomial([-0.4803, -0.082676, 0.0030302], size));
  return normalSurvival((log - mean) / sd);
}

/** Σ cᵢ xⁱ. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, c) => sum * x + c, 0);
}
