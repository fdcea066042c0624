import { inspect } from "node:util";
import { framesOf, lineInCell } from "./stack.js";

/** Why a cell failed, as it is published in the notebook and told to the reader. */
export interface CellError {
  readonly ename: string;
  readonly evalue: string;
  /** Line of the failing cell, from 1, where it is known. */
  readonly line?: number;
  readonly traceback: readonly string[];
}

/**
 * The error that a cell threw, with the frames that `nameFrames` lets through: the same bytes on every
 * machine.
 *
 * @param thrown - whatever was thrown
 * @param count - execution count of the failing cell
 */
export function describeThrown(thrown: unknown, count: number): CellError {
  const isError =
    thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
  const error = thrown as Error;
  const ename = isError ? error.name : "Thrown";
  const evalue = isError ? error.message : typeof thrown === "string" ? thrown : inspect(thrown);
  const frames = isError ? framesOf(error) : [];
  const line = frames.flatMap((frame) => lineInCell(frame, count)).at(0);
  return {
    ename,
    evalue,
    ...(line === undefined ? {} : { line }),
    traceback: [`${ename}: ${evalue}`, ...frames],
  };
}

/** The error of a promise or a timer that the cell did not wait for. */
export function describeStray(thrown: unknown, count: number): CellError {
  const error = describeThrown(thrown, count);
  const note = "    in a promise or a timer that the cell did not await";
  return { ...error, traceback: [...error.traceback, note] };
}

/** Something that TypeScript says against a cell. */
export interface CellDiagnostic {
  readonly messageText: string;
  /** Line of the cell, from 1, where it is known. */
  readonly line?: number;
  /** The file, where it is not the cell. */
  readonly file?: string;
}

/** The error of a cell that does not compile: every message with its line. */
export function describeDiagnostics(
  diagnostics: readonly CellDiagnostic[],
  count: number,
  source: string,
): CellError {
  const lines = source.split("\n");
  const messages = diagnostics.map(({ messageText, line, file }) => {
    if (line === undefined) return `    at In [${count}]: ${messageText}`;
    if (file !== undefined) return `    in ${file}, line ${line}: ${messageText}`;
    return `    at In [${count}], line ${line}: ${messageText}\n      ${lines[line - 1]?.trim() ?? ""}`;
  });
  const first = diagnostics[0];
  const evalue = first?.messageText ?? "the cell does not compile";
  return {
    ename: "TypeScriptError",
    evalue,
    ...(first?.line !== undefined && first.file === undefined ? { line: first.line } : {}),
    traceback: [`TypeScriptError: ${evalue}`, ...messages],
  };
}
