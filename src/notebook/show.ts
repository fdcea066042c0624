import {
  type FigureSpec,
  type MarkdownSpec,
  mimeBundle,
  type TableSpec,
} from "../figures/index.js";
import { display } from "./display.js";

/**
 * Shows a figure, a table or text in the running cell: `await show(blandAltmanFigure(result))`.
 *
 * A figure is published as inline SVG with a PNG for programs that show no SVG, a table as HTML and Markdown;
 * both with plain text. Outside a kernel the plain text goes to standard output.
 */
export async function show(spec: FigureSpec | TableSpec | MarkdownSpec): Promise<void> {
  display(await mimeBundle(spec));
}
