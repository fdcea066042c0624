import { readFileSync } from "node:fs";
import { sha256 } from "../freshness.js";
import { codeCells, type Notebook, writeWhole } from "../ipynb.js";
import type { Compile, CompiledCell } from "../kernel/compiled.js";
import type { Overrides } from "../overrides.js";
import type { ParameterValue } from "../record.js";

/** What the compiler makes of a notebook before its first cell runs. */
export interface PreparedNotebook {
  /** Source of the parameters cell with the values of this run, by position among all cells from 0. */
  readonly parametersCell: { readonly position: number; readonly source: string } | undefined;
  readonly parameters: readonly ParameterValue[];
  /** For each code cell by its position from 1: the cells that its values come from. */
  readonly upstream: readonly (readonly [number, readonly number[]])[];
  readonly versions: { readonly tslab: string; readonly typescript: string };
}

/** A file of what was compiled before: a notebook that is run on new data needs no compiler. */
interface Store {
  readonly schema: "ostia-compiled/1";
  /** Stands for everything but the cells that the compiler's answers depend on. */
  readonly setting: string;
  readonly prepared: Readonly<Record<string, PreparedNotebook>>;
  readonly cells: Readonly<Record<string, CompiledCell>>;
}

/** The compiler as a run sees it: its answers, kept or new. */
export interface NotebookCompiler {
  /** @throws InvalidInput as `applyParameters` does */
  prepare(notebook: Notebook, overrides: Overrides, name: string): Promise<PreparedNotebook>;
  readonly compile: Compile;
  /** Keeps what this run used for the next one. */
  save(): void;
}

/**
 * A compiler that asks its store first and loads TypeScript, which takes most of a short run's time, for what
 * is not there.
 *
 * @param path - the store's file
 * @param setting - hash of all that answers depend on beside the cells: kernel, types, lock file, Node
 */
export function notebookCompiler(path: string, setting: string): NotebookCompiler {
  const known = readStore(path, setting);
  const prepared: Record<string, PreparedNotebook> = {};
  const cells: Record<string, CompiledCell> = {};
  let isNew = false;
  const load = once(async () => {
    const { readTypesWithoutDocumentation } = await import("../typescript.js");
    readTypesWithoutDocumentation();
    return (await import("../kernel/compiler.js")).createCompiler();
  });

  async function prepare(
    notebook: Notebook,
    overrides: Overrides,
    name: string,
  ): Promise<PreparedNotebook> {
    const code = codeCells(notebook).map(({ index, source, tags }) => [index, source, tags]);
    const key = sha256(JSON.stringify([code, overrides, name]));
    let found = known?.prepared[key];
    if (!found) {
      isNew = true;
      const { prepareNotebook } = await import("./prepare-notebook.js");
      found = prepareNotebook(notebook, overrides, name);
    }
    prepared[key] = found;
    return found;
  }

  const compile: Compile = async (declarations, source) => {
    const key = sha256(JSON.stringify([declarations, source]));
    const found = known?.cells[key] ?? (await load()).compile(declarations, source);
    if (found.status === "ok") {
      isNew ||= known?.cells[key] === undefined;
      cells[key] = found;
    }
    return found;
  };

  function save(): void {
    if (!isNew) return;
    const store: Store = { schema: "ostia-compiled/1", setting, prepared, cells };
    writeWhole(path, JSON.stringify(store));
  }

  return { prepare, compile, save };
}

function readStore(path: string, setting: string): Store | undefined {
  try {
    const store = JSON.parse(readFileSync(path, "utf8")) as Store;
    return store.schema === "ostia-compiled/1" && store.setting === setting ? store : undefined;
  } catch {
    return undefined; // there is none, or it is torn
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
