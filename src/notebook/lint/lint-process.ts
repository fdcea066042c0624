import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { CHILD_STDIO } from "../lifeline.js";
import type { LintJob } from "./child.js";
import type { LintProblem } from "./problem.js";

/** A lint at work in its own process. */
export interface LintProcess {
  /** Rejects when the process ends without an answer. */
  readonly problems: Promise<readonly LintProblem[]>;
  stop(): void;
}

/** Starts lint. */
export function startLintProcess(job: LintJob): LintProcess {
  const child = fork(fileURLToPath(new URL("./child.js", import.meta.url)), {
    cwd: job.root,
    stdio: CHILD_STDIO,
  });
  let lastWords = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2000);
  });
  const problems = new Promise<readonly LintProblem[]>((resolve, reject) => {
    child.on("message", (found: readonly LintProblem[]) => resolve(found));
    child.on("error", reject);
    child.on("close", () => reject(new Error(`lint ended without an answer. ${lastWords.trim()}`)));
  });
  problems.catch(() => {});
  child.send(job);
  return { problems, stop: () => child.kill("SIGKILL") };
}
