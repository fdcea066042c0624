import { codeCells, type Notebook } from "../ipynb.js";
import type { CellError } from "../kernel/cell-error.js";
import type { CellOutput, Kernel } from "../kernel/kernel.js";
import type { CellTrace } from "../record.js";
import { storedOutput, withOutputs } from "./executed-copy.js";
import type { CellPlace } from "./job.js";

/** A notebook after its run, finished or not. */
export interface ExecutedNotebook {
  /** The notebook with outputs, its keys in the order in which Jupyter writes them. */
  readonly notebook: object;
  readonly cells: readonly CellTrace[];
  readonly seconds: readonly { index: number; label?: string; seconds: number }[];
  /** Present when a cell failed; the cells below it did not run. */
  readonly failure?: { readonly place: CellPlace; readonly error: CellError };
}

/**
 * Runs the cells of a notebook from top to bottom, up to the first that fails. A cell tagged
 * `raises-exception` may fail.
 *
 * @param upstream - for each cell by its position those that its values come from
 * @param onCell - told of each cell before it runs
 */
export async function executeNotebook(
  notebook: Notebook,
  upstream: ReadonlyMap<number, readonly number[]>,
  kernel: Kernel,
  onCell: (place: CellPlace) => void,
): Promise<ExecutedNotebook> {
  const code = codeCells(notebook);
  const outputs = new Map<number, { count: number; outputs: CellOutput[] }>();
  const cells: CellTrace[] = [];
  const seconds: { index: number; label?: string; seconds: number }[] = [];
  let failure: ExecutedNotebook["failure"];
  for (const { index, count, label, tags, source } of code) {
    const place = { index, count, label };
    const named = label === undefined ? { index } : { index, label };
    onCell(place);
    const started = performance.now();
    const published: CellOutput[] = [];
    outputs.set(index, { count, outputs: published });
    const end = await kernel.run(source, count, (output) => append(published, output));
    seconds.push({ ...named, seconds: (performance.now() - started) / 1000 });
    cells.push({ ...named, reads: kernel.reads.ofCell(count), uses: upstream.get(index) ?? [] });
    if (end.status === "error" && !tags.includes("raises-exception")) {
      failure = { place, error: end.error };
      break;
    }
  }
  return {
    notebook: withOutputs(
      notebook,
      new Map(
        [...outputs].map(([index, run]) => [
          index,
          { ...run, outputs: run.outputs.map(storedOutput) },
        ]),
      ),
    ),
    cells,
    seconds,
    ...(failure ? { failure } : {}),
  };
}

/** Adds an output; what a stream writes in pieces is one output, as Jupyter's clients store it. */
function append(published: CellOutput[], output: CellOutput): void {
  const last = published.at(-1);
  if (
    output.output_type === "stream" &&
    last?.output_type === "stream" &&
    last.name === output.name
  ) {
    published[published.length - 1] = { ...last, text: last.text + output.text };
  } else {
    published.push(output);
  }
}
