import { normalSurvival } from "../../numeric/index.js";
import { remembering } from "../../numeric/remembering.js";
import { permutationProductNull } from "../compare/permutation-product-null.js";

/**
 * P(R ≥ r) of Spearman's coefficient without ties, from S, the sum of the squared differences of the
 * ranks: r = 1 − 6S/(n³ − n). Every S is an even number.
 */
export type SpearmanTail = (s: number) => number;

/** Most pairs whose orders are all counted, as in `spearmanCorrelation`. */
export const MOST_COUNTED = 12;

/** The tail over all n! orders, each equally likely; n at most 12. */
export const countedTail: (n: number) => SpearmanTail = remembering((n: number): SpearmanTail => {
  const ranks = Array.from({ length: n }, (_, i) => i + 1);
  const tails = permutationProductNull(ranks, ranks);
  const largest = (n * (n + 1) * (2 * n + 1)) / 6; // Σ of products where the orders agree
  const known = new Map<number, number>();
  return (s) => {
    const tail = known.get(s) ?? tails.atLeast(largest - s / 2);
    known.set(s, tail);
    return tail;
  };
});

/** Coefficients of the Edgeworth series. [@best1975] */
const C = [
  0.2274, 0.2531, 0.1745, 0.0758, 0.1033, 0.3932, 0.0879, 0.0151, 0.0072, 0.0831, 0.0131, 4.6e-4,
] as const;

/**
 * The tail by an Edgeworth series, which R takes from 10 pairs on.
 *
 * @source [@best1975] algorithm AS 89
 */
export function edgeworthTail(n: number): SpearmanTail {
  const most = (n ** 3 - n) / 3;
  return (s) => {
    const b = 1 / n;
    // P(S ≤ s) is P(S ≥ most − s); the series counts from one below.
    const x = ((6 * (most - s - 1) * b) / (n * n - 1) - 1) * Math.sqrt(n - 1);
    const y = x * x;
    const inner = C[8] - C[9] * b + y * b * (C[10] - C[11] * y);
    const middle = -C[3] + b * (C[4] + C[5] * b) - y * b * (C[6] + C[7] * b - y * inner);
    const u = x * b * (C[0] + b * (C[1] + C[2] * b) + y * middle);
    return Math.min(1, Math.max(0, u / Math.exp(y / 2) + normalSurvival(x)));
  };
}
