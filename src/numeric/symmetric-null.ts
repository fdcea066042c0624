import { smallestCountReaching } from "./count-inverse.js";

/**
 * Distribution of a count from 0 to `largest` that is symmetric about largest/2, as the exact null
 * distributions of rank statistics without ties are.
 */
export interface SymmetricNull {
  readonly largest: number;
  /** P(X ≤ k) for k = 0 … ⌊largest/2⌋; sums of positive terms, so exact in the tails. */
  readonly lowerHalf: Float64Array;
}

/**
 * A null distribution from its masses.
 *
 * @param masses - P(X = k) for k = 0 … ⌊largest/2⌋
 */
export function symmetricNull(masses: Float64Array, largest: number): SymmetricNull {
  let sum = 0;
  return { largest, lowerHalf: masses.map((mass) => (sum += mass)) };
}

/** P(X ≤ k). */
export function lowerTailOf({ largest, lowerHalf }: SymmetricNull, k: number): number {
  if (Number.isNaN(k)) return Number.NaN;
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  if (whole >= largest) return 1;
  if (whole < lowerHalf.length) return lowerHalf[whole]!;
  return 1 - lowerHalf[largest - whole - 1]!;
}

/** P(X > k). */
export function upperTailOf(distribution: SymmetricNull, k: number): number {
  return lowerTailOf(distribution, distribution.largest - Math.floor(k) - 1);
}

/** The smallest k with P(X ≤ k) ≥ p. */
export function quantileOf(distribution: SymmetricNull, p: number): number {
  return smallestCountReaching((k) => lowerTailOf(distribution, k), p, distribution.largest);
}
