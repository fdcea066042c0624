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
  const messages = findings
    .map(({ message }) => `<li>${escapeHtml(unbroken(message))}</li>`)
    .join("");
  const cells = [
    ...(names ? [cell("Study", escapeHtml(names.get(study) ?? study))] : []),
    `<th scope="row" role="rowheader">${escapeHtml(label)}${note}</th>`,
    cell("Printed in", escapeHtml(sourceWords(source))),
    cell("As printed", escapeHtml(unbroken(printedFigure(claim))), "printed"),
    cell("Verdict", verdictBadge(verdict) + (messages && `<ul class="findings">${messages}</ul>`)),
  ];
  const data = `data-study="${escapeHtml(study)}" data-verdict="${verdict}"`;
  return `<tr role="row" id="${claimAnchor(id)}" ${data}>\n${cells.join("\n")}\n</tr>`;
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
