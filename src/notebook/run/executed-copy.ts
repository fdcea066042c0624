import { codeCells, type Notebook, notebookLines, notebookText } from "../ipynb.js";
import type { CellOutput } from "../kernel/kernel.js";
import type { CellTrace, RunRecord } from "../record.js";

/** The outputs of one code cell as a notebook file holds them. */
export interface CellOutputs {
  readonly count: number;
  readonly outputs: readonly object[];
}

/**
 * A notebook with outputs, its keys in the order in which Jupyter writes them.
 *
 * @param outputs - by position of the cell, from 1
 */
export function withOutputs(notebook: Notebook, outputs: ReadonlyMap<number, CellOutputs>): object {
  const cells = notebook.cells.map((cell, i) => {
    const { cell_type, metadata } = cell;
    const id = cell.id === undefined ? {} : { id: cell.id };
    const source = notebookLines(cell.source);
    if (cell_type !== "code") return { cell_type, ...id, metadata, source };
    const run = outputs.get(i + 1);
    const execution_count = run?.count ?? null;
    return { cell_type, execution_count, ...id, metadata, outputs: run?.outputs ?? [], source };
  });
  const language_info = { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" };
  const metadata = { ...notebook.metadata, language_info };
  return { cells, metadata, nbformat: notebook.nbformat, nbformat_minor: notebook.nbformat_minor };
}

/** An output as the notebook format stores it: text as lines, with the fields that it demands. */
export function storedOutput(output: CellOutput): object {
  if (output.output_type === "stream") {
    const { name, output_type, text } = output;
    return { name, output_type, text: notebookLines(text) };
  }
  if (output.output_type === "error") return output;
  const entries = Object.entries(output.data).sort(([a], [b]) => (a < b ? -1 : 1));
  const data = Object.fromEntries(
    entries.map(([type, value]) => [
      type,
      /^(text\/|image\/svg)/.test(type) ? notebookLines(value) : value,
    ]),
  );
  const { output_type } = output;
  return output_type === "execute_result"
    ? { data, execution_count: output.execution_count, metadata: {}, output_type }
    : { data, metadata: {}, output_type };
}

/** An executed copy whose text, captions and headings are those of the notebook as it stands now. */
export interface RefreshedCopy {
  readonly text: string;
  readonly cells: readonly CellTrace[];
}

/**
 * Brings the outputs of an earlier run into a notebook whose code is the same but whose words have changed:
 * editing the narrative costs no run.
 *
 * @param notebook - the notebook as it stands, parameters applied
 * @param executed - the earlier copy, parsed
 */
export function refreshCopy(
  notebook: Notebook,
  executed: Notebook,
  record: RunRecord,
): RefreshedCopy {
  const now = codeCells(notebook);
  const before = codeCells(executed);
  const outputs = new Map<number, CellOutputs>();
  const moved = new Map<number, number>(); // position then → position now
  now.forEach(({ index }, i) => {
    const old = before[i];
    const copy = old && executed.cells[old.index - 1];
    if (!copy) return;
    moved.set(old.index, index);
    outputs.set(index, {
      count: copy.execution_count as number,
      outputs: copy.outputs as object[],
    });
  });
  const cells = record.cells.map(({ index, reads, uses }, i): CellTrace => {
    const label = now[i]?.label;
    return {
      index: moved.get(index) ?? index,
      ...(label === undefined ? {} : { label }),
      reads,
      uses: uses.map((use) => moved.get(use) ?? use),
    };
  });
  return { text: notebookText(withOutputs(notebook, outputs)), cells };
}
