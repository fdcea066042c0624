import { Worker } from "node:worker_threads";

/** Descriptors of a child process: nothing in or out, its errors, messages, and the lifeline. */
export const CHILD_STDIO: ["ignore", "ignore", "pipe", "ipc", "pipe"] = [
  "ignore",
  "ignore",
  "pipe",
  "ipc",
  "pipe",
];

/** Descriptor of the lifeline in the child. */
const LIFELINE_FD = 4;

/** Lets a process that was started with `CHILD_STDIO` end with its parent, whatever it is doing. */
export function endWithParent(): void {
  new Worker(new URL("./lifeline-watch.js", import.meta.url), { workerData: LIFELINE_FD }).unref();
}
