import vm from "node:vm";
import { type CellError, describeDiagnostics, describeThrown } from "./cell-error.js";
import { notebookModules } from "./modules.js";
import { spellOutProperties } from "./property-names.js";
import { type CompiledCell, cellFilename, nameFrames } from "./stack.js";
import { type Converter, createNotebookConverter } from "./tslab.js";

/** What a cell came to. `value` is that of its last expression, `undefined` where there is none. */
export type CellOutcome =
  | { readonly status: "ok"; readonly value: unknown }
  | { readonly status: "error"; readonly error: CellError };

/** Runs the cells of one notebook, one after another, in one shared scope. */
export interface CellExecutor {
  /** @param count - execution count of the cell, 1 for the first that runs */
  execute(source: string, count: number): Promise<CellOutcome>;
  /** Ends the wait for a cell that awaits; a cell that computes is ended by SIGINT itself. */
  interrupt(): void;
  /** What a name stands for at a position: for the tooltip of an editor. */
  inspect: (source: string, position: number) => ReturnType<Converter["inspect"]>;
  /** What can be typed at a position. */
  complete: (source: string, position: number) => ReturnType<Converter["complete"]>;
}

/**
 * An executor over tslab's converter for the project at `root`, the working directory.
 *
 * It differs from tslab's own in what it gives back: the thrown error instead of a line on standard
 * error, the last value instead of a call of `console.log`, and the lines of the cell as written.
 */
export function createExecutor(root: string): CellExecutor {
  const converter = createNotebookConverter();
  const modules = notebookModules(root);
  const scope = exportScope();
  const cells = new Map<number, CompiledCell>();
  nameFrames(cells);
  let declarations = "";
  let abort: (reason: Error) => void = () => {};
  vm.runInThisContext("(scope) => { globalThis.__ostia__ = scope; }")({
    exports: scope,
    require: modules.require,
  });

  async function execute(source: string, count: number): Promise<CellOutcome> {
    let result: ReturnType<Converter["convert"]>;
    try {
      result = converter.convert(declarations, spellOutProperties(source));
    } catch (error) {
      // A source that TypeScript cannot even emit; the position is lost.
      return { status: "error", error: describeThrown(error, count) };
    }
    if (result.diagnostics.length > 0) {
      return { status: "error", error: describeDiagnostics(result.diagnostics, count, source) };
    }
    if (result.output) {
      const compiled = result.output;
      cells.set(count, { source, compiled });
      try {
        await modules.prepare(source);
        await run(compiled, count, result.hasToplevelAwait === true);
      } catch (thrown) {
        return { status: "error", error: describeThrown(thrown, count) };
      }
    }
    declarations = result.declOutput ?? "";
    const name = result.lastExpressionVar;
    if (name === undefined) return { status: "ok", value: undefined };
    const value = scope[name];
    delete scope[name];
    return { status: "ok", value };
  }

  async function run(compiled: string, count: number, awaits: boolean): Promise<void> {
    // A function, so that `const` may be declared anew and V8 optimises the body.
    const body = `(${awaits ? "async " : ""}function (exports, require) { ${compiled}\n})(__ostia__.exports, __ostia__.require)`;
    const interrupted = new Promise<never>((_, reject) => {
      abort = reject;
    });
    interrupted.catch(() => {});
    const running: unknown = vm.runInThisContext(body, {
      filename: cellFilename(count),
      breakOnSigint: true,
    });
    if (awaits) await Promise.race([running, interrupted]);
  }

  return {
    execute,
    interrupt: () => abort(new Error("interrupted")),
    inspect: (source, position) => converter.inspect(declarations, source, position),
    complete: (source, position) => converter.complete(declarations, source, position),
  };
}

/**
 * The names that cells share. TypeScript defines an imported name by a getter; storing its value
 * instead lets a later cell declare the name anew.
 */
function exportScope(): Record<string, unknown> {
  const names: Record<string, unknown> = {};
  return new Proxy(names, {
    defineProperty: (_target, name, { get, value }) => {
      if (name !== "__esModule") names[name as string] = get ? get() : value;
      return true;
    },
  });
}
