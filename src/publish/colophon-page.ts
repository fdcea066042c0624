import { formatFrontMatter } from "../notebook/front-matter.js";
import { OSTIA_VERSION } from "../notebook/project.js";
import type { RunRecord } from "../notebook/record.js";
import { escapeHtml, escapeMarkdown, rawHtml } from "./markup.js";
import type { Page } from "./page.js";
import type { Report } from "./report.js";
import { datasetAnchor } from "./trace.js";

/**
 * What the site was made with and from. The version of Node stands on one line of this page and nowhere
 * else: all other bytes of the site are the same whichever Node made them.
 */
export function colophonPage(reports: readonly Report[]): Page {
  const front = formatFrontMatter({
    title: "Colophon",
    description: "What these pages were made with and from, and how to cite them.",
    engine: "markdown",
    nocite: "@*",
  });
  const records = reports.map(({ record }) => record);
  const blocks = [
    front,
    "The notebooks were run without outputs of earlier runs, each from its first cell to its last, on the data whose hashes stand below. Two runs give the same bytes; how long they took is kept apart from these pages.\n",
    `## Versions\n\n${rawHtml(versionsTable(records))}`,
    `## Reports\n\n${reports.map(reportFacts).join("\n")}`,
    `## Data\n\n${rawHtml(datasetsTable(reports))}`,
    `## How to cite\n\n${citation()}`,
  ];
  return { slug: "colophon", markdown: blocks.join("\n"), figures: [] };
}

function versionsTable(records: readonly RunRecord[]): string {
  const of = (pick: (versions: RunRecord["versions"]) => string): string =>
    [...new Set(records.map(({ versions }) => pick(versions)))].sort().join(", ");
  const rows = [
    ["Node", of(({ node }) => node)],
    ["ostia", of(({ ostia }) => ostia)],
    ["tslab", of(({ tslab }) => tslab)],
    ["TypeScript of the notebooks", of(({ typescript }) => typescript)],
    ["Lock file, SHA-256", `<code class="hash">${escapeHtml(of(({ lock }) => lock))}</code>`],
  ].map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`);
  return table("Versions", [], rows);
}

function reportFacts({ slug, frontMatter, record }: Report): string {
  const parameters = record.parameters
    .map(({ name, value }) => `<code>${escapeHtml(`${name} = ${JSON.stringify(value)}`)}</code>`)
    .join("<br>");
  const rows = [
    ["Parameters", parameters || "none"],
    ["Seeds", record.seeds.join(", ") || "none"],
    ["Freshness key", `<code class="hash">${record.key}</code>`],
    [
      "Executed notebook, SHA-256",
      `<a href="assets/${slug}.ipynb" download="${slug}.ipynb">${slug}.ipynb</a><br><code class="hash">${record.outputSha256}</code>`,
    ],
  ].map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`);
  const title = `### [${escapeMarkdown(frontMatter.title)}](${slug}.html)\n`;
  return `${title}\n${rawHtml(table(`What ${slug} was made with`, [], rows))}`;
}

function datasetsTable(reports: readonly Report[]): string {
  const users = new Map<string, { sha256: string; slugs: string[] }>();
  for (const { slug, record } of reports) {
    for (const { path, sha256 } of record.datasets) {
      const entry = users.get(`${path} ${sha256}`) ?? { sha256, slugs: [] };
      entry.slugs.push(slug);
      users.set(`${path} ${sha256}`, entry);
    }
  }
  const anchored = new Set<string>();
  const rows = [...users]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { sha256, slugs }]) => {
      const path = key.slice(0, -sha256.length - 1);
      const anchor = datasetAnchor(path);
      const id = anchored.has(anchor) ? "" : ` id="${anchor}"`;
      anchored.add(anchor);
      const links = slugs.map((slug) => `<a href="${slug}.html">${slug}</a>`).join(", ");
      return `<tr${id}><th scope="row"><code>${escapeHtml(path)}</code></th>\n<td>${links}</td>\n<td><code class="hash">${sha256}</code></td></tr>`;
    });
  return table("Data read by the reports", ["File", "Read by", "SHA-256"], rows);
}

function table(name: string, headings: readonly string[], rows: readonly string[]): string {
  const head = headings.map((text) => `<th scope="col">${text}</th>`).join("");
  return [
    `<div class="table-scroll" role="region" aria-label="${name}" tabindex="0">`,
    `<table class="facts">`,
    ...(head === "" ? [] : [`<thead><tr>${head}</tr></thead>`]),
    "<tbody>",
    ...rows,
    "</tbody>",
    "</table>",
    "</div>",
  ].join("\n");
}

function citation(): string {
  return `Cite a report by its title, its freshness key and the software: *Ostia, version ${OSTIA_VERSION}: a notebook research environment for trials of 3D-print-guided cardiac intervention.* Cite the study itself by its own publication. Bibliographic data marked *unverified* have not been seen on a page of the publication.\n`;
}
