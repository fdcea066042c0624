import type { Finding, Verdict } from "../claims/index.js";
import { escapeHtml } from "./markup.js";
import { printedFigure, sourceWords } from "./printed-figure.js";
import type { CheckedClaim } from "./published.js";
import { verdictBadge } from "./verdict-html.js";

/** Names of studies by id. */
export type StudyNames = ReadonlyMap<string, string>;

const HEADINGS = ["Study", "Figure", "Printed in", "As printed", "Verdict"] as const;

/**
 * Published figures as a table. The roles are spelled out because narrow screens lay the rows out as
 * blocks, and browsers then forget that they are a table.
 *
 * @param names - gives the column of studies; without it the table speaks of one study
 */
export function claimsTable(
  claims: readonly CheckedClaim[],
  caption: string,
  names: StudyNames | undefined,
): string {
  const headings = names ? HEADINGS : HEADINGS.slice(1);
  const head = headings.map((text) => `<th scope="col" role="columnheader">${text}</th>`).join("");
  return [
    '<table class="claims" role="table">',
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead role="rowgroup"><tr role="row">${head}</tr></thead>`,
    '<tbody role="rowgroup">',
    ...claims.map((claim) => row(claim, names)),
    "</tbody>",
    "</table>",
  ].join("\n");
}

function row({ claim, verdict, findings }: CheckedClaim, names: StudyNames | undefined): string {
  const { id, study, source, label } = claim;
  const note =
    typeof claim.note === "string" ? `<span class="note">${escapeHtml(claim.note)}</span>` : "";
  const cells = [
    ...(names ? [cell("Study", escapeHtml(names.get(study) ?? study))] : []),
    `<th scope="row" role="rowheader">${escapeHtml(label)}${note}</th>`,
    cell("Printed in", escapeHtml(sourceWords(source))),
    cell("As printed", escapeHtml(unbroken(printedFigure(claim))), "printed"),
    cell("Verdict", `${verdictBadge(verdict)}${findingsHtml(verdict, findings)}`),
  ];
  const data = `data-study="${escapeHtml(study)}" data-verdict="${verdict}"`;
  return `<tr role="row" id="${claimAnchor(id)}" ${data}>\n${cells.join("\n")}\n</tr>`;
}

// The findings that decide stand open, what else was looked at is folded.
function findingsHtml(verdict: Verdict, findings: readonly Finding[]): string {
  const deciding = findings.filter((finding) => finding.verdict === verdict);
  const shown = deciding.length > 0 ? deciding : findings.slice(0, 1);
  const rest = findings.filter((finding) => !shown.includes(finding));
  if (rest.length === 0) return findingList(shown);
  const summary = rest.length === 1 ? "One more check" : `${rest.length} more checks`;
  return `${findingList(shown)}<details class="more"><summary>${summary}</summary>${findingList(rest)}</details>`;
}

function findingList(findings: readonly Finding[]): string {
  if (findings.length === 0) return "";
  return `<ul class="findings">${findings.map((one) => `<li>${findingHtml(one)}</li>`).join("")}</ul>`;
}

function findingHtml({ message, otherClaim }: Finding): string {
  const html = escapeHtml(unbroken(message));
  if (otherClaim === undefined) return html;
  const id = escapeHtml(otherClaim);
  return html.replaceAll(id, `<a href="claims.html#${claimAnchor(otherClaim)}">${id}</a>`);
}

function cell(heading: string, html: string, className: string = ""): string {
  const named = className === "" ? "" : ` class="${className}"`;
  return `<td role="cell" data-heading="${heading}"${named}>${html}</td>`;
}

// Numbers keep their per cent signs, and letters their values, on one line.
function unbroken(text: string): string {
  return text
    .replace(/(\d) %/g, "$1\u00a0%")
    .replace(/ ([=<>]) /g, "\u00a0$1\u00a0")
    .replace(/ ± /g, "\u00a0±\u00a0");
}

function claimAnchor(id: string): string {
  return `claim-${id.replace(/[^A-Za-z0-9]+/g, "-")}`;
}
