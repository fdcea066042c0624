import { type CodeCell, codeCells, type Notebook } from "../ipynb.js";

/** All code cells of a notebook as one module, with the way back from its lines to theirs. */
export interface JoinedCells {
  readonly name: string;
  readonly cells: readonly CodeCell[];
  readonly source: string;
  /** First line of each cell in the module, from 0. */
  readonly starts: readonly number[];
}

/** Joins the cells in order; a line that is no TypeScript (`#|`) is blanked, since its own rule names it. */
export function joinCells(name: string, notebook: Notebook): JoinedCells {
  const cells = codeCells(notebook);
  const starts: number[] = [];
  const lines = ["export {};"];
  for (const { source } of cells) {
    starts.push(lines.length);
    lines.push(...source.split("\n").map((line) => (/^\s*#\|/.test(line) ? "" : line)));
  }
  return { name, cells, source: lines.join("\n"), starts };
}

/** The cell that a line of the module belongs to and the line in it, from 1. */
export function placeOfLine(
  { cells, starts }: JoinedCells,
  line: number,
): { cell: CodeCell; line: number } {
  let i = starts.length - 1;
  while (i > 0 && starts[i]! > line) i--;
  return { cell: cells[i]!, line: line - starts[i]! + 1 };
}
