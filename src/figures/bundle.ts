import type { FigureSpec } from "./figure.js";
import { renderPng } from "./static/png.js";
import { renderFigure } from "./static/render.js";
import { type TableSpec, tableHtml, tableMarkdown, tableText } from "./table.js";

/** Prose with numbers in it, as Markdown. */
export interface MarkdownSpec {
  readonly kind: "markdown";
  readonly text: string;
}

/** One result in several forms, by media type; images in base64. */
export interface MimeBundle {
  readonly [mediaType: string]: string;
}

/** Prose for a report, written in Markdown. */
export function markdown(text: string): MarkdownSpec {
  return { kind: "markdown", text };
}

/**
 * What a notebook publishes for a figure, a table or prose.
 *
 * A figure gives inline SVG, PNG at twice its size and its text; a table gives HTML,
 * Markdown and aligned text; prose gives Markdown. The same specification gives the same bytes.
 *
 * @param options.alt - alternative text of a figure; without it the figure's own text
 */
export async function mimeBundle(
  spec: FigureSpec | TableSpec | MarkdownSpec,
  { alt }: { alt?: string } = {},
): Promise<MimeBundle> {
  if (spec.kind === "markdown")
    return { "text/markdown": spec.text, "text/plain": plain(spec.text) };
  if (spec.kind === "table") {
    return {
      "text/html": tableHtml(spec),
      "text/markdown": tableMarkdown(spec),
      "text/plain": plain(tableText(spec)),
    };
  }
  const { svg, html } = await renderFigure(spec, alt === undefined ? {} : { alt });
  return {
    "text/html": html,
    "image/png": Buffer.from(renderPng(svg)).toString("base64"),
    "text/plain": plain(spec.text),
  };
}

/** Plain text has ordinary spaces, so that it can be searched for. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
