import vm from "node:vm";
import { type CellError, describeDiagnostics, describeThrown } from "./cell-error.js";
import type { Compile } from "./compiled.js";
import { notebookModules } from "./modules.js";
import { cellFilename, type NamedCell, nameFrames } from "./stack.js";

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
  /** Declarations of all cells that have run. */
  declarations(): string;
}

/**
 * An executor for the project at `root`, the working directory.
 *
 * It differs from tslab's own in what it gives back: the thrown error instead of a line on standard
 * error, the last value instead of a call of `console.log`, and the lines of the cell as written.
 */
export function createExecutor(root: string, compile: Compile): CellExecutor {
  const modules = notebookModules(root);
  const scope = exportScope();
  const cells = new Map<number, NamedCell>();
  nameFrames(cells);
  let declarations = "";
  let abort: (reason: Error) => void = () => {};
  vm.runInThisContext("(scope) => { globalThis.__ostia__ = scope; }")({
    exports: scope,
    require: modules.require,
  });

  async function execute(source: string, count: number): Promise<CellOutcome> {
    const compiled = await compile(declarations, source);
    if (compiled.status === "refused") {
      return { status: "error", error: describeDiagnostics(compiled.diagnostics, count, source) };
    }
    const { program, awaits, result, imports, lines } = compiled;
    if (program !== undefined) {
      cells.set(count, { source, lines: new Map(lines) });
      try {
        await modules.prepare(imports);
        await run(program, count, awaits);
      } catch (thrown) {
        return { status: "error", error: describeThrown(thrown, count) };
      }
    }
    declarations = compiled.declarations;
    if (result === undefined) return { status: "ok", value: undefined };
    const value = scope[result];
    delete scope[result];
    return { status: "ok", value };
  }

  async function run(program: string, count: number, awaits: boolean): Promise<void> {
    // A function, so that `const` may be declared anew and V8 optimises the body.
    const body = `(${awaits ? "async " : ""}function (exports, require) { ${program}\n})(__ostia__.exports, __ostia__.require)`;
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
    declarations: () => declarations,
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
