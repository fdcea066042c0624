import { formatFrontMatter } from "../notebook/front-matter.js";
import type { ClaimLinks } from "./claim-links.js";
import { consistencyOf } from "./consistency.js";
import { consistencyHtml } from "./consistency-html.js";
import { escapeHtml, rawHtml } from "./markup.js";
import type { Page } from "./page.js";
import type { Published } from "./published.js";
import type { Report } from "./report.js";
import { studyNames } from "./studies.js";
import { studiesOf } from "./verdict-matrix.js";

/**
 * Names of the consistency reports by study: `consistency-hell-2017`. Studies are free words, names of files
 * are not; two studies never share one.
 */
export function consistencySlugs({
  claims,
  studies,
}: Pick<Published, "claims" | "studies">): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const study of studiesOf(claims, studyNames(studies))) {
    const words = study.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const base = ["consistency", ...words].join("-");
    let slug = base;
    for (let i = 2; taken.has(slug); i++) slug = `${base}-${i}`;
    taken.add(slug);
    slugs.set(study, slug);
  }
  return slugs;
}

/** A page for each study with published figures: its consistency report. */
export function consistencyPages(
  published: Published,
  reports: readonly Report[],
  links: ClaimLinks,
): readonly Page[] {
  const names = studyNames(published.studies);
  return [...links.consistency].map(([id, slug]): Page => {
    const claims = published.claims.filter(({ claim }) => claim.study === id);
    const found = consistencyOf(claims);
    const name = names.get(id) ?? id;
    const front = formatFrontMatter({
      title: `Consistency report: ${name}`,
      description: `The published figures on ${name}: do they agree with each other, and can they be?`,
      engine: "markdown",
      toc: false,
      ...citing(
        claims.flatMap(({ findings }) => findings),
        published,
      ),
    });
    const study = published.studies.find((one) => one.id === id);
    const html = consistencyHtml(study, found, {
      heading: 2,
      file: published.file,
      links: { ...links, referencesPage: "" },
    });
    const body = `${html}\n${waysOn(id, reports)}`;
    return { slug, layout: "sheet", markdown: `${front}\n${rawHtml(body)}`, figures: [] };
  });
}

/** What makes the list of references hold the methods' sources, although raw HTML cites them. */
export function citing(
  findings: readonly { readonly source?: string }[],
  { listed }: Pick<Published, "listed">,
): { nocite?: string } {
  const keys = [...new Set(findings.flatMap(({ source }) => source ?? []))].filter((key) =>
    listed.has(key),
  );
  return keys.length === 0 ? {} : { nocite: keys.map((key) => `@${key}`).join(", ") };
}

function waysOn(study: string, reports: readonly Report[]): string {
  const notebooks = reports
    .filter(({ frontMatter }) => frontMatter.study === study)
    .map(({ slug, frontMatter }) => `<a href="${slug}.html">${escapeHtml(frontMatter.title)}</a>`);
  const rows = `<a href="claims.html#study=${encodeURIComponent(study)}">Every check of these figures</a>`;
  return `<p class="ways-on">${[rows, ...notebooks].join(" · ")}</p>`;
}
