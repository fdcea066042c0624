import type { Finding } from "../claims/index.js";
import { shortCitation } from "./citation-words.js";
import type { ClaimCell, ClaimCells } from "./claim-cells.js";
import { escapeHtml, unbroken } from "./markup.js";
import type { CheckedClaim } from "./published.js";
import type { References } from "./read-references.js";
import { sourceWords } from "./source-words.js";

/** What the rows and reports of claims lead to, and by which addresses. */
export interface ClaimLinks {
  /** All claims of the file, by id. */
  readonly claims: ReadonlyMap<string, CheckedClaim>;
  /** The page with a row for each claim; nothing when it is the same document. */
  readonly rowsPage: string;
  readonly references: References;
  /** Keys of those that have an entry in the list of references. */
  readonly listed: ReadonlySet<string>;
  /** The page with that list; nothing when it is the same document. */
  readonly referencesPage: string;
  readonly cells: ClaimCells;
  /** Names of the studies' consistency reports, by study. */
  readonly consistency: ReadonlyMap<string, string>;
}

/** Claims by their id. */
export function claimsById(claims: readonly CheckedClaim[]): ReadonlyMap<string, CheckedClaim> {
  return new Map(claims.map((one) => [one.claim.id, one]));
}

/** Identifier of a claim's row: another one for every id. */
export function claimAnchor(id: string): string {
  const encoded = id.replace(/[^A-Za-z0-9/-]/g, (char) => `_${char.charCodeAt(0).toString(16)}_`);
  return `claim-${encoded}`;
}

/** Address of a claim's row. */
export function rowHref({ rowsPage }: ClaimLinks, id: string): string {
  return `${rowsPage}#${claimAnchor(id)}`;
}

/** A source of a method by authors and year, which lead to its entry in the list of references. */
export function citationLink(
  { references, listed, referencesPage }: ClaimLinks,
  key: string,
): string {
  const reference = references.get(key);
  const words = escapeHtml(reference === undefined ? key : shortCitation(reference));
  if (!listed.has(key)) return words;
  return `<a class="cite" href="${referencesPage}#ref-${escapeHtml(key)}">${words}</a>`;
}

/** Address of a notebook's cell. */
export function cellHref({ slug, index }: ClaimCell): string {
  return `${slug}.html#cell-${index}`;
}

/** A cell of a notebook as a link. */
export function cellLink(cell: ClaimCell): string {
  const label = cell.label === undefined ? "" : `, ${escapeHtml(cell.label)}`;
  return `<a href="${cellHref(cell)}">cell ${cell.index}${label}</a>`;
}

/**
 * A finding's sentence, in which another claim is named by where it is printed and not by its id; the name
 * leads to its row.
 */
export function linkedMessage(
  { message, otherClaim }: Pick<Finding, "message" | "otherClaim">,
  links: ClaimLinks,
): string {
  const words = (text: string): string => escapeHtml(unbroken(text));
  const other = otherClaim === undefined ? undefined : links.claims.get(otherClaim);
  if (other === undefined) return words(message);
  const { id, source } = other.claim;
  const link = `<a href="${rowHref(links, id)}">${escapeHtml(sourceWords(source))}</a>`;
  const byId = (text: string): string => text.split(id).map(words).join(link);
  return message.split(`${id} (${source})`).map(byId).join(link);
}
