import { type LintProblem, lintLine } from "../lint/problem.js";
import type { CellPlace } from "./job.js";
import type { JobEnd } from "./kernel-process.js";

/** How a run ended for one notebook. */
export interface NotebookOutcome {
  readonly notebook: string;
  /** `invalid`: it could not be read or its parameters are wrong; nothing ran. */
  readonly status: "ran" | "fresh" | "failed" | "invalid" | "stopped";
  /** Why it ran, or why it failed; empty when fresh. */
  readonly message: string;
  readonly seconds?: number;
  /** The failing cell. */
  readonly cell?: CellPlace;
  readonly problems?: readonly LintProblem[];
}

/** The outcome of a process that gave no outputs to keep. */
export function failureOf(
  notebook: string,
  end: Exclude<JobEnd, { status: "done" }>,
  seconds: number,
): NotebookOutcome {
  switch (end.status) {
    case "stopped":
      return { notebook, status: "stopped", message: "stopped" };
    case "refused":
      return { notebook, status: "invalid", message: end.message };
    case "failed": {
      const { ename, evalue, line, traceback } = end.error;
      const frames = traceback.slice(1).map((frame) => `\n${frame}`);
      const message = `${placeText(notebook, end.place, line)}: ${ename}: ${evalue}${frames.join("")}`;
      return { notebook, status: "failed", message, seconds, cell: end.place };
    }
    case "timeout": {
      const what = end.place.index === 0 ? "the kernel did not start in" : "ran longer than";
      const option = end.place.index === 0 ? "" : " (--timeout)";
      const message = `${placeText(notebook, end.place)}: ${what} ${end.seconds} s and was ended${option}`;
      return { notebook, status: "failed", message, seconds, cell: end.place };
    }
    case "died": {
      const where = end.place ? placeText(notebook, end.place) : notebook;
      const message = `${where}: the kernel's process ended ${end.how}`;
      const cell = end.place ? { cell: end.place } : {};
      return { notebook, status: "failed", message, seconds, ...cell };
    }
  }
}

/** The outcome of a notebook that breaks the rules. */
export function lintFailure(notebook: string, problems: readonly LintProblem[]): NotebookOutcome {
  const message = problems.map(lintLine).join("\n");
  return { notebook, status: "failed", message, problems };
}

function placeText(notebook: string, { index, label }: CellPlace, line?: number): string {
  const labelled = label === undefined ? "" : ` (${label})`;
  const cell = index === 0 ? ", before its first cell" : `, cell ${index}${labelled}`;
  return `${notebook}${cell}${line === undefined ? "" : `, line ${line}`}`;
}
