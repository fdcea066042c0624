import { ts } from "../typescript.js";
import { sourceLines } from "./cell-lines.js";
import type { CompiledCell, RefusedCell } from "./compiled.js";
import { spellOutProperties } from "./property-names.js";
import { type Converter, createNotebookConverter } from "./tslab.js";

/** The TypeScript side of a kernel: cells to programs, and what an editor asks about them. */
export interface Compiler {
  /** @param declarations - of the cells above; empty for the first cell */
  compile(declarations: string, source: string): CompiledCell | RefusedCell;
  /** What a name stands for at a position: for the tooltip of an editor. */
  readonly inspect: Converter["inspect"];
  /** What can be typed at a position. */
  readonly complete: Converter["complete"];
}

/** A compiler over tslab's converter for the project in the working directory. */
export function createCompiler(): Compiler {
  const converter = createNotebookConverter();

  function compile(declarations: string, source: string): CompiledCell | RefusedCell {
    let converted: ReturnType<Converter["convert"]>;
    try {
      converted = converter.convert(declarations, spellOutProperties(source));
    } catch (error) {
      // A source that TypeScript cannot even emit; the position is lost.
      const messageText = error instanceof Error ? error.message : String(error);
      return { status: "refused", diagnostics: [{ messageText }] };
    }
    if (converted.diagnostics.length > 0) {
      const diagnostics = converted.diagnostics.map(({ start, messageText, fileName }) => ({
        messageText,
        line: start.line + 1,
        ...(fileName ? { file: fileName } : {}),
      }));
      return { status: "refused", diagnostics };
    }
    const program = converted.output || undefined;
    return {
      status: "ok",
      program,
      awaits: converted.hasToplevelAwait === true,
      result: converted.lastExpressionVar,
      declarations: converted.declOutput ?? "",
      imports: importedModules(source),
      lines: program === undefined ? [] : [...sourceLines(source, program)],
    };
  }

  return { compile, inspect: converter.inspect, complete: converter.complete };
}

/** Names of the modules that a cell imports, in order. */
export function importedModules(source: string): string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map((file) => file.fileName);
}
