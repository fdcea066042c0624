import { type Claim, quantityOf } from "./claim.js";
import { nothingToHoldAgainst } from "./nothing-to-hold-against.js";
import type { ClaimContext, Rule } from "./rule.js";
import { aucInterval } from "./rules/auc-interval.js";
import { blandAltmanRow } from "./rules/bland-altman-row.js";
import { correlationP } from "./rules/correlation-p.js";
import { effectInterval } from "./rules/effect-interval.js";
import { integerMean } from "./rules/integer-mean.js";
import { meanInterval } from "./rules/mean-interval.js";
import { medianRatio } from "./rules/median-ratio.js";
import { orderedRange } from "./rules/ordered-range.js";
import { pairedMeansP } from "./rules/paired-means-p.js";
import { percentOfN } from "./rules/percent-of-n.js";
import { proportionInterval } from "./rules/proportion-interval.js";
import { reliabilityInterval } from "./rules/reliability-interval.js";
import { sourcesAgree } from "./rules/sources-agree.js";
import { spreadInRange } from "./rules/spread-in-range.js";
import { testStatisticP } from "./rules/test-statistic-p.js";
import { twoByTwoRates } from "./rules/two-by-two-rates.js";
import { twoMeansPrintedP } from "./rules/two-means-p.js";
import { twoProportionsPrintedP } from "./rules/two-proportions-p.js";
import { unusedFields } from "./rules/unused-fields.js";
import { type ClaimVerdict, decidingFirst, type Finding, weigh } from "./verdict.js";

/** The rules, in the order in which their findings are listed. */
export const RULES: readonly Rule[] = [
  sourcesAgree,
  percentOfN,
  twoProportionsPrintedP,
  twoMeansPrintedP,
  integerMean,
  spreadInRange,
  meanInterval,
  proportionInterval,
  pairedMeansP,
  medianRatio,
  orderedRange,
  correlationP,
  reliabilityInterval,
  aucInterval,
  effectInterval,
  testStatisticP,
  blandAltmanRow,
  twoByTwoRates,
  unusedFields,
];

/**
 * Holds published figures against each other and against what can be recomputed from them.
 *
 * A contradiction is claimed only where no number inside the rounding of the printed ones, and no
 * test that the source may have used, escapes it. A claim's verdict does not depend on the order
 * of the claims.
 *
 * @param claims - as `readClaims` gives them; claims that share `study/quantity` are held against each other
 * @returns one verdict a claim, in the order of the claims
 */
export function checkClaims(claims: readonly Claim[]): readonly ClaimVerdict[] {
  const byQuantity = new Map<string, Claim[]>();
  for (const claim of claims) {
    const others = byQuantity.get(quantityOf(claim));
    if (others === undefined) byQuantity.set(quantityOf(claim), [claim]);
    else others.push(claim);
  }
  for (const group of byQuantity.values()) group.sort((a, b) => (a.id < b.id ? -1 : 1));
  return claims.map((claim) => {
    const group = byQuantity.get(quantityOf(claim)) ?? [];
    return checkClaim(claim, { sameQuantity: group.filter((other) => other.id !== claim.id) });
  });
}

function checkClaim(claim: Claim, context: ClaimContext): ClaimVerdict {
  const findings = RULES.filter(({ kinds }) => kinds.includes(claim.kind)).flatMap((rule) =>
    rule.check(claim, context).map(
      (finding): Finding => ({
        ...(rule.source === undefined ? {} : { source: rule.source }),
        ...finding,
        rule: rule.title,
      }),
    ),
  );
  const bearing = findings.filter(({ code }) => code !== "UNUSED_FIELD");
  const all = bearing.length > 0 ? findings : [nothingToHoldAgainst(claim), ...findings];
  return { id: claim.id, verdict: weigh(all), findings: decidingFirst(all) };
}
