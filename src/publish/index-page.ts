import { formatFrontMatter } from "../notebook/front-matter.js";
import { escapeHtml, escapeMarkdown, fencedDiv, rawHtml } from "./markup.js";
import type { Page } from "./page.js";
import type { CheckedClaim, Published } from "./published.js";
import type { Report } from "./report.js";
import { type Study, studyName } from "./studies.js";
import { verdictCounts, verdictLegend } from "./verdict-html.js";

/** The first page: what this is, the studies with their answers, and what the verdicts mean. */
export function indexPage(reports: readonly Report[], published: Published): Page {
  const front = formatFrontMatter({
    title: "Trials of 3D-print-guided cardiac intervention, re-run",
    description:
      "Each report re-runs the analysis of a published trial from versioned data, pools the trials or plans the next, and traces every figure to the notebook cell and the data that made it. Every figure that was printed about the trials is held against what can be recomputed.",
    engine: "markdown",
    toc: false,
    "page-layout": "full",
  });
  const cards = reports.map((report) =>
    card(report, claimsOf(published, report.frontMatter.study)),
  );
  const others = otherStudies(reports, published);
  const blocks = [
    front,
    "## Reports\n",
    fencedDiv(".cards", cards),
    ...(published.claims.length > 0
      ? [`## What the verdicts mean\n\n${rawHtml(verdictLegend())}`]
      : []),
    ...(others === "" ? [] : [`## Other studies of the review\n\n${others}`]),
  ];
  return { slug: "index", layout: "wide", markdown: blocks.join("\n"), figures: [] };
}

/** The claims on one study; none for a report on no study. */
export function claimsOf(
  { claims }: Published,
  study: string | undefined,
): readonly CheckedClaim[] {
  return claims.filter(({ claim }) => claim.study === study);
}

function card({ slug, frontMatter, answer }: Report, claims: readonly CheckedClaim[]): string {
  const kicker = [...frontMatter.categories, ...(frontMatter.synthetic ? ["synthetic data"] : [])];
  const counts = verdictCounts(claims);
  return fencedDiv(
    ".card",
    [
      `### [${escapeMarkdown(frontMatter.title)}](${slug}.html)\n`,
      ...(kicker.length > 0
        ? [fencedDiv(".card-kicker", [`${escapeMarkdown(kicker.join(" · "))}\n`], 2)]
        : []),
      fencedDiv(".card-question", [`${escapeMarkdown(frontMatter.description)}\n`], 2),
      ...(answer === undefined ? [] : [fencedDiv(".card-answer", [`${answer}\n`], 2)]),
      ...(counts === "" ? [] : [rawHtml(counts)]),
    ],
    1,
  );
}

function otherStudies(reports: readonly Report[], published: Published): string {
  const reported = new Set(reports.map(({ frontMatter }) => frontMatter.study));
  const rows = published.studies
    .filter(({ id }) => !reported.has(id))
    .map((study) => otherStudy(study, claimsOf(published, study.id)));
  if (rows.length === 0) return "";
  const intro =
    "Their printed figures are checked where there are any; no report re-runs their analysis yet.\n";
  return `${intro}\n${rawHtml(`<ul class="others">\n${rows.join("\n")}\n</ul>`)}`;
}

function otherStudy(study: Study, claims: readonly CheckedClaim[]): string {
  const name = escapeHtml(studyName(study));
  const title =
    claims.length > 0
      ? `<a href="claims.html#study=${encodeURIComponent(study.id)}">${name}</a>`
      : `<span>${name}</span>`;
  const question = escapeHtml(study.question ?? study.topic);
  const verdicts = verdictCounts(claims) || '<p class="none">No figures printed.</p>';
  return `<li>\n<h3>${title}</h3>\n<p>${question}</p>\n${verdicts}\n</li>`;
}
