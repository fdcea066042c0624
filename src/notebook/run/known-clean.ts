import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../freshness.js";
import { writeWhole } from "../ipynb.js";
import type { LoadedNotebook } from "./kept-outputs.js";

/** Notebooks in which lint found nothing, so that one that is run on new data need not be linted again. */
export interface KnownClean {
  has(notebook: LoadedNotebook): boolean;
  add(notebook: LoadedNotebook): void;
}

/**
 * What lint is known to have found nothing in.
 *
 * @param setting - hash of all that lint's answer depends on beside the notebook
 */
export function knownClean(root: string, setting: string): KnownClean {
  const path = ({ paths }: LoadedNotebook): string =>
    join(root, ".ostia", "compiled", `${paths.slug}.clean`);
  const keyOf = ({ name, notebook }: LoadedNotebook): string => {
    const cells = notebook.cells.map(({ cell_type, metadata, source }) => [
      cell_type,
      metadata,
      source,
    ]);
    return sha256(JSON.stringify([setting, name, cells]));
  };
  return {
    has: (notebook) => {
      try {
        return readFileSync(path(notebook), "utf8") === keyOf(notebook);
      } catch {
        return false;
      }
    },
    add: (notebook) => writeWhole(path(notebook), keyOf(notebook)),
  };
}
