/** The process that runs one notebook: it takes a job from its parent, works and reports back. */
import { writeSync } from "node:fs";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { notebookText, writeWhole } from "../ipynb.js";
import { startKernel } from "../kernel/kernel.js";
import { TSLAB_VERSION } from "../kernel/tslab.js";
import { endWithParent } from "../lifeline.js";
import { applyParameters } from "../parameters.js";
import { ts } from "../typescript.js";
import { executeNotebook } from "./execute.js";
import type { Job, Message } from "./job.js";

async function work({ notebook: source, name, overrides, draft, root }: Job): Promise<Message> {
  const startedAt = performance.now();
  const { notebook, parameters } = applyParameters(source, overrides, name);
  const kernel = startKernel(root);
  const startSeconds = (performance.now() - startedAt) / 1000;
  send({ type: "ready", cells: notebook.cells.length });
  const executed = await executeNotebook(notebook, kernel, (place) =>
    send({ type: "cell", place }),
  );
  kernel.reads.enterCell(0);
  writeWhole(draft, notebookText(executed.notebook));
  if (executed.failure) return { type: "failed", ...executed.failure };
  return {
    type: "done",
    execution: {
      parameters,
      datasets: kernel.reads.hashes(),
      cells: executed.cells,
      versions: { tslab: TSLAB_VERSION, typescript: ts.version },
      timing: {
        startSeconds,
        cells: executed.seconds,
        maxResidentMb: process.resourceUsage().maxRSS / 1024,
      },
    },
  };
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
