import { quantityOf } from "../claims/claim.js";
import type { Finding } from "../claims/index.js";
import { type CheckedClaim, grouped } from "./published.js";

/** A finding with the claim that it speaks of. */
export interface ClaimFinding {
  readonly claim: CheckedClaim;
  readonly finding: Finding;
}

/** A quantity of which some printed figure needs a word from its authors. */
export interface OpenQuantity {
  readonly label: string;
  /** The figures of the quantity from all sources. */
  readonly claims: readonly CheckedClaim[];
  /** Two sources that disagree with each other appear once. */
  readonly findings: readonly ClaimFinding[];
  /** Figures of other quantities beside which the same sources print the same different numbers of patients. */
  readonly also: readonly CheckedClaim[];
}

/** A rule and how many of the figures it was held against. */
export interface AppliedRule {
  readonly title: string;
  /** Citation keys of its methods. */
  readonly sources: readonly string[];
  readonly figures: number;
}

/** What was found of one study's printed figures, sorted for those who have to answer. */
export interface Consistency {
  readonly claims: readonly CheckedClaim[];
  readonly contradicted: readonly OpenQuantity[];
  /** What no method that was tried gives. */
  readonly unexplained: readonly OpenQuantity[];
  /** All other figures. */
  readonly others: readonly CheckedClaim[];
  /** Rules that could say something, those with the most figures first. */
  readonly rules: readonly AppliedRule[];
}

/**
 * Sorts what was found of a study's printed figures.
 *
 * @param claims - of one study, in the file's order
 */
export function consistencyOf(claims: readonly CheckedClaim[]): Consistency {
  const contradicted = claims.filter(({ verdict }) => verdict === "contradicted");
  const unexplained = claims.filter(
    ({ verdict, findings }) => verdict === "possible" && findings.some(isUnexplained),
  );
  const open = new Set([...contradicted, ...unexplained]);
  return {
    claims,
    contradicted: withSizesOnce(
      quantities(claims, contradicted, ({ verdict }) => verdict === "contradicted"),
    ),
    unexplained: quantities(claims, unexplained, isUnexplained),
    others: claims.filter((claim) => !open.has(claim)),
    rules: appliedRules(claims),
  };
}

function isUnexplained({ unexplained }: Finding): boolean {
  return unexplained === true;
}

function quantities(
  all: readonly CheckedClaim[],
  open: readonly CheckedClaim[],
  matters: (finding: Finding) => boolean,
): readonly OpenQuantity[] {
  const byQuantity = grouped(all, ({ claim }) => quantityOf(claim));
  return [...grouped(open, ({ claim }) => quantityOf(claim))].map(([name, here]) => {
    const claims = byQuantity.get(name)!;
    const findings = here.flatMap((claim) =>
      claim.findings.filter(matters).map((finding): ClaimFinding => ({ claim, finding })),
    );
    return {
      label: findings[0]?.claim.claim.label ?? "",
      claims,
      findings: findings.filter((one, i) => !isMirror(one, findings.slice(0, i))),
      also: [],
    };
  });
}

/**
 * Where sources disagree on a number of patients, they do so beside every figure that has it. The first
 * quantity keeps the disagreement, one that is a number of patients before others; the rest refer to it.
 */
function withSizesOnce(items: readonly OpenQuantity[]): readonly OpenQuantity[] {
  const keepers = new Map<string, OpenQuantity>();
  const also = new Map<OpenQuantity, CheckedClaim[]>();
  const findings = new Map<OpenQuantity, ClaimFinding[]>();
  const [sizes, others] = [items.filter(isSize), items.filter((item) => !isSize(item))];
  for (const item of [...sizes, ...others]) {
    const kept = item.findings.filter((one) => {
      const key = sizeDispute(one);
      const keeper = key === undefined ? item : (keepers.get(key) ?? item);
      if (key !== undefined) keepers.set(key, keeper);
      if (keeper !== item) also.set(keeper, [...(also.get(keeper) ?? []), one.claim]);
      return keeper === item;
    });
    findings.set(item, kept);
  }
  return items
    .map((item) => ({ ...item, findings: findings.get(item)!, also: also.get(item) ?? [] }))
    .filter((item) => item.findings.length > 0);
}

function isSize({ claims }: OpenQuantity): boolean {
  return claims.every(({ claim }) => claim.kind === "sample-size");
}

/** What names a disagreement on numbers of patients and nothing else. */
function sizeDispute({ finding }: ClaimFinding): string | undefined {
  const { figures, wouldBePossible = [], otherClaim } = finding;
  if (otherClaim === undefined || figures.length === 0) return undefined;
  if (figures.some(({ label }) => !/^n\b/.test(label))) return undefined;
  const here = figures.map(({ label, printed }) => `${label} ${printed}`);
  return [here.join(), wouldBePossible.join()].sort().join(" | ");
}

/** Whether an earlier finding says the same from the other side. */
function isMirror({ claim, finding }: ClaimFinding, earlier: readonly ClaimFinding[]): boolean {
  return earlier.some(
    (one) =>
      one.finding.code === finding.code &&
      one.finding.otherClaim === claim.claim.id &&
      one.claim.claim.id === finding.otherClaim,
  );
}

function appliedRules(claims: readonly CheckedClaim[]): readonly AppliedRule[] {
  const rules = new Map<string, { sources: Set<string>; ids: Set<string> }>();
  for (const { claim, findings } of claims) {
    for (const { rule, verdict, source } of findings) {
      if (verdict === "not-checkable") continue;
      const entry = rules.get(rule) ?? { sources: new Set(), ids: new Set() };
      if (source !== undefined) entry.sources.add(source);
      entry.ids.add(claim.id);
      rules.set(rule, entry);
    }
  }
  return [...rules]
    .map(
      ([title, { sources, ids }]): AppliedRule => ({
        title,
        sources: [...sources],
        figures: ids.size,
      }),
    )
    .sort((a, b) => b.figures - a.figures);
}
