import { listOf } from "../claims/wording.js";
import { OSTIA_VERSION } from "../notebook/project.js";
import { fullCitation } from "./citation-words.js";
import { type ClaimLinks, cellLink, citationLink, linkedMessage, rowHref } from "./claim-links.js";
import type { ClaimFinding, Consistency, OpenQuantity } from "./consistency.js";
import { computedHtml } from "./finding-html.js";
import { capital, escapeHtml, unbroken } from "./markup.js";
import { printedFigure } from "./printed-figure.js";
import { type CheckedClaim, type ClaimsFile, countVerdicts } from "./published.js";
import { questionOnContradiction, questionOnUnexplained } from "./question.js";
import { isOfReview, sourceWords } from "./source-words.js";
import type { Study } from "./studies.js";
import { verdictBadge, verdictCounts, verdictIcon } from "./verdict-html.js";
import { sourcesOf } from "./verdict-matrix.js";
import { VERDICT_WORDS } from "./verdicts.js";

/** What a report is set with. */
export interface ConsistencySetting {
  /** Level of the headings of its sections. */
  readonly heading: 2 | 3;
  /** Where the claims come from. */
  readonly file: ClaimsFile | undefined;
  readonly links: ClaimLinks;
}

/**
 * The body of a consistency report: what an editor could send to a study's authors.
 *
 * @param study - undefined for one that no list of studies knows
 */
export function consistencyHtml(
  study: Study | undefined,
  found: Consistency,
  setting: ConsistencySetting,
): string {
  return [
    opening(study, found),
    ...openSection(
      "Contradictions",
      found.contradicted,
      questionOnContradiction,
      setting,
      "The checks found none.",
    ),
    ...(found.unexplained.length > 0
      ? openSection("Not explained", found.unexplained, questionOnUnexplained, setting)
      : []),
    ...othersSection(found, setting),
    methodSection(found, setting),
  ].join("\n");
}

/** `5 figures`, `1 figure`. */
export function figureCount(count: number): string {
  return count === 1 ? "1 figure" : `${count} figures`;
}

function opening(study: Study | undefined, { claims }: Consistency): string {
  const citation =
    study?.citation && `<p class="cited">${escapeHtml(fullCitation(study.citation))}</p>`;
  const sources = sourcesOf(claims);
  const places = sources.map((source) => {
    const count = claims.filter(({ claim }) => claim.source === source).length;
    return `${sourceWords(source)} (${count})`;
  });
  const review = sources.some(isOfReview)
    ? " What is marked “review” is quoted from the review that cites the study: a slip there may be the review’s and not the study’s."
    : "";
  return [
    ...(citation ? [citation] : []),
    verdictCounts(claims),
    `<p>Where the figures are printed: ${escapeHtml(listOf(places))}. They were held against other sources of the same quantity and against what can be recomputed from the figures beside them, as far as these are printed.${review} A contradiction is one between printed figures: how it came about cannot be told from them.</p>`,
  ].join("\n");
}

function openSection(
  title: string,
  items: readonly OpenQuantity[],
  question: (item: OpenQuantity) => string,
  setting: ConsistencySetting,
  none: string = "",
): string[] {
  const head = heading(setting.heading, title);
  if (items.length === 0) return [head, `<p>${none}</p>`];
  return [head, ...items.map((item) => openItem(item, question(item), setting))];
}

function openItem(item: OpenQuantity, question: string, setting: ConsistencySetting): string {
  const { label, claims, findings, also } = item;
  const isContradicted = findings.some(({ finding }) => finding.verdict === "contradicted");
  return [
    `<article class="open-figure${isContradicted ? "" : " unexplained"}">`,
    heading((setting.heading + 1) as 3 | 4, escapeHtml(label)),
    `<ul class="printings">${claims.map((one) => printing(one, setting.links)).join("\n")}</ul>`,
    `<ul class="reasons">${findings.map((one) => reason(one, setting.links)).join("\n")}</ul>`,
    ...(also.length > 0 ? [alsoBeside(also, setting.links)] : []),
    `<p class="ask">${escapeHtml(unbroken(question))}</p>`,
    "</article>",
  ].join("\n");
}

