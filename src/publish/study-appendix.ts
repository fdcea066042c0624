import type { ParameterValue } from "../notebook/record.js";
import type { ClaimLinks } from "./claim-links.js";
import { claimsTable } from "./claims-table.js";
import { byFormat, escapeMarkdown, rawHtml } from "./markup.js";
import { printedFigure } from "./printed-figure.js";
import type { CheckedClaim } from "./published.js";
import type { Report } from "./report.js";
import { sourceWords } from "./source-words.js";
import { verdictCounts } from "./verdict-html.js";
import { VERDICT_WORDS } from "./verdicts.js";

/**
 * What follows the narrative of a study: its published figures, the parameters, and where to get it all.
 *
 * @param claims - on the study
 */
export function studyAppendix(
  report: Report,
  claims: readonly CheckedClaim[],
  links: ClaimLinks,
): string[] {
  return [
    ...(claims.length > 0 ? [claimsSection(claims, links)] : []),
    ...(report.record.parameters.length > 0 ? [parametersSection(report.record.parameters)] : []),
    provenanceSection(report),
  ];
}

function claimsSection(claims: readonly CheckedClaim[], links: ClaimLinks): string {
  const table = claimsTable(
    claims,
    "Published figures of this study and their verdicts",
    undefined,
    links,
  );
  const html = `${verdictCounts(claims)}\n<div class="claims-frame">\n${table}\n</div>`;
  const list = claims.map(claimItem).join("");
  const consistency = links.consistency.get(claims[0]?.claim.study ?? "");
  const report =
    consistency === undefined
      ? ""
      : `The [consistency report](${consistency}.html) puts the contradictions as questions to the authors. `;
  const more = `${report}The [page of published figures](claims.html) says what the verdicts mean and lists all studies.\n`;
  return `## Published figures of this study\n\n${byFormat(`${rawHtml(html)}\n${more}`, list)}`;
}

function claimItem({ claim, verdict, findings }: CheckedClaim): string {
  const printed = `${claim.label} (${sourceWords(claim.source)}): ${printedFigure(claim)}.`;
  const reasons = findings.map(({ message }) => message).join(" ");
  return `- ${escapeMarkdown(printed)} **${VERDICT_WORDS[verdict].name}.** ${escapeMarkdown(reasons)}\n`;
}

function parametersSection(parameters: readonly ParameterValue[]): string {
  const rows = parameters.map(({ name, type, value, default: usual }) => {
    const changed = JSON.stringify(value) === JSON.stringify(usual) ? "" : code(usual);
    return `| \`${name}\` | ${code(value)} | ${changed} | ${escapeMarkdown(type)} |`;
  });
  return [
    "## Parameters\n",
    "| Name | Value used | Default, where it differs | Type |",
    "|:-----|:-----|:-----|:-----|",
    ...rows,
    "",
  ].join("\n");
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

function provenanceSection({ slug, record }: Report): string {
  const seeds = record.seeds.length > 0 ? ` Seeds: ${record.seeds.join(", ")}.` : "";
  const key = `Freshness key \`${record.key}\`: SHA-256 over the code, the parameters, the data read, the library and the lock file.${seeds}`;
  const download = `[Download the executed notebook](assets/${slug}.ipynb){download="${slug}.ipynb" .download}\n`;
  const colophon = "The [colophon](colophon.html) lists versions and the hashes of all data.";
  return `## Provenance\n\n${byFormat(`${download}\n${key} ${colophon}\n`, `${key}\n`)}`;
}
