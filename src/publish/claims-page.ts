import { formatFrontMatter } from "../notebook/front-matter.js";
import { claimsTable, type StudyNames } from "./claims-table.js";
import { escapeHtml, rawHtml } from "./markup.js";
import type { Page } from "./page.js";
import { countVerdicts, type Published } from "./published.js";
import { studyName } from "./studies.js";
import { verdictBadge, verdictLegend } from "./verdict-html.js";

/** Names of the studies by id, in the order of the file. */
export function studyNames({ studies }: Published): StudyNames {
  return new Map(studies.map((study) => [study.id, studyName(study)]));
}

/** The page of all published figures. Without JavaScript it is the plain full table. */
export function claimsPage(published: Published): Page {
  const { claims } = published;
  const names = studyNames(published);
  const front = formatFrontMatter({
    title: "Published figures",
    description:
      "Every figure that the review prints about these studies, held against what can be recomputed from the others or from data.",
    engine: "markdown",
    toc: false,
    "page-layout": "full",
  });
  const intro =
    "Figures are quoted in the digits in which they were printed, because precision counts: 0.60 is not 0.6. No figure is corrected here; where two sources disagree, both are kept.\n";
  const html = [
    filterForm(published, names),
    '<p id="claim-count" class="claim-count" role="status" aria-live="polite">' +
      `${claims.length} published figures</p>`,
    '<div class="claims-frame">',
    claimsTable(claims, "Published figures and verdicts", names),
    "</div>",
    '<script src="assets/claims.js" defer></script>',
  ].join("\n");
  const legend = `## What the verdicts mean\n\n${rawHtml(verdictLegend())}`;
  return {
    slug: "claims",
    markdown: [front, intro, rawHtml(html), legend].join("\n"),
    figures: [],
  };
}

// Shown by the script that makes it work.
function filterForm({ claims }: Published, names: StudyNames): string {
  const present = new Set(claims.map(({ claim }) => claim.study));
  const known = [...names].filter(([id]) => present.has(id));
  const unknown = [...present]
    .filter((id) => !names.has(id))
    .map((id): [string, string] => [id, id]);
  const options = [...known, ...unknown].map(
    ([id, name]) => `<option value="${escapeHtml(id)}">${escapeHtml(name)}</option>`,
  );
  const verdicts = [...countVerdicts(claims)].map(
    ([verdict, count]) =>
      `<label><input type="checkbox" name="verdict" value="${verdict}">${verdictBadge(verdict)} <span class="of">${count}</span></label>`,
  );
  return [
    '<form id="claim-filter" class="claim-filter" role="search" aria-label="Filter the published figures" hidden>',
    '<div class="field"><label for="filter-study">Study</label>',
    '<select id="filter-study" name="study"><option value="">All studies</option>',
    ...options,
    "</select></div>",
    '<div class="field"><label for="filter-text">Words</label>',
    '<input id="filter-text" name="text" type="search" autocomplete="off" spellcheck="false"></div>',
    "<fieldset><legend>Verdict</legend>",
    ...verdicts,
    "</fieldset>",
    '<button type="reset">Show all</button>',
    "</form>",
  ].join("\n");
}