function alsoBeside(also: readonly CheckedClaim[], links: ClaimLinks): string {
  const named = also.map(
    ({ claim }) => `<a href="${rowHref(links, claim.id)}">${escapeHtml(claim.label)}</a>`,
  );
  return `<p class="also">The same numbers stand beside: ${named.join("; ")}.</p>`;
}

/** Where a figure is printed, and how. */
function printing({ claim, verdict }: CheckedClaim, links: ClaimLinks): string {
  const { id, source } = claim;
  const made = links.cells.get(id);
  const cell = made === undefined ? "" : `<span class="made">${cellLink(made)}</span>`;
  const sign = `<span class="sign verdict-${verdict}" title="${VERDICT_WORDS[verdict].name}">${verdictIcon(verdict)}<span class="unseen">${VERDICT_WORDS[verdict].name}: </span></span>`;
  const row = `<a href="${rowHref(links, id)}">${escapeHtml(sourceWords(source))}</a>`;
  const figure = `<span class="printed">${escapeHtml(unbroken(printedFigure(claim)))}</span>`;
  return `<li>${sign}<span class="place">${row}</span>${figure}${cell}</li>`;
}

function reason({ claim, finding }: ClaimFinding, links: ClaimLinks): string {
  const place = escapeHtml(capital(sourceWords(claim.claim.source)));
  const { source, computed = [] } = finding;
  const method = source === undefined ? "" : ` (${citationLink(links, source)})`;
  // What is printed stands above, and what would be possible in the question below.
  const evidence = computedHtml(computed);
  const kind = finding.otherClaim === undefined ? "" : ' class="between"';
  return `<li${kind}><p><b>${place}:</b> ${linkedMessage(finding, links)}${method}</p>${evidence}</li>`;
}

function othersSection(
  { others, claims }: Consistency,
  { heading: level, links }: ConsistencySetting,
): string[] {
  if (others.length === 0) return [];
  const groups = [...countVerdicts(others)].flatMap(([verdict, count]) => {
    if (count === 0) return [];
    const items = others
      .filter((one) => one.verdict === verdict)
      .map(({ claim }) => {
        const name = `<a href="${rowHref(links, claim.id)}">${escapeHtml(claim.label)}</a>`;
        const rest = `${sourceWords(claim.source)}: ${printedFigure(claim)}`;
        return `<li>${name}, ${escapeHtml(unbroken(rest))}</li>`;
      });
    return [`<div><dt>${verdictBadge(verdict)}</dt><dd><ul>${items.join("\n")}</ul></dd></div>`];
  });
  const title = others.length === claims.length ? "The figures" : "The other figures";
  return [heading(level, title), `<dl class="other-figures">${groups.join("\n")}</dl>`];
}

function methodSection(
  { rules }: Consistency,
  { heading: level, file, links }: ConsistencySetting,
): string {
  const items = rules.map(({ title, sources, figures }) => {
    const cited = sources.map((key) => citationLink(links, key)).join("; ");
    return `<li>${escapeHtml(title)}${cited === "" ? "" : ` (${cited})`}: ${figureCount(figures)}</li>`;
  });
  const path = file === undefined ? "claims.json" : file.path;
  const hash =
    file?.sha256 === undefined
      ? ""
      : `; SHA-256 of the file of figures <code class="hash">${file.sha256}</code>`;
  return [
    heading(level, "How this was checked"),
    "<p>A printed number stands for every value that rounds to it, half up, half to even or cut off where a source may have done so. A contradiction is claimed only where none of these values, and no method that the source may have used, escapes it.</p>",
    ...(items.length > 0 ? [`<ul class="rules">${items.join("\n")}</ul>`] : []),
    `<p class="again">To do it again, with Ostia ${OSTIA_VERSION}${hash}: <code class="command">npx ostia check ${escapeHtml(path)} --html</code></p>`,
  ].join("\n");
}

function heading(level: 2 | 3 | 4, html: string): string {
  return `<h${level}>${html}</h${level}>`;
}
