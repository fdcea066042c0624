import { codeCells, type Notebook } from "../ipynb.js";
import { TSLAB_VERSION } from "../kernel/tslab.js";
import { upstreamCells } from "../lineage.js";
import type { Overrides } from "../overrides.js";
import { applyParameters } from "../parameters.js";
import { ts } from "../typescript.js";
import type { PreparedNotebook } from "./compiled-notebook.js";

/**
 * What a run has to know of a notebook before its first cell.
 *
 * @throws InvalidInput as `applyParameters` does
 */
export function prepareNotebook(
  notebook: Notebook,
  overrides: Overrides,
  name: string,
): PreparedNotebook {
  const { notebook: applied, parameters } = applyParameters(notebook, overrides, name);
  const position = notebook.cells.findIndex((cell, i) => cell !== applied.cells[i]);
  return {
    parametersCell:
      position < 0 ? undefined : { position, source: applied.cells[position]!.source },
    parameters,
    upstream: [...upstreamCells(codeCells(applied))],
    versions: { tslab: TSLAB_VERSION, typescript: ts.version },
  };
}
