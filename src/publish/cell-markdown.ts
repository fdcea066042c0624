import type { CellOutput, ExecutedCell } from "./executed-notebook.js";
import {
  attribute,
  byFormat,
  escapeHtml,
  fencedBlock,
  fencedDiv,
  plainText,
  rawHtml,
} from "./markup.js";
import type { FigureFile } from "./page.js";
import type { Report } from "./report.js";
import { figureHtml } from "./svg.js";
import { traceLine } from "./trace.js";

type Display = Extract<CellOutput, { kind: "display" }>;

/**
 * A code cell as a `.cell` div: folded code, outputs, and under a figure or table the line that traces it.
 *
 * @param figures - takes the images that the cell's outputs refer to
 */
export function cellMarkdown(report: Report, cell: ExecutedCell, figures: FigureFile[]): string {
  if (!isShown(cell)) return "";
  const blocks: string[] = [];
  if (cell.echo) blocks.push(codeBlock(cell));
  if (showsOutput(cell)) blocks.push(...outputBlocks(report, cell, figures));
  return fencedDiv(`#${cellAnchor(cell)} .cell`, blocks);
}

/** Identifier of a code cell on its page. */
export function cellAnchor({ index }: Pick<ExecutedCell, "index">): string {
  return `cell-${index}`;
}

/** Whether a code cell stands on the page of its report: by its code, its output, or both. */
export function isShown(cell: ExecutedCell): boolean {
  if (!cell.include || cell.source.trim() === "") return false;
  return cell.echo || (showsOutput(cell) && cell.outputs.length > 0);
}

// The answer stands at the top of the page.
function showsOutput({ output, label }: ExecutedCell): boolean {
  return output && label !== "answer";
}

function codeBlock({ index, label, source }: ExecutedCell): string {
  const summary = label === undefined ? `Code of cell ${index}` : `Code of cell ${index}, ${label}`;
  return fencedBlock(
    `{#cell-${index}-code .typescript .cell-code code-fold="true" code-summary=${attribute(summary)}}`,
    source,
  );
}

function outputBlocks(report: Report, cell: ExecutedCell, figures: FigureFile[]): string[] {
  const isFloat = /^(fig|tbl)-/.test(cell.label ?? "");
  const floating = cell.outputs.filter((output) => isFloat && isRich(output));
  const blocks = cell.outputs
    .filter((output) => !floating.includes(output))
    .map((output, i) => plainOutput(report, cell, output, i + 1, figures));
  if (floating.length > 0) {
    const content = floating.map((output, i) =>
      richOutput(report, cell, output as Display, i === 0 ? "" : `-${i + 1}`, figures),
    );
    blocks.push(fencedDiv(`#${cell.label}`, [...content, `${captionOf(report, cell)}\n`], 1));
    blocks.push(fencedDiv(".trace", [`${traceLine(report, cell)}\n`], 1));
  }
  return blocks;
}

function isRich(output: CellOutput): boolean {
  return (
    output.kind === "display" &&
    ["text/html", "image/png", "text/markdown"].some((media) => output.data[media] !== undefined)
  );
}

// The last paragraph of a cross-reference div is its caption, so one must be there.
function captionOf({ frontMatter }: Report, { caption, label }: ExecutedCell): string {
  const text = (caption ?? label ?? "").replace(/\s*\n\s*/g, " ").trim();
  return frontMatter.synthetic ? `${text} **Synthetic data.**` : text;
}

function plainOutput(
  report: Report,
  cell: ExecutedCell,
  output: CellOutput,
  number: number,
  figures: FigureFile[],
): string {
  if (output.kind === "stream") {
    return fencedDiv(
      ".cell-output .cell-output-stdout",
      [fencedBlock("{.output}", output.text)],
      1,
    );
  }
  if (isRich(output)) {
    const content = richOutput(report, cell, output, `-output-${number}`, figures);
    return fencedDiv(".cell-output .cell-output-display", [content], 1);
  }
  const text = output.data["text/plain"] ?? "";
  return fencedDiv(".cell-output .cell-output-display", [fencedBlock("{.output}", text)], 1);
}

/** A figure, a table or Markdown: the best form for web pages, and the best for all other formats. */
function richOutput(
  report: Report,
  cell: ExecutedCell,
  { data }: Display,
  suffix: string,
  figures: FigureFile[],
): string {
  const name = `${cell.label ?? `cell-${cell.index}`}${suffix}`;
  const alt = cell.alt ?? plainText(cell.caption ?? "");
  const html = data["text/html"];
  const image = data["image/png"];
  const markdown = data["text/markdown"];
  if (html === undefined && image === undefined) return `${markdown ?? ""}\n`;
  let elsewhere = markdown === undefined ? "" : `${markdown}\n`;
  if (image !== undefined) {
    // A web page shows the image only where there is no drawing.
    const path =
      html === undefined
        ? `assets/${report.slug}-${name}.png`
        : `_figures/${report.slug}/${name}.png`;
    figures.push({ path, bytes: Buffer.from(image, "base64") });
    elsewhere = `![](${path}){fig-alt=${attribute(alt)}}\n`;
  }
  if (html === undefined) return elsewhere;
  return byFormat(rawHtml(webForm(html, name, alt, cell)), elsewhere || tableLost(cell));
}

function webForm(html: string, name: string, alt: string, cell: ExecutedCell): string {
  if (html.includes("<svg"))
    return `<div class="figure-card">\n${figureHtml(html, name, alt)}\n</div>`;
  const label = plainText(cell.caption ?? `Output of cell ${cell.index}`);
  return `<div class="table-scroll" role="region" aria-label="${escapeHtml(label)}" tabindex="0">\n${html}\n</div>`;
}

function tableLost({ index }: ExecutedCell): string {
  return `*The output of cell ${index} exists on the web page only.*\n`;
}
