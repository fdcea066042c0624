import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  type Claim,
  type ClaimVerdict,
  checkClaims,
  readClaims,
  type Verdict,
} from "../claims/index.js";
import { sha256 } from "../notebook/freshness.js";
import { PACKAGE_ROOT, projectPath } from "../notebook/project.js";
import { type References, readReferences } from "./read-references.js";
import { readStudies, type Study } from "./studies.js";
import { VERDICTS } from "./verdicts.js";

/** A published figure with what it was found to be. */
export interface CheckedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly findings: ClaimVerdict["findings"];
}

/** A file of claims, as a reader can get it and tell it from another. */
export interface ClaimsFile {
  /** As it is given to `ostia check`. */
  readonly path: string;
  /** None of what is no file on disk and cannot be read twice, such as a pipe. */
  readonly sha256: string | undefined;
}

/** What is known of published figures. */
export interface Published {
  readonly studies: readonly Study[];
  /** In the file's order. */
  readonly claims: readonly CheckedClaim[];
  /** Where the claims come from; none where there is no such file. */
  readonly file: ClaimsFile | undefined;
  /** The publications that may be cited: those of the library's methods and of the project. */
  readonly references: References;
  /** Keys of those that a page's list of references can hold. */
  readonly listed: ReadonlySet<string>;
}

/** The bibliography of this library. */
const METHODS = join(PACKAGE_ROOT, "reports", "references.bib");

/**
 * Reads and checks the published figures of a project; none when the project has none.
 *
 * @param root - folder of the project
 * @throws InvalidInput when a file does not follow its schema
 */
export function readPublished(root: string): Published {
  const path = join(root, "datasets", "published", "claims.json");
  const claims = existsSync(path) ? readClaims(path) : [];
  const own = readReferences(join(root, "reports", "references.bib"));
  return {
    studies: readStudies(join(dirname(path), "studies.json")),
    claims: withVerdicts(claims, checkClaims(claims)),
    file: existsSync(path) ? fileOf(path, projectPath(root, path)) : undefined,
    references: new Map([...readReferences(METHODS), ...own]),
    listed: new Set(own.keys()),
  };
}

/**
 * Figures that have been checked, with what stands beside their file: `studies.json`, where there is one,
 * names and cites the studies. The methods are cited from the bibliography of this library.
 *
 * @param path - the file that the claims come from
 * @throws InvalidInput when the list of studies does not follow its schema
 */
export function publishedFrom(
  path: string,
  claims: readonly Claim[],
  verdicts: readonly ClaimVerdict[],
): Published {
  const references = readReferences(METHODS);
  return {
    studies: readStudies(join(dirname(path), "studies.json")),
    claims: withVerdicts(claims, verdicts),
    file: fileOf(path, basename(path)),
    references,
    listed: new Set(references.keys()),
  };
}

function withVerdicts(
  claims: readonly Claim[],
  verdicts: readonly ClaimVerdict[],
): readonly CheckedClaim[] {
  return claims.map((claim, i) => {
    const { verdict, findings } = verdicts[i]!;
    return { claim, verdict, findings };
  });
}

function fileOf(path: string, name: string): ClaimsFile {
  return { path: name, sha256: statSync(path).isFile() ? sha256(readFileSync(path)) : undefined };
}

/** Claims by what they share, in the order in which they come. */
export function grouped(
  claims: readonly CheckedClaim[],
  by: (claim: CheckedClaim) => string,
): ReadonlyMap<string, readonly CheckedClaim[]> {
  const groups = new Map<string, CheckedClaim[]>();
  for (const claim of claims) {
    const group = groups.get(by(claim));
    if (group === undefined) groups.set(by(claim), [claim]);
    else group.push(claim);
  }
  return groups;
}

/** How many claims have each verdict, in the order of `VERDICTS`. */
export function countVerdicts(claims: readonly CheckedClaim[]): ReadonlyMap<Verdict, number> {
  return new Map(
    VERDICTS.map((verdict) => [verdict, claims.filter((one) => one.verdict === verdict).length]),
  );
}
