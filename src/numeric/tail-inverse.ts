import { brent } from "./brent.js";

const LOG_OF_ZERO = -1e5; // stands for the logarithm of a tail that underflowed
const LARGEST_LOG = 709; // exp of more overflows

/** A monotone tail probability of a positive variable, to be inverted. */
export interface TailToInvert {
  /** Lower (rising) or upper (falling) tail at x > 0. */
  readonly tail: (x: number) => number;
  readonly rising: boolean;
  /** A guess, however rough; a guess that is not a positive number is replaced by 1. */
  readonly guess: number;
  /** First step of ln x away from the guess: about how far off it is; 1e-12 unless given. */
  readonly step?: number;
  /** Right end of the support; Infinity unless given. */
  readonly largest?: number;
}

/**
 * The positive x at which a tail probability takes a given value.
 *
 * Solved for ln x against the logarithm of the tail, where every tail is nearly straight, so
 * that quantiles keep their relative precision for probabilities and arguments of any size.
 *
 * @param target - probability in (0, 1)
 */
export function invertTail(
  { tail, rising, guess, step: first = 1e-12, largest }: TailToInvert,
  target: number,
): number {
  const logTarget = Math.log(target);
  const cap = largest === undefined ? LARGEST_LOG : Math.log(largest);
  const excess = (u: number): number => {
    const p = tail(Math.exp(u));
    const log = p > 0 ? Math.log(p) : LOG_OF_ZERO;
    return rising ? log - logTarget : logTarget - log; // rises with u either way
  };
  const start =
    guess > 0 && Number.isFinite(guess) ? Math.min(Math.log(guess), cap) : Math.min(0, cap);
  let step = first * Math.max(1, Math.abs(start));
  let lower = start;
  let upper = start;
  if (excess(start) > 0) {
    do {
      upper = lower;
      lower -= step;
      step *= 16;
      if (lower < -2 * LARGEST_LOG) return 0; // below the smallest double
    } while (excess(lower) > 0);
  } else {
    do {
      if (upper >= cap) return Math.exp(cap);
      lower = upper;
      upper = Math.min(cap, upper + step);
      step *= 16;
    } while (excess(upper) < 0);
  }
  return Math.exp(brent(excess, lower, upper));
}
