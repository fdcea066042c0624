import type { Finding } from "../../src/claims/index.js";
import type { ClaimLinks } from "../../src/publish/claim-links.js";
import { claimsById } from "../../src/publish/claim-links.js";
import type { CheckedClaim } from "../../src/publish/published.js";
import { readReferences } from "../../src/publish/read-references.js";
import { claimsOf, raw } from "../claims/claim-files.js";

/** A finding with what is not given filled in. */
export function finding(fields: Partial<Finding> & Pick<Finding, "verdict">): Finding {
  return { code: "CODE", rule: "A rule", message: "A sentence.", figures: [], ...fields };
}

/** A claim of a number of patients, `study/quantity/source`, and what was found of it. */
export function checked(
  id: string,
  n: string,
  findings: readonly Finding[],
  fields: Record<string, unknown> = {},
): CheckedClaim {
  const [study = "", quantity = "", source = ""] = id.split("/");
  const own = { id, study, source, label: `${quantity} of ${study}`, n };
  const [claim] = claimsOf(raw("sample-size", { ...own, ...fields }));
  return { claim: claim!, verdict: findings[0]?.verdict ?? "not-checkable", findings };
}

/** A figure of `n` that disagrees with another claim's. */
export function disagreement(here: string, there: string, otherClaim: string): Finding {
  return finding({
    code: "SOURCES_DISAGREE",
    verdict: "contradicted",
    rule: "Sources of the same quantity must agree within rounding",
    message: `n is ${here} here and ${there} in ${otherClaim} (${otherClaim.split("/").at(-1)}); no rounding reconciles them.`,
    figures: [{ label: "n", printed: here }],
    wouldBePossible: [`n ${there}`],
    otherClaim,
  });
}

const references = readReferences("reports/references.bib");

/** Links within a site whose rows stand on the page of claims. */
export function linksTo(
  claims: readonly CheckedClaim[],
  fields: Partial<ClaimLinks> = {},
): ClaimLinks {
  return {
    claims: claimsById(claims),
    rowsPage: "claims.html",
    references,
    listed: new Set(references.keys()),
    referencesPage: "claims.html",
    cells: new Map(),
    consistency: new Map(),
    ...fields,
  };
}
