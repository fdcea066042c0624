import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { hashPath } from "../file-reads.js";
import {
  freshnessKey,
  keyParts,
  notebookStatus,
  recordedOverrides,
  type SharedHashes,
  sha256,
  sharedHashes,
} from "../freshness.js";
import { type Notebook, notebookText, readNotebook, writeWhole } from "../ipynb.js";
import { startLintProcess } from "../lint/lint-process.js";
import type { Overrides } from "../overrides.js";
import { OSTIA_VERSION, projectPath } from "../project.js";
import type { RunRecord } from "../record.js";
import { type SelectedNotebook, selectNotebooks } from "../select.js";
import { refreshCopy } from "./executed-copy.js";
import type { Execution } from "./job.js";
import { type KernelProcess, startKernelProcess } from "./kernel-process.js";
import { failureOf, lintFailure, type NotebookOutcome } from "./outcome.js";
import type { RunProgress } from "./progress.js";

/** What to run and how. */
export interface RunOptions {
  readonly root: string;
  /** Paths or names; empty for all. */
  readonly notebooks: readonly string[];
  readonly overrides: Overrides;
  /** Processes at once. */
  readonly jobs: number;
  /** Longest time for one cell, in seconds. */
  readonly timeoutSeconds: number;
  /** Runs what is fresh, too. */
  readonly force: boolean;
  /** Ends the run: no process and no half-written file stays. */
  readonly signal: AbortSignal;
  /** Makes the display once it is known how many notebooks will run. */
  readonly progress: (total: number) => RunProgress;
}

interface Task extends SelectedNotebook {
  readonly notebook: Notebook;
  /** SHA-256 of the file that the notebook was read from. */
  readonly sourceSha256: string;
  readonly overrides: Overrides;
  readonly reasons: readonly string[];
}

/**
 * Runs the notebooks that are not fresh, each in a process of its own, lint beside them, and keeps the
 * outputs of those that pass both. A notebook that fails leaves its earlier copy as it was and the others
 * finish.
 *
 * @returns an outcome for each notebook, in the order of their paths
 * @throws InvalidInput when a named notebook does not exist or nobody declares a parameter
 */
export async function runNotebooks(options: RunOptions): Promise<NotebookOutcome[]> {
  const { root, signal } = options;
  const selected = selectNotebooks(root, options.notebooks);
  const shared = sharedHashes(root);
  const outcomes = new Map<string, NotebookOutcome>();
  const tasks = await staleTasks(options, selected, shared, outcomes);
  if (options.notebooks.length === 0) removeOrphans(root, selected);
  if (tasks.length > 0) {
    const drafts = draftFolder(root);
    const progress = options.progress(tasks.length);
    const lint = startLintProcess({
      root,
      notebooks: tasks.map(({ notebook, name }) => ({ notebook, name })),
    });
    const running = new Set<KernelProcess>();
    const stopAll = (): void => {
      lint.stop();
      for (const each of running) each.stop();
    };
    signal.addEventListener("abort", stopAll);
    try {
      const queue = [...tasks];
      const worker = async (): Promise<void> => {
        for (let task = queue.shift(); task && !signal.aborted; task = queue.shift()) {
          const outcome = await runTask(task);
          outcomes.set(task.name, outcome);
          progress.ended(task.paths.slug, outcomeLine(outcome));
        }
      };
      await Promise.all(Array.from({ length: Math.max(1, options.jobs) }, worker));
    } finally {
      signal.removeEventListener("abort", stopAll);
      stopAll();
      progress.close();
      rmSync(drafts, { recursive: true, force: true });
    }

    async function runTask(task: Task): Promise<NotebookOutcome> {
      const { paths, name, notebook, overrides } = task;
      const started = performance.now();
      const draft = join(drafts, `${paths.slug}.ipynb`);
      const job = { root, notebook, name, overrides, draft };
      progress.cell(paths.slug, 0, 0, undefined);
      const kernel = startKernelProcess(job, options.timeoutSeconds, (place, of) =>
        progress.cell(paths.slug, place.index, of, place.label),
      );
      running.add(kernel);
      // A notebook that breaks the rules is not worth waiting for.
      lint.problems.then(
        (problems) => {
          if (problems.some((problem) => problem.notebook === name)) kernel.stop();
        },
        () => kernel.stop(),
      );
      const end = await kernel.ended;
      running.delete(kernel);
      if (signal.aborted) return { notebook: name, status: "stopped", message: "stopped" };
      const problems = (await lint.problems).filter((problem) => problem.notebook === name);
      if (problems.length > 0) return lintFailure(name, problems);
      const seconds = (performance.now() - started) / 1000;
      if (end.status !== "done") return failureOf(name, end, seconds);
      keep(root, task, draft, end.execution, shared);
      return { notebook: name, status: "ran", message: task.reasons.join(", "), seconds };
    }
  }
  return selected.map(
    ({ name }) => outcomes.get(name) ?? { notebook: name, status: "stopped", message: "stopped" },
  );
}

