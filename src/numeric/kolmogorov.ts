import { InvalidInput } from "./invalid-input.js";

const BOTH_CONVERGE = 1; // below it the series of theta functions needs fewer terms, above it the other

/**
 * P(K > h) for the largest absolute value of a Brownian bridge: the limit of √n times Kolmogorov and
 * Smirnov's distance, exact in the far tail.
 *
 * @throws InvalidInput when h is NaN
 * @source [@kolmogorov1933]
 */
export function kolmogorovSurvival(h: number): number {
  if (Number.isNaN(h)) throw new InvalidInput("kolmogorovSurvival", "needs a number; got NaN");
  if (h <= 0) return 1;
  if (h < BOTH_CONVERGE) return 1 - lowerTail(h);
  let sum = 0;
  for (let k = 1; ; k++) {
    const term = Math.exp(-2 * (k * h) ** 2);
    sum += k % 2 === 1 ? term : -term;
    if (term <= Number.EPSILON * sum * 0.1 || term === 0) return 2 * sum;
  }
}

/** √(2π)/h · Σ exp(−(2k − 1)²π²/(8h²)). */
function lowerTail(h: number): number {
  let sum = 0;
  for (let k = 1; k <= 4; k++) sum += Math.exp(-(((2 * k - 1) * Math.PI) ** 2) / (8 * h * h));
  return (Math.sqrt(2 * Math.PI) / h) * sum;
}
