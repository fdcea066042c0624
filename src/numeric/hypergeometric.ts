import { checkCount, checkProbability } from "./checks.js";
import { smallestCountLeaving, smallestCountReaching } from "./count-inverse.js";
import { InvalidInput } from "./invalid-input.js";
import { binomialTerm } from "./point-mass.js";

/**
 * P(X = k) for X white balls among `draws` taken without replacement from an urn.
 *
 * @param white - white balls in the urn
 * @param black - black balls in the urn
 * @param draws - balls taken, at most white + black
 * @throws InvalidInput when a number is not a count or draws exceed the urn
 * @source [@loader2000] as a ratio of three binomial masses
 */
export function hypergeometricPmf(k: number, white: number, black: number, draws: number): number {
  check("hypergeometricPmf", white, black, draws);
  return term(k, white, black, draws);
}

/** P(X ≤ k), a sum of positive terms and so exact in the far tail. */
export function hypergeometricCdf(k: number, white: number, black: number, draws: number): number {
  check("hypergeometricCdf", white, black, draws);
  return lowerTail(Math.floor(k), white, black, draws);
}

/** P(X > k), a sum of positive terms and so exact in the far tail. */
export function hypergeometricSurvival(
  k: number,
  white: number,
  black: number,
  draws: number,
): number {
  check("hypergeometricSurvival", white, black, draws);
  // Counting black balls drawn instead turns the upper tail into a lower one.
  return lowerTail(draws - Math.floor(k) - 1, black, white, draws);
}

/**
 * The smallest k with P(X ≤ k) ≥ p.
 *
 * @throws InvalidInput as `hypergeometricPmf`, and when p is not a probability
 */
export function hypergeometricQuantile(
  p: number,
  white: number,
  black: number,
  draws: number,
): number {
  checkProbability("hypergeometricQuantile", p);
  check("hypergeometricQuantile", white, black, draws);
  const cdf = (k: number): number => lowerTail(k, white, black, draws);
  return Math.max(
    smallestCountReaching(cdf, p, Math.min(white, draws)),
    Math.max(0, draws - black),
  );
}

/** The smallest k with P(X > k) ≤ q. */
export function hypergeometricUpperQuantile(
  q: number,
  white: number,
  black: number,
  draws: number,
): number {
  checkProbability("hypergeometricUpperQuantile", q);
  check("hypergeometricUpperQuantile", white, black, draws);
  const survival = (k: number): number => lowerTail(draws - k - 1, black, white, draws);
  return Math.max(
    smallestCountLeaving(survival, q, Math.min(white, draws)),
    Math.max(0, draws - black),
  );
}

function check(where: string, white: number, black: number, draws: number): void {
  checkCount(where, "white", white);
  checkCount(where, "black", black);
  checkCount(where, "draws", draws);
  if (draws > white + black) {
    throw new InvalidInput(where, `cannot draw ${draws} balls from an urn of ${white + black}`);
  }
}

function term(k: number, white: number, black: number, draws: number): number {
  if (Number.isNaN(k)) return Number.NaN;
  if (!Number.isInteger(k) || k < Math.max(0, draws - black) || k > Math.min(white, draws))
    return 0;
  if (draws === 0) return 1;
  const total = white + black;
  const p = draws / total; // any p gives the same ratio; this one keeps every factor large
  const q = (total - draws) / total;
  return (
    (binomialTerm(k, white, p, q) * binomialTerm(draws - k, black, p, q)) /
    binomialTerm(draws, total, p, q)
  );
}

/** Σ P(X = i) over i ≤ k; from the shorter side where the tail is the larger one. */
function lowerTail(k: number, white: number, black: number, draws: number): number {
  const first = Math.max(0, draws - black);
  const last = Math.min(white, draws);
  if (Number.isNaN(k)) return Number.NaN;
  if (k < first) return 0;
  if (k >= last) return 1;
  if (k * (white + black) > draws * white) return 1 - sumUp(k + 1, last, white, black, draws);
  let sum = 0;
  let mass = term(k, white, black, draws);
  for (let i = k; i >= first && mass > 0; i--) {
    sum += mass;
    mass *= (i * (black - draws + i)) / ((white - i + 1) * (draws - i + 1));
  }
  return sum;
}

function sumUp(from: number, last: number, white: number, black: number, draws: number): number {
  let sum = 0;
  let mass = term(from, white, black, draws);
  for (let i = from; i <= last && mass > 0; i++) {
    sum += mass;
    mass *= ((white - i) * (draws - i)) / ((i + 1) * (black - draws + i + 1));
  }
  return sum;
}
