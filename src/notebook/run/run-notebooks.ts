import { rmSync } from "node:fs";
import { join } from "node:path";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { hashPath } from "../file-reads.js";
import {
  compilerSetting,
  notebookStatus,
  recordedOverrides,
  type SharedHashes,
  sharedHashes,
} from "../freshness.js";
import { readNotebook } from "../ipynb.js";
import { type LintProcess, startLintProcess } from "../lint/lint-process.js";
import type { LintProblem } from "../lint/problem.js";
import type { Overrides } from "../overrides.js";
import type { RunRecord } from "../record.js";
import { type SelectedNotebook, selectNotebooks } from "../select.js";
import {
  draftFolder,
  keepRun,
  keepWords,
  type LoadedNotebook,
  removeOrphans,
} from "./kept-outputs.js";
import { type KernelProcess, startKernelProcess } from "./kernel-process.js";
import { type KnownClean, knownClean } from "./known-clean.js";
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

interface Task extends LoadedNotebook {
  readonly reasons: readonly string[];
}

/** A notebook whose outputs are fresh, but whose words have changed since. */
interface Reworded extends LoadedNotebook {
  readonly record: RunRecord;
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
  const { root } = options;
  const selected = selectNotebooks(root, options.notebooks);
  const shared = sharedHashes(root);
  const { tasks, reworded, settled } = await sortOut(options, selected, shared);
  if (options.notebooks.length === 0) removeOrphans(root, selected);
  const worked = await work(options, tasks, reworded, shared);
  const outcomes = new Map([...settled, ...worked].map((outcome) => [outcome.notebook, outcome]));
  return selected.map(({ name }) => outcomes.get(name) ?? stopped(name));
}

/** Runs notebooks and takes over changed words, as far as they keep the rules. */
async function work(
  { root, signal, timeoutSeconds, jobs, progress: makeProgress }: RunOptions,
  tasks: readonly Task[],
  reworded: readonly Reworded[],
  shared: SharedHashes,
): Promise<NotebookOutcome[]> {
  if (tasks.length + reworded.length === 0) return [];
  const outcomes: NotebookOutcome[] = [];
  const drafts = draftFolder(root);
  const progress = makeProgress(tasks.length);
  const setting = compilerSetting(shared);
  const clean = knownClean(root, setting);
  const lint = lintUnknown(root, [...tasks, ...reworded], clean);
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
        tell(await runTask(task), task.paths.slug);
      }
    };
    await Promise.all(Array.from({ length: jobs }, worker));
    for (const each of reworded) if (!signal.aborted) tell(await takeWords(each), each.paths.slug);
  } finally {
    signal.removeEventListener("abort", stopAll);
    stopAll();
    progress.close();
    rmSync(drafts, { recursive: true, force: true });
  }
  return outcomes;

  function tell(outcome: NotebookOutcome, slug: string): void {
    outcomes.push(outcome);
    if (outcome.status !== "fresh") progress.ended(slug, outcomeLine(outcome));
  }

  async function runTask(task: Task): Promise<NotebookOutcome> {
    const { paths, name, notebook, overrides, reasons } = task;
    const started = performance.now();
    const draft = join(drafts, `${paths.slug}.ipynb`);
    const store = { path: storePath(root, paths.slug), setting };
    const job = { root, notebook, name, overrides, draft, store };
    progress.cell(paths.slug, 0, 0, undefined);
    const kernel = startKernelProcess(job, timeoutSeconds, (place, of) =>
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
    const problems = await problemsOf(name);
    if (problems === undefined) return stopped(name);
    if (problems.length > 0) return lintFailure(name, problems);
    const seconds = (performance.now() - started) / 1000;
    if (end.status !== "done") return failureOf(name, end, seconds);
    keepRun(root, task, draft, end.execution, shared);
    return { notebook: name, status: "ran", message: reasons.join(", "), seconds };
  }

  async function takeWords(task: Reworded): Promise<NotebookOutcome> {
    const problems = await problemsOf(task.name);
    if (problems === undefined) return stopped(task.name);
    if (problems.length > 0) return lintFailure(task.name, problems);
    await keepWords(task, task.record);
    return { notebook: task.name, status: "fresh", message: "" };
  }

  /** What lint found in a notebook; `undefined` when the run was stopped. */
  async function problemsOf(name: string): Promise<LintProblem[] | undefined> {
    try {
      const problems = await lint.problems;
      return signal.aborted ? undefined : problems.filter(({ notebook }) => notebook === name);
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }
}

/** Starts lint for the notebooks that are not known to keep the rules. */
function lintUnknown(
  root: string,
  loaded: readonly LoadedNotebook[],
  clean: KnownClean,
): LintProcess {
  const unknown = loaded.filter((each) => !clean.has(each));
  if (unknown.length === 0) return { problems: Promise.resolve([]), stop: () => {} };
  const notebooks = unknown.map(({ notebook, name }) => ({ notebook, name }));
  const lint = startLintProcess({ root, notebooks });
  const problems = lint.problems.then((found) => {
    const breaching = new Set(found.map(({ notebook }) => notebook));
    for (const each of unknown) if (!breaching.has(each.name)) clean.add(each);
    return found;
  });
  problems.catch(() => {});
  return { problems, stop: lint.stop };
}

/** Where what was compiled for a notebook is kept. */
function storePath(root: string, slug: string): string {
  return join(root, ".ostia", "compiled", `${slug}.json`);
}

function stopped(notebook: string): NotebookOutcome {
  return { notebook, status: "stopped", message: "stopped" };
}

/** What is to be done for each notebook; for some the outcome is known at once. */
interface SortedOut {
  readonly tasks: readonly Task[];
  readonly reworded: readonly Reworded[];
  readonly settled: readonly NotebookOutcome[];
}

async function sortOut(
  { root, overrides, force }: RunOptions,
  selected: readonly SelectedNotebook[],
  shared: SharedHashes,
): Promise<SortedOut> {
  const tasks: Task[] = [];
  const reworded: Reworded[] = [];
  const settled: NotebookOutcome[] = [];
  const unclaimed = new Set(Object.keys(overrides));
  const given = unclaimed.size > 0;
  let invalid = false;
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
      const loaded = { paths, name, notebook, sourceSha256, overrides: own };
      const { fresh, reasons, record } = notebookStatus(root, { paths, name }, shared, own);
      if (force || !fresh) tasks.push({ ...loaded, reasons: fresh ? ["forced"] : reasons });
      else if (record && record.sourceSha256 !== sourceSha256) reworded.push({ ...loaded, record });
      else settled.push({ notebook: name, status: "fresh", message: "" });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      invalid = true;
      settled.push({ notebook: name, status: "invalid", message: error.message });
    }
  }
  if (given && unclaimed.size > 0 && !invalid) {
    const names = [...unclaimed].join(", ");
    throw new InvalidInput("--param", `no notebook that was chosen declares ${names}`);
  }
  return { tasks, reworded, settled };
}

function outcomeLine({ notebook, status, message, seconds }: NotebookOutcome): string {
  if (status === "ran") return `✓ ${notebook} (${seconds?.toFixed(1)} s; ${message})`;
  return `✗ ${status === "stopped" ? `${notebook}: ` : ""}${message}`;
}
