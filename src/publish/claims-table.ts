import { type ClaimLinks, cellLink, claimAnchor } from "./claim-links.js";
import { findingsHtml } from "./finding-html.js";
import { escapeHtml, unbroken } from "./markup.js";
import { printedFigure } from "./printed-figure.js";
import type { CheckedClaim } from "./published.js";
import { sourceWords } from "./source-words.js";
import type { StudyNames } from "./studies.js";
import { verdictBadge } from "./verdict-html.js";

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
  links: ClaimLinks,
): string {
  const headings = names ? HEADINGS : HEADINGS.slice(1);
  const head = headings.map((text) => `<th scope="col" role="columnheader">${text}</th>`).join("");
  return [
    '<table class="claims" role="table">',
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead role="rowgroup"><tr role="row">${head}</tr></thead>`,
    '<tbody role="rowgroup">',
    ...claims.map((claim) => row(claim, names, links)),
    "</tbody>",
    "</table>",
  ].join("\n");
}

function row(
  { claim, verdict, findings }: CheckedClaim,
  names: StudyNames | undefined,
  links: ClaimLinks,
): string {
  const { id, study, source, label } = claim;
  const note =
    typeof claim.note === "string" ? `<span class="note">${escapeHtml(claim.note)}</span>` : "";
  const made = links.cells.get(id);
  const notebook =
    made === undefined ? "" : `<span class="made">Notebook: ${cellLink(made)}</span>`;
  const cells = [
    ...(names ? [cell("Study", escapeHtml(names.get(study) ?? study))] : []),
    `<th scope="row" role="rowheader">${escapeHtml(label)}${note}</th>`,
    cell("Printed in", escapeHtml(sourceWords(source))),
    cell("As printed", `${escapeHtml(unbroken(printedFigure(claim)))}${notebook}`, "printed"),
    cell("Verdict", `${verdictBadge(verdict)}${findingsHtml(verdict, findings, links)}`),
  ];
  const data = Object.entries({ study, source, verdict }).map(
    ([name, value]) => `data-${name}="${escapeHtml(value)}"`,
  );
  return `<tr role="row" id="${claimAnchor(id)}" ${data.join(" ")}>\n${cells.join("\n")}\n</tr>`;
}

function cell(heading: string, html: string, className: string = ""): string {
  const named = className === "" ? "" : ` class="${className}"`;
  return `<td role="cell" data-heading="${heading}"${named}>${html}</td>`;
}
