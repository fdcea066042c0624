import { availableParallelism } from "node:os";
import { parseOverrides } from "../notebook/overrides.js";
import type { NotebookOutcome } from "../notebook/run/outcome.js";
import { barProgress, lineProgress } from "../notebook/run/progress.js";
import { runNotebooks } from "../notebook/run/run-notebooks.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import type { Terminal } from "./terminal.js";

/** Options as typed. */
export interface RunCommandOptions {
  readonly jobs?: string;
  readonly timeout?: string;
  readonly param: readonly string[];
  readonly force: boolean;
  readonly json: boolean;
}

/** Seconds that one cell may take unless `--timeout` says otherwise. */
const DEFAULT_TIMEOUT_S = 600;

/**
 * `ostia run`: runs the notebooks that are not fresh.
 *
 * @param notebooks - paths or names; empty for all
 * @param signal - ends the run
 * @returns 0 when every notebook is fresh now, 1 when one failed, 2 when one could not be read
 */
export async function run(
  root: string,
  notebooks: readonly string[],
  options: RunCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const outcomes = await runNotebooks({
    root,
    notebooks,
    overrides: parseOverrides(options.param),
    jobs: positive("--jobs", options.jobs, availableParallelism(), true),
    timeoutSeconds: positive("--timeout", options.timeout, DEFAULT_TIMEOUT_S, false),
    force: options.force,
    signal,
    progress: (total) =>
      terminal.isTty ? barProgress(total, process.stderr) : lineProgress(terminal.note),
  });
  const count = (status: NotebookOutcome["status"]): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  for (const { status, message } of outcomes)
    if (status === "invalid") terminal.note(`✗ ${message}`);
  if (options.json) terminal.out(JSON.stringify(outcomes, null, 2));
  else terminal.note(summary(count));
  if (count("invalid") > 0) return 2;
  return count("failed") + count("stopped") > 0 ? 1 : 0;
}

function summary(count: (status: NotebookOutcome["status"]) => number): string {
  const parts = [
    [count("ran"), "run"],
    [count("fresh"), "fresh already"],
    [count("failed"), "failed"],
    [count("invalid"), "not readable"],
    [count("stopped"), "stopped"],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return `notebooks: ${told.join(", ") || "none found"}`;
}

/** A positive number as typed, or the usual one. */
function positive(name: string, typed: string | undefined, usual: number, whole: boolean): number {
  if (typed === undefined) return usual;
  const value = Number(typed);
  const fits = Number.isFinite(value) && value > 0 && (!whole || Number.isInteger(value));
  if (!fits) {
    throw new InvalidInput(name, `needs a positive ${whole ? "whole " : ""}number; got "${typed}"`);
  }
  return value;
}
