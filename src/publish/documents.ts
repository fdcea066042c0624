import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../notebook/ipynb.js";
import type { Conversion } from "./conversion.js";
import type { Page } from "./page.js";
import { hasPandoc, runPandoc } from "./pandoc.js";
import { PublishError } from "./publish-error.js";
import { readPublished } from "./published.js";
import { PANDOC_METADATA, pandocBase } from "./render.js";
import { readReports, type StaleNotebook } from "./report.js";
import { makePages } from "./site-pages.js";

/** Formats of single documents. */
export type DocumentFormat = "docx" | "jats";

const FORMATS: Readonly<Record<DocumentFormat, { to: string; ending: string }>> = {
  docx: { to: "docx", ending: "docx" },
  jats: { to: "jats_archiving", ending: "xml" },
};

/**
 * Writes every report as a single document into `reports/_output/`: Word with its images inside, JATS with its
 * images beside it. Code is left to the notebooks.
 *
 * @returns paths of the documents, relative to the root
 * @throws PublishError when a notebook is stale, pandoc-wasm is not installed or refuses a document
 */
export async function writeDocuments(
  root: string,
  formats: readonly DocumentFormat[],
  stale: readonly StaleNotebook[],
): Promise<readonly string[]> {
  if (!hasPandoc()) {
    throw new PublishError(
      "Word and JATS are written by pandoc-wasm, which is not installed: `npm install --include=optional`",
    );
  }
  const found = readReports(root);
  const refused = [...stale, ...found.stale].map(
    ({ notebook, reason }) => `${notebook}: ${reason}`,
  );
  if (refused.length > 0) throw new PublishError(`not fresh: ${refused.join("; ")}`);
  const slugs = new Set(found.reports.map(({ slug }) => slug));
  const pages = makePages(found.reports, readPublished(root)).filter(({ slug }) => slugs.has(slug));
  const base = pandocBase(join(root, "reports"));
  const conversions = formats.flatMap((format) =>
    pages.map((page) => documentOf(page, format, base)),
  );
  const converted = await runPandoc(conversions);
  const output = join(root, "reports", "_output");
  for (const { name, content } of converted) writeWhole(join(output, name), content);
  if (formats.includes("jats")) writeImages(output, pages);
  return converted.map(({ name }) => `reports/_output/${name}`);
}

function documentOf(
  { slug, markdown, figures }: Page,
  format: DocumentFormat,
  { options, files }: Pick<Conversion, "options" | "files">,
): Conversion {
  const { to, ending } = FORMATS[format];
  const name = `${slug}.${ending}`;
  // The file system of pandoc-wasm has no folders.
  const flat = (path: string): string => path.replaceAll("/", "-");
  const images = figures.map(({ path, bytes }): [string, Uint8Array] => [flat(path), bytes]);
  const text =
    format === "docx"
      ? figures.reduce(
          (all, { path }) => all.replaceAll(`](${path})`, `](${flat(path)})`),
          markdown,
        )
      : markdown;
  return {
    name,
    options: {
      ...options,
      to,
      metadata: PANDOC_METADATA,
      ...(format === "docx" && { "output-file": name }),
    },
    input: text,
    files: { ...files, ...Object.fromEntries(images) },
  };
}

function writeImages(output: string, pages: readonly Page[]): void {
  const folder = join(output, "_figures");
  if (existsSync(folder))
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  for (const { path, bytes } of pages.flatMap(({ figures }) => figures)) {
    writeWhole(join(output, path), bytes);
  }
}
