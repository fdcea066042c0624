import type { Verdict } from "../claims/index.js";
import { capital, escapeHtml } from "./markup.js";
import { type CheckedClaim, countVerdicts, grouped } from "./published.js";
import { sourceWords } from "./source-words.js";
import type { StudyNames } from "./studies.js";
import { verdictIcon } from "./verdict-html.js";
import { VERDICT_WORDS, VERDICTS } from "./verdicts.js";

/** Claims that one number of the matrix counts. */
export interface Tally {
  readonly study: string | undefined;
  readonly source: string | undefined;
  readonly verdict: Verdict;
  /** Never empty. */
  readonly claims: readonly CheckedClaim[];
}

/** What the matrix leads to. */
export interface MatrixLinks {
  /** Where the figures of a number are listed; without an address it is no link. */
  readonly tally: (tally: Tally) => string | undefined;
  /** Links that stand below the name of a study, as HTML. */
  readonly study: (study: string) => readonly string[];
}

/** The sources of claims, in the order in which they come. */
export function sourcesOf(claims: readonly CheckedClaim[]): readonly string[] {
  return [...new Set(claims.map(({ claim }) => claim.source))];
}

/** The studies of claims: those that have a name in its order, then others as they come. */
export function studiesOf(claims: readonly CheckedClaim[], names: StudyNames): readonly string[] {
  const present = new Set(claims.map(({ claim }) => claim.study));
  return [...new Set([...[...names.keys()].filter((id) => present.has(id)), ...present])];
}

/**
 * How many figures of each study and source have which verdict. The roles are spelled out as in
 * `claimsTable`.
 */
export function verdictMatrix(
  claims: readonly CheckedClaim[],
  names: StudyNames,
  links: MatrixLinks,
): string {
  const sources = sourcesOf(claims);
  const columns = [...sources, ...(sources.length > 1 ? [undefined] : [])];
  const studies = studiesOf(claims, names);
  const byStudy = grouped(claims, ({ claim }) => claim.study);
  const row = (study: string | undefined): string => {
    const here = study === undefined ? claims : (byStudy.get(study) ?? []);
    const cells = columns.map((source) => cell(here, study, source, names, links));
    return `<tr role="row">${[studyHead(study, names, links), ...cells].join("\n")}</tr>`;
  };
  const heads = ["Study", ...columns.map((source) => capital(columnName(source)))].map(
    (text) => `<th scope="col" role="columnheader">${escapeHtml(text)}</th>`,
  );
  return [
    matrixKey(claims),
    '<div class="matrix-frame" role="region" aria-label="Verdicts by study and source" tabindex="0">',
    '<table class="matrix" role="table">',
    "<caption>How many figures have which verdict, by study and by where they are printed</caption>",
    `<thead role="rowgroup"><tr role="row">${heads.join("")}</tr></thead>`,
    `<tbody role="rowgroup">${studies.map(row).join("\n")}</tbody>`,
    ...(studies.length > 1 ? [`<tfoot role="rowgroup">${row(undefined)}</tfoot>`] : []),
    "</table>",
    "</div>",
  ].join("\n");
}

function studyHead(study: string | undefined, names: StudyNames, links: MatrixLinks): string {
  const ways = study === undefined ? [] : links.study(study);
  const below = ways.length === 0 ? "" : `<span class="ways">${ways.join(" · ")}</span>`;
  const name = escapeHtml(study === undefined ? "All studies" : (names.get(study) ?? study));
  return `<th scope="row" role="rowheader">${name}${below}</th>`;
}

function cell(
  claims: readonly CheckedClaim[],
  study: string | undefined,
  source: string | undefined,
  names: StudyNames,
  links: MatrixLinks,
): string {
  const here =
    source === undefined ? claims : claims.filter(({ claim }) => claim.source === source);
  const where = [
    study === undefined ? "all studies" : (names.get(study) ?? study),
    columnName(source),
  ].join(", ");
  const items = VERDICTS.flatMap((verdict) => {
    const counted = here.filter((one) => one.verdict === verdict);
    if (counted.length === 0) return [];
    const href = links.tally({ study, source, verdict, claims: counted });
    return [`<li class="at-${verdict}">${tallyHtml(verdict, counted.length, where, href)}</li>`];
  });
  const html =
    items.length === 0
      ? '<span class="empty">no figures</span>'
      : `<ul class="tally">${items.join("")}</ul>`;
  const kind = source === undefined ? ' class="sum"' : "";
  return `<td role="cell"${kind} data-heading="${escapeHtml(capital(columnName(source)))}">${html}</td>`;
}

function tallyHtml(
  verdict: Verdict,
  count: number,
  where: string,
  href: string | undefined,
): string {
  const word = VERDICT_WORDS[verdict].name.toLowerCase();
  const inner = `${verdictIcon(verdict)}${count}<span class="word"> ${word}</span>`;
  const kind = `class="verdict verdict-${verdict}"`;
  if (href === undefined) return `<span ${kind}>${inner}</span>`;
  return `<a ${kind} href="${escapeHtml(href)}">${inner}<span class="unseen">: ${escapeHtml(where)}</span></a>`;
}

/** What the icons mean, where the numbers stand without words. */
function matrixKey(claims: readonly CheckedClaim[]): string {
  const items = [...countVerdicts(claims)].map(
    ([verdict, count]) =>
      `<li class="verdict-${verdict}">${verdictIcon(verdict)}<b>${count}</b> ${VERDICT_WORDS[verdict].name.toLowerCase()}</li>`,
  );
  return `<ul class="matrix-key" aria-label="Verdicts on all figures">${items.join("")}</ul>`;
}

function columnName(source: string | undefined): string {
  return source === undefined ? "all sources" : sourceWords(source);
}