/** The notebooks that have to run; the others get their outcome at once. */
async function staleTasks(
  { root, overrides, force }: RunOptions,
  selected: readonly SelectedNotebook[],
  shared: SharedHashes,
  outcomes: Map<string, NotebookOutcome>,
): Promise<Task[]> {
  const tasks: Task[] = [];
  const unclaimed = new Set(Object.keys(overrides));
  const given = unclaimed.size > 0;
  for (const { paths, name } of selected) {
    try {
      const sourceSha256 = hashPath(paths.source);
      const notebook = readNotebook(paths.source, name);
      let own: Overrides = {};
      if (given) {
        const { applyParameters } = await import("../parameters.js");
        const applied = applyParameters(notebook, overrides, name);
        own = recordedOverrides(applied);
        for (const { name: declared } of applied.parameters) unclaimed.delete(declared);
      }
      const status = notebookStatus(root, { paths, name }, shared, own);
      if (status.fresh && !force) {
        await refreshWords({ paths, name, notebook, sourceSha256 }, status.record!, own);
        outcomes.set(name, { notebook: name, status: "fresh", message: "" });
      } else {
        const reasons = status.fresh ? ["forced"] : status.reasons;
        tasks.push({ paths, name, notebook, sourceSha256, overrides: own, reasons });
      }
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      outcomes.set(name, { notebook: name, status: "invalid", message: error.message });
    }
  }
  if (given && unclaimed.size > 0 && [...outcomes.values()].every((o) => o.status !== "invalid")) {
    const names = [...unclaimed].join(", ");
    throw new InvalidInput("--param", `no notebook that was chosen declares ${names}`);
  }
  return tasks;
}

/** Rewrites the copy of a fresh notebook whose words have changed. */
async function refreshWords(
  { paths, name, notebook: source, sourceSha256 }: Omit<Task, "overrides" | "reasons">,
  record: RunRecord,
  overrides: Overrides,
): Promise<void> {
  if (sourceSha256 === record.sourceSha256) return;
  const { applyParameters } = await import("../parameters.js");
  const { notebook } = applyParameters(source, overrides, name);
  const executed = readNotebook(paths.executed, name);
  const { text, cells } = refreshCopy(notebook, executed, record);
  const refreshed = { ...record, cells, sourceSha256, outputSha256: sha256(text) };
  writeWhole(paths.executed, text);
  writeWhole(paths.record, notebookText(refreshed));
}

/** Puts a finished run in the place of the earlier one: first the outputs, then the record that vouches for them. */
function keep(
  root: string,
  { paths, notebook, sourceSha256, overrides }: Task,
  draft: string,
  { parameters, datasets, cells, versions, timing }: Execution,
  shared: SharedHashes,
): void {
  const parts = keyParts(notebook, overrides, datasets, shared);
  const record: RunRecord = {
    schema: "ostia-run/1",
    notebook: projectPath(root, paths.source),
    key: freshnessKey(parts),
    parts,
    parameters,
    seeds: parameters.flatMap(({ name: parameter, value }) =>
      /(^s|S)eed$/.test(parameter) && typeof value === "number" ? [value] : [],
    ),
    datasets,
    cells,
    versions: { node: process.version, ostia: OSTIA_VERSION, ...versions, lock: shared.lock },
    sourceSha256,
    outputSha256: sha256(readFileSync(draft)),
  };
  mkdirSync(dirname(paths.executed), { recursive: true });
  renameSync(draft, paths.executed);
  writeWhole(paths.record, notebookText(record));
  writeWhole(paths.log, notebookText(timing));
}

/** A folder for drafts of this process; those of runs that were killed are removed. */
function draftFolder(root: string): string {
  const parent = join(root, ".ostia", "drafts");
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (!isAlive(Number(name))) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, String(process.pid));
  mkdirSync(folder, { recursive: true });
  return folder;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Removes the copies of notebooks that are gone, so that nothing is published that nobody can re-run. */
function removeOrphans(root: string, selected: readonly SelectedNotebook[]): void {
  const kept = new Set(
    selected.flatMap(({ paths }) => [basename(paths.executed), basename(paths.record)]),
  );
  const folder = join(root, "reports", "notebooks");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!kept.has(name)) rmSync(join(folder, name), { force: true });
  }
}

function outcomeLine({ notebook, status, message, seconds }: NotebookOutcome): string {
  if (status === "ran") return `✓ ${notebook} (${seconds?.toFixed(1)} s; ${message})`;
  return `✗ ${message}`;
}
