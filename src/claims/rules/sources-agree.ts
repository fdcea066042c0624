import type { Claim } from "../claim.js";
import { CLAIM_KINDS } from "../claims-schema.js";
import { compareFigures } from "../compare-figures.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { listOf } from "../wording.js";

/** What one source prints, another may print with more or fewer digits, but not otherwise. */
export const sourcesAgree: Rule = ruleFor({
  code: "sources-agree",
  title: "Sources of the same quantity must agree within rounding",
  source: "moore1966",
  kinds: CLAIM_KINDS,
  check: (claim, { sameQuantity }) => sameQuantity.map((other) => holdAgainst(claim, other)),
});

function holdAgainst(claim: Claim, other: Claim): RuleFinding {
  const comparison = compareFigures(claim, other);
  const otherClaim = other.id;
  const named = `${other.id} (${other.source})`;
  if ("reason" in comparison) {
    return {
      code: "SOURCES_NOT_COMPARABLE",
      verdict: "not-checkable",
      message: `Not held against ${named}: ${comparison.reason}.`,
      figures: [],
      otherClaim,
    };
  }
  const { figures, differentStatistic } = comparison;
  const differing = figures.filter(({ agrees }) => !agrees);
  if (differing.length > 0) {
    const [only, ...more] = differing;
    const told = differing.map((one) => `${one.label} is ${one.here} here and ${one.there}`);
    return {
      code: "SOURCES_DISAGREE",
      verdict: "contradicted",
      message: `${listOf(told)} in ${named}; no rounding reconciles them.`,
      figures: differing.map(({ label, here }) => ({ label, printed: here })),
      wouldBePossible: differing.map(({ label, there }) => `${label} ${there}`),
      // One of the two is wrong, and which is not known: from here it is the other's figure.
      ...(only === undefined || more.length > 0
        ? {}
        : { smallestChange: { label: only.label, printed: only.here, instead: only.there } }),
      otherClaim,
    };
  }
  const same = figures.map(({ label, here, there }) =>
    here === there ? `${label} ${here}` : `${label} ${here} and ${there}`,
  );
  if (differentStatistic !== undefined) {
    return {
      code: "SOURCES_NAME_DIFFERENT_STATISTICS",
      verdict: "possible",
      message: `Here the ${differentStatistic.field} is called ${differentStatistic.here}, in ${named} ${differentStatistic.there}; they are different statistics${same.length > 0 ? `, though the figures agree within rounding: ${listOf(same)}` : ", and their figures are not held against each other"}.`,
      figures: figures.map(({ label, here }) => ({ label, printed: here })),
      otherClaim,
    };
  }
  return {
    code: "SOURCES_AGREE",
    verdict: "possible",
    message: `Agrees with ${named}: ${listOf(same)}.`,
    figures: figures.map(({ label, here }) => ({ label, printed: here })),
    otherClaim,
  };
}
