import { formatFrontMatter } from "../notebook/front-matter.js";
import { cellMarkdown } from "./cell-markdown.js";
import type { ExecutedCell } from "./executed-notebook.js";
import { escapeMarkdown, fencedDiv } from "./markup.js";
import type { FigureFile, Page } from "./page.js";
import type { Report } from "./report.js";

/**
 * The Markdown that Quarto would make of an executed notebook, with the answer as abstract and a line
 * under every figure and table that says what made it.
 *
 * @param report - the executed notebook and its record
 * @param appendix - Markdown of the sections that follow the narrative
 */
export function notebookPage(report: Report, appendix: readonly string[]): Page {
  const { frontMatter, answer, cells, slug } = report;
  const fields = {
    title: frontMatter.title,
    description: frontMatter.description,
    ...(frontMatter.categories.length > 0 && { categories: [...frontMatter.categories] }),
    // The line break at its end makes it a paragraph.
    ...(answer !== undefined && { abstract: `${answer}\n` }),
    "abstract-title": "Answer",
    engine: "markdown",
  };
  const figures: FigureFile[] = [];
  const narrative = cells.map((cell) =>
    cell.type === "markdown"
      ? `${apart(withoutTitle(cell, frontMatter.title))}\n`
      : cell.type === "code"
        ? cellMarkdown(report, cell, figures)
        : "",
  );
  const banner = frontMatter.synthetic ? [syntheticBanner()] : [];
  return {
    slug,
    markdown: [formatFrontMatter(fields), ...banner, ...narrative, ...appendix]
      .filter((block) => block.trim() !== "")
      .join("\n"),
    figures,
  };
}

/** A notebook read in an editor repeats its title as a heading; the page has it from the front matter. */
function withoutTitle({ source }: ExecutedCell, title: string): string {
  const [, heading, rest = ""] =
    /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n([\s\S]*))?$/.exec(source) ?? [];
  return heading === title ? rest : source;
}

// Pandoc reads "@fig-x [@key]" as one citation of two, of which Quarto would print the first alone.
function apart(markdown: string): string {
  return markdown.replace(/(?<![[\w@-])@((?:fig|tbl)-[a-z0-9-]+)(?=\s\[-?@)/g, "[@$1]");
}

function syntheticBanner(): string {
  const text =
    "These data were made up to show the method. Nothing here says anything about patients.";
  return fencedDiv('.callout-warning title="Synthetic data" .synthetic', [
    `${escapeMarkdown(text)}\n`,
  ]);
}
