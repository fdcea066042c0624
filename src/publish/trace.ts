import { listOf } from "../claims/wording.js";
import type { DatasetHash } from "../notebook/record.js";
import type { ExecutedCell } from "./executed-notebook.js";
import { escapeMarkdown } from "./markup.js";
import { datasetsOf, type Report } from "./report.js";

/** The part of a SHA-256 that is printed in running text; the colophon has all of it. */
const SHORT_HASH = 8;

/** Identifier of a dataset's row in the colophon. */
export function datasetAnchor(path: string): string {
  return `data-${path.replace(/[^A-Za-z0-9]+/g, "-")}`;
}

/** The line under a figure or table: which cell of which notebook made it, from which data. */
export function traceLine({ slug, record }: Report, { index, label, echo }: ExecutedCell): string {
  const cell = echo ? `[cell ${index}](#cell-${index}-code)` : `cell ${index}`;
  const named = label === undefined ? "" : ` (\`${label}\`)`;
  const sources = datasetsOf(record, index).map(sourceOf);
  const from = sources.length > 0 ? `from ${listOf(sources)}` : "without reading a data file";
  return `Made by ${cell}${named} of [${escapeMarkdown(`${slug}.ipynb`)}](assets/${slug}.ipynb) ${from}.`;
}

function sourceOf({ path, sha256 }: DatasetHash): string {
  const link = `[${escapeMarkdown(path)}](colophon.html#${datasetAnchor(path)})`;
  return `${link} (sha256 \`${sha256.slice(0, SHORT_HASH)}…\`)`;
}
