import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CellError } from "../kernel/cell-error.js";
import { CHILD_STDIO } from "../lifeline.js";
import type { CellPlace, Execution, Job, Message } from "./job.js";

/** How the run of one notebook ended. */
export type JobEnd =
  | { readonly status: "done"; readonly execution: Execution }
  | { readonly status: "failed"; readonly place: CellPlace; readonly error: CellError }
  | { readonly status: "timeout"; readonly place: CellPlace; readonly seconds: number }
  | { readonly status: "died"; readonly place: CellPlace | undefined; readonly how: string }
  | { readonly status: "refused"; readonly message: string }
  | { readonly status: "stopped" };

/** A notebook at work in its own process. */
export interface KernelProcess {
  readonly ended: Promise<JobEnd>;
  /** Ends the process at once; `ended` then gives `stopped` unless it had ended before. */
  stop(): void;
}

/**
 * Flags of every kernel process: loading an ES module by `require` is how cells load the library, and Node
 * 20 would print a warning about it into the notebook's outputs.
 */
export const KERNEL_FLAGS: readonly string[] = ["--disable-warning=ExperimentalWarning"];

/** Time that a kernel may take to start, whatever a cell may take, in seconds. */
const LONGEST_START_S = 120;

/** A longer time would make Node's timer end at once, in milliseconds: 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Starts a process for a notebook.
 *
 * @param timeoutSeconds - longest time that one cell may take
 * @param onCell - told of each cell before it runs
 */
export function startKernelProcess(
  job: Job,
  timeoutSeconds: number,
  onCell: (place: CellPlace, of: number) => void,
): KernelProcess {
  const child = fork(fileURLToPath(new URL("./child.js", import.meta.url)), {
    cwd: job.root,
    execArgv: [...KERNEL_FLAGS],
    stdio: CHILD_STDIO,
  });
  let place: CellPlace | undefined;
  let total = 0;
  let lastWords = "";
  let timer: NodeJS.Timeout;
  let settle: (end: JobEnd) => void;
  const ended = new Promise<JobEnd>((resolve) => {
    settle = (end): void => {
      clearTimeout(timer);
      resolve(end);
    };
  });
  const watch = (seconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        const at = place ?? { index: 0, count: 0, label: undefined };
        settle({ status: "timeout", place: at, seconds });
        child.kill("SIGKILL");
      },
      Math.min(seconds * 1000, LONGEST_TIMER_MS),
    );
  };
  watch(Math.max(LONGEST_START_S, timeoutSeconds));
  child.stderr?.on("data", (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2000);
  });
  child.on("message", (message: Message) => {
    if (message.type === "ready") total = message.cells;
    else if (message.type === "cell") {
      place = message.place;
      watch(timeoutSeconds);
      onCell(place, total);
    } else if (message.type === "done") settle({ status: "done", execution: message.execution });
    else if (message.type === "refused") settle({ status: "refused", message: message.message });
    else settle({ status: "failed", place: message.place, error: message.error });
  });
  child.on("error", (error) => settle({ status: "died", place, how: error.message }));
  child.on("close", (code, signal) => {
    const how = signal ? `by signal ${signal}` : `with exit code ${code}`;
    const words =
      lastWords.trim() === "" ? "" : `: ${lastWords.trim().split("\n").slice(-8).join("\n")}`;
    settle({ status: "died", place, how: how + words });
  });
  child.send(job);
  return {
    ended,
    stop: () => {
      settle({ status: "stopped" });
      child.kill("SIGKILL");
    },
  };
}
