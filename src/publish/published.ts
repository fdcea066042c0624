import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type Claim,
  type ClaimVerdict,
  checkClaims,
  readClaims,
  type Verdict,
} from "../claims/index.js";
import { readStudies, type Study } from "./studies.js";
import { VERDICTS } from "./verdicts.js";

/** A published figure with what it was found to be. */
export interface CheckedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly findings: ClaimVerdict["findings"];
}

/** What the project holds on published figures. */
export interface Published {
  readonly studies: readonly Study[];
  /** In the file's order. */
  readonly claims: readonly CheckedClaim[];
}

/**
 * Reads and checks the published figures of a project; none when the project has none.
 *
 * @param root - folder of the project
 * @throws InvalidInput when a file does not follow its schema
 */
export function readPublished(root: string): Published {
  const folder = join(root, "datasets", "published");
  const path = join(folder, "claims.json");
  const claims = existsSync(path) ? readClaims(path) : [];
  const verdicts = checkClaims(claims);
  return {
    studies: readStudies(join(folder, "studies.json")),
    claims: claims.map((claim, i) => ({
      claim,
      verdict: verdicts[i]!.verdict,
      findings: verdicts[i]!.findings,
    })),
  };
}

/** How many claims have each verdict, in the order of `VERDICTS`. */
export function countVerdicts(claims: readonly CheckedClaim[]): ReadonlyMap<Verdict, number> {
  return new Map(
    VERDICTS.map((verdict) => [verdict, claims.filter((one) => one.verdict === verdict).length]),
  );
}
