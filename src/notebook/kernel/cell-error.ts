import { projectPath } from "../project.js";
import { sourceLine } from "./cell-lines.js";

/** Why a cell failed, as it is published in the notebook and told to the reader. */
export interface CellError {
  readonly ename: string;
  readonly evalue: string;
  /** Line of the failing cell, from 1, where it is known. */
  readonly line?: number;
  readonly traceback: readonly string[];
}

/** A cell that has been compiled, kept to name lines in it. */
export interface CompiledCell {
  /** Execution count: the number in `In [3]`. */
  readonly count: number;
  readonly source: string;
  readonly compiled: string;
}

/** File name under which a cell's program runs, so that its frames are known in a stack. */
export function cellFilename(count: number): string {
  return `ostia-cell-${count}.js`;
}

/**
 * The error that a cell threw, with frames in cells and in the library only, by paths from the root:
 * the same bytes on every machine.
 *
 * @param thrown - whatever was thrown
 * @param cells - all cells compiled so far
 * @param count - execution count of the failing cell
 */
export function describeThrown(
  thrown: unknown,
  cells: ReadonlyMap<number, CompiledCell>,
  count: number,
  root: string,
): CellError {
  const isError =
    thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
  const error = thrown as Error;
  const ename = isError ? error.name : "Thrown";
  const evalue = isError ? error.message : String(thrown);
  const frames: string[] = [];
  let line: number | undefined;
  const stack = isError && typeof error.stack === "string" ? error.stack : "";
  for (const text of stack.split("\n")) {
    const inCell = /ostia-cell-(\d+)\.js:(\d+)/.exec(text);
    if (inCell) {
      const cell = cells.get(Number(inCell[1]));
      const at = cell && sourceLine(cell.source, cell.compiled, Number(inCell[2]));
      if (!cell || at === undefined) continue;
      if (cell.count === count) line ??= at;
      const quoted = cell.source.split("\n")[at - 1]?.trim() ?? "";
      const frame = `    at In [${cell.count}], line ${at}: ${quoted}`;
      if (frames.at(-1) !== frame) frames.push(frame);
      continue;
    }
    const inLibrary =
      /at (?:async )?(\S+) \((?:file:\/\/)?(.*\/dist\/(?!notebook\/).*\.js):\d+/.exec(text);
    if (inLibrary && !text.includes("node_modules")) {
      const file = projectPath(root, inLibrary[2]!).replace(/^.*\/dist\//, "dist/");
      frames.push(`    at ${inLibrary[1]} (ostia: ${file.replace(/^dist\//, "")})`);
    }
  }
  return {
    ename,
    evalue,
    ...(line === undefined ? {} : { line }),
    traceback: [`${ename}: ${evalue}`, ...frames],
  };
}

/** The error of a cell that does not compile: every message with its line. */
export function describeDiagnostics(
  diagnostics: readonly { start: { line: number }; messageText: string; fileName?: string }[],
  count: number,
  source: string,
): CellError {
  const lines = source.split("\n");
  const messages = diagnostics.map(({ start, messageText, fileName }) =>
    fileName
      ? `    in ${fileName}, line ${start.line + 1}: ${messageText}`
      : `    at In [${count}], line ${start.line + 1}: ${messageText}\n      ${lines[start.line]?.trim() ?? ""}`,
  );
  const first = diagnostics[0];
  const evalue = first?.messageText ?? "the cell does not compile";
  return {
    ename: "TypeScriptError",
    evalue,
    ...(first && !first.fileName ? { line: first.start.line + 1 } : {}),
    traceback: [`TypeScriptError: ${evalue}`, ...messages],
  };
}
