import type { Claim, ClaimKind, ClaimOf } from "./claim.js";
import type { Finding } from "./verdict.js";

/** What a rule may look at beside the claim itself. */
export interface ClaimContext {
  /** The claims of the same quantity from other sources, in the order of their ids. */
  readonly sameQuantity: readonly Claim[];
}

/** A finding as a rule states it; the rule's title, and its source where the finding has none, are added by whoever asked. */
export type RuleFinding = Omit<Finding, "rule">;

/** One way to hold a claim against something. */
export interface Rule {
  /** Names the rule for machines. */
  readonly code: string;
  /** The rule, as a sentence. */
  readonly title: string;
  /** Citation key of the method, where it has one. */
  readonly source?: string;
  /** The kinds of claims that the rule looks at. */
  readonly kinds: readonly ClaimKind[];
  /** What the rule says of a claim of these kinds; nothing when it does not bear on it. */
  check(claim: Claim, context: ClaimContext): readonly RuleFinding[];
}

/** A rule whose check is typed by its kinds. */
export function ruleFor<K extends ClaimKind>(rule: {
  readonly code: string;
  readonly title: string;
  readonly source?: string;
  readonly kinds: readonly K[];
  readonly check: (claim: ClaimOf<K>, context: ClaimContext) => readonly RuleFinding[];
}): Rule {
  return { ...rule, check: (claim, context) => rule.check(claim as ClaimOf<K>, context) };
}
