import type { Verdict } from "../claims/index.js";
import { type CheckedClaim, countVerdicts } from "./published.js";
import { VERDICT_WORDS, VERDICTS } from "./verdicts.js";

// Drawn in a box of 16 × 16 with the colour of the text: form tells the verdicts apart without colour.
const ICONS: Readonly<Record<Verdict, string>> = {
  reproduced: '<circle cx="8" cy="8" r="6.75"/><path d="M5 8.3l2.1 2.1L11 6.2"/>',
  possible: '<circle cx="8" cy="8" r="6.75" stroke-dasharray="3.1 2.2"/>',
  contradicted: '<circle cx="8" cy="8" r="6.75"/><path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"/>',
  "not-checkable": '<circle cx="8" cy="8" r="6.75"/><path d="M5 8h6"/>',
};

/** The sign of a verdict. */
export function verdictIcon(verdict: Verdict): string {
  return `<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${ICONS[verdict]}</svg>`;
}

/** A verdict as icon and words. */
export function verdictBadge(verdict: Verdict): string {
  return `<span class="verdict verdict-${verdict}">${verdictIcon(verdict)}${VERDICT_WORDS[verdict].name}</span>`;
}

/** How many claims have each verdict, as a list; verdicts that none has are left out. */
export function verdictCounts(claims: readonly CheckedClaim[]): string {
  const items = [...countVerdicts(claims)]
    .filter(([, count]) => count > 0)
    .map(
      ([verdict, count]) =>
        `<li class="verdict verdict-${verdict}">${verdictIcon(verdict)}${count} ${VERDICT_WORDS[verdict].name.toLowerCase()}</li>`,
    );
  if (items.length === 0) return "";
  return `<ul class="counts" aria-label="Verdicts on the published figures">\n${items.join("\n")}\n</ul>`;
}

/** What the four verdicts mean. */
export function verdictLegend(): string {
  const entries = VERDICTS.map(
    (verdict) =>
      `<div><dt>${verdictBadge(verdict)}</dt><dd>${VERDICT_WORDS[verdict].meaning}</dd></div>`,
  );
  return `<dl class="legend">\n${entries.join("\n")}\n</dl>`;
}
