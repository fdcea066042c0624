/** The process that runs one notebook: it takes a job from its parent, works and reports back. */
import { writeSync } from "node:fs";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { type Notebook, notebookText, writeWhole } from "../ipynb.js";
import { startKernel } from "../kernel/kernel.js";
import { endWithParent } from "../lifeline.js";
import { notebookCompiler, type PreparedNotebook } from "./compiled-notebook.js";
import { executeNotebook } from "./execute.js";
import type { Job, Message } from "./job.js";

async function work({ notebook, name, overrides, draft, root, store }: Job): Promise<Message> {
  const startedAt = performance.now();
  process.chdir(root);
  const compiler = notebookCompiler(store.path, store.setting);
  const prepared = await compiler.prepare(notebook, overrides, name);
  const kernel = startKernel(root, compiler.compile);
  const startSeconds = (performance.now() - startedAt) / 1000;
  send({ type: "ready", cells: notebook.cells.length });
  const executed = await executeNotebook(
    withParameters(notebook, prepared),
    new Map(prepared.upstream),
    kernel,
    (place) => send({ type: "cell", place }),
  );
  kernel.reads.enterCell(0);
  writeWhole(draft, notebookText(executed.notebook));
  compiler.save();
  if (executed.failure) return { type: "failed", ...executed.failure };
  return {
    type: "done",
    execution: {
      parameters: prepared.parameters,
      datasets: kernel.reads.hashes(),
      cells: executed.cells,
      versions: prepared.versions,
      timing: {
        startSeconds,
        cells: executed.seconds,
        maxResidentMb: process.resourceUsage().maxRSS / 1024,
      },
    },
  };
}

/** The notebook with the values of this run in its parameters cell. */
function withParameters(notebook: Notebook, { parametersCell }: PreparedNotebook): Notebook {
  if (!parametersCell) return notebook;
  const { position, source } = parametersCell;
  const cells = notebook.cells.map((cell, i) => (i === position ? { ...cell, source } : cell));
  return { ...notebook, cells };
}

function send(message: Message): void {
  process.send?.(message);
}

endWithParent();
process.on("SIGINT", () => {}); // Ctrl-C reaches the whole group; the parent decides
process.once("message", (job: Job) => {
  work(job)
    .catch((error: unknown): Message => {
      if (error instanceof InvalidInput) return { type: "refused", message: error.message };
      crash(error);
    })
    .then((message) => {
      process.send?.(message, () => process.exit(0)); // a timer left by a cell must not hold the process
    });
});

/** Ends the process with the whole stack as its last words; the kernel has taken `process.stderr`. */
function crash(error: unknown): never {
  Error.prepareStackTrace = undefined as never;
  writeSync(2, `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
