import type { Computed, Finding, Verdict } from "../claims/index.js";
import { type ClaimLinks, citationLink, linkedMessage } from "./claim-links.js";
import { changeWords, computedNumber, figureWords } from "./figure-words.js";
import { escapeHtml, unbroken } from "./markup.js";

/** The findings of a claim: those that decide stand open, what else was looked at is folded. */
export function findingsHtml(
  verdict: Verdict,
  findings: readonly Finding[],
  links: ClaimLinks,
): string {
  const deciding = findings.filter((finding) => finding.verdict === verdict);
  const shown = deciding.length > 0 ? deciding : findings.slice(0, 1);
  const rest = findings.filter((finding) => !shown.includes(finding));
  if (rest.length === 0) return findingList(shown, links);
  const summary = rest.length === 1 ? "One more check" : `${rest.length} more checks`;
  return `${findingList(shown, links)}<details class="more"><summary>${summary}</summary>${findingList(rest, links)}</details>`;
}

function findingList(findings: readonly Finding[], links: ClaimLinks): string {
  if (findings.length === 0) return "";
  const items = findings.map(
    (one) => `<li>${linkedMessage(one, links)}${foldedEvidence(one, links)}</li>`,
  );
  return `<ul class="findings">${items.join("\n")}</ul>`;
}

/** The rule by its title, and folded below it what it worked with. */
function foldedEvidence(finding: Finding, links: ClaimLinks): string {
  const evidence = evidenceHtml(finding, links);
  const title = escapeHtml(finding.rule);
  return evidence === ""
    ? `<p class="rule">${title}</p>`
    : `<details class="evidence"><summary>${title}</summary>${evidence}</details>`;
}

/** What a rule was given, what it computed, what would be possible instead, and whose method it is. */
export function evidenceHtml(finding: Finding, links: ClaimLinks): string {
  const { figures, computed = [], wouldBePossible = [], smallestChange, source } = finding;
  return listOfEntries([
    entry("As printed", figures.map(figureWords)),
    computedEntry(computed),
    entry("Possible instead", wouldBePossible),
    entry("Least change", smallestChange === undefined ? [] : [changeWords(smallestChange)]),
    source === undefined ? "" : item("Method", citationLink(links, source)),
  ]);
}

/** What a rule computed; nothing where it computed nothing. */
export function computedHtml(computed: readonly Computed[]): string {
  return listOfEntries([computedEntry(computed)]);
}

function computedEntry(computed: readonly Computed[]): string {
  return entry(
    "Computed",
    computed.map((one) => `${one.label}: ${computedNumber(one)}`),
  );
}

function listOfEntries(entries: readonly string[]): string {
  const html = entries.join("");
  return html === "" ? "" : `<dl class="facts-of">${html}</dl>`;
}

function entry(name: string, texts: readonly string[]): string {
  const [first, ...more] = texts.map((text) => escapeHtml(unbroken(text)));
  if (first === undefined) return "";
  return item(
    name,
    more.length === 0
      ? first
      : `<ul>${[first, ...more].map((one) => `<li>${one}</li>`).join("")}</ul>`,
  );
}

function item(name: string, html: string): string {
  return `<div><dt>${name}</dt><dd>${html}</dd></div>`;
}
