import { formatFrontMatter } from "../notebook/front-matter.js";
import type { ClaimLinks } from "./claim-links.js";
import { claimsTable } from "./claims-table.js";
import { citing } from "./consistency-page.js";
import { escapeHtml, rawHtml } from "./markup.js";
import type { Page } from "./page.js";
import { countVerdicts, type Published } from "./published.js";
import type { Report } from "./report.js";
import { sourceWords } from "./source-words.js";
import { type StudyNames, studyNames } from "./studies.js";
import { verdictBadge, verdictLegend } from "./verdict-html.js";
import { sourcesOf, studiesOf, type Tally, verdictMatrix } from "./verdict-matrix.js";

/**
 * The page of all published figures: how many of which study and source have which verdict, and every figure
 * with its findings. Without JavaScript both are whole and nothing is filtered.
 */
export function claimsPage(
  published: Published,
  reports: readonly Report[],
  links: ClaimLinks,
): Page {
  const { claims } = published;
  const names = studyNames(published.studies);
  const front = formatFrontMatter({
    title: "Published figures",
    description:
      "Every figure that the review prints about these studies, held against what can be recomputed from the others or from data.",
    engine: "markdown",
    toc: false,
    "page-layout": "full",
    ...citing(
      claims.flatMap(({ findings }) => findings),
      published,
    ),
  });
  const intro =
    "Figures are quoted in the digits in which they were printed, because precision counts: 0.60 is not 0.6. No figure is corrected here; where two sources disagree, both are kept.\n";
  const matrix = verdictMatrix(claims, names, {
    tally: filterHref,
    study: studyWays(reports, links),
  });
  const table = [
    filterForm(published, names),
    '<p id="claim-count" class="claim-count" role="status" aria-live="polite" tabindex="-1">' +
      `${claims.length} published figures</p>`,
    '<div class="claims-frame">',
    claimsTable(claims, "Published figures and verdicts", names, links),
    "</div>",
    '<script src="assets/claims.js" defer></script>',
  ].join("\n");
  return {
    slug: "claims",
    layout: "wide",
    markdown: [
      front,
      intro,
      `## By study and source\n\n${rawHtml(matrix)}`,
      `## Every figure\n\n${rawHtml(table)}`,
      `## What the verdicts mean\n\n${rawHtml(verdictLegend())}`,
    ].join("\n"),
    figures: [],
  };
}

/** The state of the filter, as a fragment of the page's address. */
function filterHref({ study, source, verdict }: Tally): string {
  const state = Object.entries({ study, source, verdict }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `#${state.join("&")}`;
}

function studyWays(
  reports: readonly Report[],
  { consistency }: ClaimLinks,
): (study: string) => readonly string[] {
  return (study) => {
    const notebooks = reports.filter(({ frontMatter }) => frontMatter.study === study);
    return [
      ...notebooks.map(({ slug }) => `<a href="${slug}.html">notebook</a>`),
      `<a href="${consistency.get(study)}.html">consistency report</a>`,
    ];
  };
}

// Shown by the script that makes it work.
function filterForm({ claims }: Published, names: StudyNames): string {
  const studies = studiesOf(claims, names).map((id) => option(id, names.get(id) ?? id));
  const sources = sourcesOf(claims).map((source) => option(source, sourceWords(source)));
  const verdicts = [...countVerdicts(claims)].map(
    ([verdict, count]) =>
      `<label><input type="checkbox" name="verdict" value="${verdict}">${verdictBadge(verdict)} <span class="of">${count}</span></label>`,
  );
  return [
    '<form id="claim-filter" class="claim-filter" role="search" aria-label="Filter the published figures" hidden>',
    '<div class="field"><label for="filter-study">Study</label>',
    '<select id="filter-study" name="study"><option value="">All studies</option>',
    ...studies,
    "</select></div>",
    '<div class="field"><label for="filter-source">Printed in</label>',
    '<select id="filter-source" name="source"><option value="">All sources</option>',
    ...sources,
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

function option(value: string, words: string): string {
  return `<option value="${escapeHtml(value)}">${escapeHtml(words)}</option>`;
}
