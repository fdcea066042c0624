import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Asset } from "./assets.js";
import type { Conversion } from "./conversion.js";
import type { Page } from "./page.js";
import { runPandoc } from "./pandoc.js";
import { PublishError } from "./publish-error.js";
import { runQuarto } from "./quarto.js";
import { replaceFolder } from "./quarto-project.js";

/** Files of the theme that pandoc reads, by the names that its options use. */
const READ_BY_PANDOC = ["crossref.lua", "references.lua", "ostia.csl", "page.html"] as const;

/** Pandoc's options for every format, and the files that they name. */
export function pandocBase(reports: string): Pick<Conversion, "options" | "files"> {
  const theme = READ_BY_PANDOC.map((name): [string, string] => [
    name,
    readFileSync(join(reports, "theme", name), "utf8"),
  ]);
  return {
    options: {
      from: "markdown",
      standalone: true,
      // Lines that are not broken anew: a longer word changes its own line alone.
      wrap: "none",
      // Longer lines would give the columns of a table fixed shares of the width.
      columns: 10_000,
      filters: ["crossref.lua", "citeproc", "references.lua"],
      bibliography: ["references.bib"],
      csl: "ostia.csl",
    },
    files: {
      ...Object.fromEntries(theme),
      "references.bib": readFileSync(join(reports, "references.bib"), "utf8"),
    },
  };
}

/** Metadata that `_quarto.yml` gives to Quarto. */
export const PANDOC_METADATA: Readonly<Record<string, unknown>> = {
  lang: "en-GB",
  "link-citations": true,
  "reference-section-title": "References",
};

/**
 * Sources by which a page's security policy allows the style elements of its drawings and no others.
 *
 * @param markdown - the page, with its drawings as raw HTML
 */
export function styleHashes(markdown: string): readonly string[] {
  const styles = [...markdown.matchAll(/<style>([^<]*)<\/style>/g)].map((match) => match[1]!);
  const hashes = styles.map((style) => createHash("sha256").update(style).digest("base64"));
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}

/** Renders the pages with pandoc into a folder below `reports`. */
export async function renderWithPandoc(
  reports: string,
  pages: readonly Page[],
  assets: readonly Asset[],
  folder: string,
): Promise<void> {
  const base = pandocBase(reports);
  const conversions = pages.map(
    ({ slug, layout = "text", markdown }): Conversion => ({
      name: `${slug}.html`,
      options: {
        ...base.options,
        to: "html5",
        template: "page.html",
        "html-math-method": { method: "mathml" },
        "table-of-contents": layout === "text",
        "toc-depth": 2,
        metadata: PANDOC_METADATA,
        variables: {
          [layout]: true,
          [`page-${slug}`]: true,
          "style-hashes": styleHashes(markdown),
        },
      },
      input: markdown,
      files: base.files,
    }),
  );
  const converted = await runPandoc(conversions);
  const site = join(reports, folder);
  mkdirSync(site, { recursive: true });
  for (const { name, content } of converted) writeFileSync(join(site, name), content);
  replaceFolder(join(site, "assets"), assets);
}

/**
 * Renders the pages with Quarto into a folder below `reports`, and sees that every page is there.
 *
 * @throws PublishError when Quarto fails or leaves a page out
 */
export async function renderWithQuarto(
  executable: string,
  reports: string,
  pages: readonly Page[],
  assets: readonly Asset[],
  folder: string,
): Promise<void> {
  await runQuarto(executable, reports, folder);
  const site = join(reports, folder);
  for (const { slug } of pages) {
    try {
      readFileSync(join(site, `${slug}.html`));
    } catch {
      throw new PublishError(`Quarto ended well but wrote no ${slug}.html into ${folder}`);
    }
  }
  replaceFolder(join(site, "assets"), assets);
}
