/**
 * What can be said of a published figure.
 *
 * - `reproduced`: recomputed from other figures, equal to the printed precision
 * - `possible`: some data could produce it; it cannot be recomputed
 * - `contradicted`: no data could produce it, or it disagrees with another printed figure, beyond rounding
 * - `not-checkable`: nothing to hold it against
 */
export type Verdict = "reproduced" | "possible" | "contradicted" | "not-checkable";

/** A figure that a finding speaks of. */
export interface Figure {
  /** Its field, with the arm where there are two: `percent (TOE)`. */
  readonly label: string;
  readonly printed: string;
}

/** A number that a rule computed; not rounded. */
export interface Computed {
  readonly label: string;
  readonly value: number;
}

/** One printed figure and what it would have to be. */
export interface Change extends Figure {
  readonly instead: string;
}

/** What one rule says of one claim. */
export interface Finding {
  /** Names the finding for machines, such as `PERCENT_IMPOSSIBLE`. */
  readonly code: string;
  /** The rule, in words. */
  readonly rule: string;
  /** What the finding says by itself; the claim's verdict weighs all of them. */
  readonly verdict: Verdict;
  /** True when a figure could be held against the tests that were tried and none of them gives it. */
  readonly unexplained?: true;
  /** A sentence with the numbers. */
  readonly message: string;
  readonly figures: readonly Figure[];
  readonly computed?: readonly Computed[];
  /** What could stand there instead. */
  readonly wouldBePossible?: readonly string[];
  /** The least change of one printed figure, relative to its size, after which nothing is contradicted. */
  readonly smallestChange?: Change;
  /** Id of the claim that this one was held against. */
  readonly otherClaim?: string;
  /** Citation key of the rule's method. */
  readonly source?: string;
}

/** A claim's verdict and the findings behind it, the deciding ones first. */
export interface ClaimVerdict {
  readonly id: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/**
 * The verdict of a claim: one contradiction decides; then a figure that nothing explained keeps
 * the claim merely possible; then one recomputed figure makes it reproduced.
 */
export function weigh(findings: readonly Finding[]): Verdict {
  const heaviest = Math.min(...findings.map(rankOf), LAST);
  return VERDICT_OF_RANK[heaviest]!;
}

/** The findings, the deciding ones first, otherwise in the order of the rules. */
export function decidingFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => rankOf(a) - rankOf(b));
}

const VERDICT_OF_RANK: readonly Verdict[] = [
  "contradicted",
  "possible",
  "reproduced",
  "possible",
  "not-checkable",
];
const LAST = 4;

function rankOf({ verdict, unexplained }: Finding): number {
  if (verdict === "contradicted") return 0;
  if (unexplained === true) return 1;
  if (verdict === "reproduced") return 2;
  return verdict === "possible" ? 3 : LAST;
}
