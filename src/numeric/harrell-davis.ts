import { betaCdf } from "./beta.js";
import { checkProbability } from "./checks.js";
import { InvalidInput } from "./invalid-input.js";

/** Standard deviations from p beyond which the weights are below 1e-16, also where the beta is skew. */
const FARTHEST = 40;

/**
 * Harrell and Davis' quantile: the mean of all ordered values, weighted by a beta distribution, so
 * that a tail quantile does not hang on one or two of them.
 *
 * @param values - (n), in any order, n at least 1
 * @param p - above 0 and below 1
 * @throws InvalidInput when there are no values, or p is not inside (0, 1)
 * @source [@harrell1982]
 */
export function harrellDavis(values: ArrayLike<number>, p: number): number {
  checkProbability("harrellDavis", p);
  const n = values.length;
  if (n === 0) throw new InvalidInput("harrellDavis", "needs at least one value; got none");
  if (p === 0 || p === 1) {
    throw new InvalidInput("harrellDavis", `needs p above 0 and below 1; got ${p}`);
  }
  const sorted = Float64Array.from(values).sort();
  const reach = FARTHEST * Math.sqrt((p * (1 - p)) / (n + 2));
  const from = Math.max(0, Math.floor(n * (p - reach)));
  const to = Math.min(n, Math.ceil(n * (p + reach)));
  let quantile = 0;
  let below = 0;
  for (let i = from; i < to; i++) {
    const upTo = i === to - 1 ? 1 : betaCdf((i + 1) / n, (n + 1) * p, (n + 1) * (1 - p));
    quantile += (upTo - below) * sorted[i]!;
    below = upTo;
  }
  return quantile;
}
