import { InvalidInput } from "../../numeric/index.js";
import { checkColumn, shown } from "../columns.js";

/**
 * A rule that adjusts p values for their number. Those of the family-wise error are `bonferroni`,
 * `sidak`, `holm`, `hochberg` and `hommel`; those of the false discovery rate are `bh` (Benjamini
 * and Hochberg) and `by` (Benjamini and Yekutieli).
 */
export type PAdjustment = "bonferroni" | "sidak" | "holm" | "hochberg" | "hommel" | "bh" | "by";

/** The adjusted value of each rank, from ascending p values. */
type Rule = (sorted: Float64Array) => Float64Array;

const RULES: Readonly<Record<PAdjustment, Rule>> = {
  bonferroni: (p) => p.map((x) => p.length * x),
  sidak: (p) => p.map((x) => -Math.expm1(p.length * Math.log1p(-x))),
  holm: (p) => largestBelow(p.map((x, i) => (p.length - i) * x)),
  hochberg: (p) => smallestAbove(p.map((x, i) => (p.length - i) * x)),
  hommel,
  bh: (p) => smallestAbove(p.map((x, i) => (p.length / (i + 1)) * x)),
  by: (p) => {
    const harmonic = p.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
    return smallestAbove(p.map((x, i) => (harmonic * p.length * x) / (i + 1)));
  },
};

/**
 * P values adjusted for multiplicity: each is the smallest level at which its hypothesis would
 * still be rejected by the rule.
 *
 * @param p - (n) one value of each hypothesis
 * @param method - the rule; it decides which error is held
 * @returns (n) in the order of p, at most 1
 * @throws InvalidInput when a value is no probability or the method is unknown
 * @source [@holm1979], [@hochberg1988], [@hommel1988], [@benjamini1995], [@benjamini2001],
 *   [@sidak1967]
 */
export function adjustedP(p: ArrayLike<number>, method: PAdjustment): Float64Array {
  checkColumn("adjustedP", "p values", p);
  for (let i = 0; i < p.length; i++) {
    if (!(p[i]! >= 0 && p[i]! <= 1)) {
      const rule = `needs p values between 0 and 1; value ${i} is ${p[i]}`;
      throw new InvalidInput("adjustedP", rule, "p_out_of_range");
    }
  }
  if (!Object.hasOwn(RULES, method)) {
    const rule = `needs a method of ${Object.keys(RULES).join(", ")}; got ${shown(method)}`;
    throw new InvalidInput("adjustedP", rule, "unknown_method");
  }
  const order = Array.from(p, (_, i) => i).sort((i, j) => p[i]! - p[j]!);
  const adjusted = RULES[method](Float64Array.from(order, (i) => p[i]!));
  const found = new Float64Array(p.length);
  for (const [rank, i] of order.entries()) found[i] = Math.min(1, adjusted[rank]!);
  return found;
}

/**
 * The closed test with Simes' p of each intersection. Of the intersections of k hypotheses that
 * hold a given one, the least significant has the k − 1 largest p beside it.
 */
function hommel(sorted: Float64Array): Float64Array {
  const n = sorted.length;
  const found = sorted.slice();
  for (let k = 2; k <= n; k++) {
    let others = Number.POSITIVE_INFINITY; // Simes' p without the smallest of the k
    for (let j = 2; j <= k; j++) others = Math.min(others, (k * sorted[n - k + j - 1]!) / j);
    for (let i = 0; i < n; i++) {
      const smallest = sorted[Math.min(i, n - k)]!;
      found[i] = Math.max(found[i]!, Math.min(k * smallest, others));
    }
  }
  return found;
}

/** At each rank the largest value up to it. */
function largestBelow(values: Float64Array): Float64Array {
  let most = 0;
  return values.map((value) => (most = Math.max(most, value)));
}

/** At each rank the smallest value from it on. */
function smallestAbove(values: Float64Array): Float64Array {
  const found = values.slice();
  for (let i = found.length - 2; i >= 0; i--) found[i] = Math.min(found[i]!, found[i + 1]!);
  return found;
}
