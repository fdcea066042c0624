import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { freshnessKey, keyParts, readRecord, type SharedHashes, sha256 } from "../freshness.js";
import { type Notebook, notebookText, readNotebook, writeWhole } from "../ipynb.js";
import type { Overrides } from "../overrides.js";
import { OSTIA_VERSION, projectPath } from "../project.js";
import type { RunRecord } from "../record.js";
import type { SelectedNotebook } from "../select.js";
import { refreshCopy } from "./executed-copy.js";
import type { Execution } from "./job.js";

/** A notebook as it was read, with the values that replace those of its parameters. */
export interface LoadedNotebook extends SelectedNotebook {
  readonly notebook: Notebook;
  /** SHA-256 of the file that the notebook was read from. */
  readonly sourceSha256: string;
  readonly overrides: Overrides;
}

/**
 * Puts a finished run in the place of the earlier one: first the outputs, then the record that vouches for
 * them.
 *
 * @param draft - the executed notebook as the kernel process wrote it
 */
export function keepRun(
  root: string,
  { paths, notebook, sourceSha256, overrides }: LoadedNotebook,
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

/** Rewrites the copy of a fresh notebook whose words have changed. */
export async function keepWords(
  { paths, name, notebook: source, sourceSha256, overrides }: LoadedNotebook,
  record: RunRecord,
): Promise<void> {
  const { applyParameters } = await import("../parameters.js");
  const { notebook } = applyParameters(source, overrides, name);
  const executed = readNotebook(paths.executed, name);
  const { text, cells } = refreshCopy(notebook, executed, record);
  const refreshed = { ...record, cells, sourceSha256, outputSha256: sha256(text) };
  writeWhole(paths.executed, text);
  writeWhole(paths.record, notebookText(refreshed));
}

/** A folder for drafts of this process; those of runs that were killed are removed. */
export function draftFolder(root: string): string {
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

/**
 * Removes the copies and records of notebooks that are gone, so that nothing is published that nobody can
 * re-run, and what a killed run left half-written. What is not ours (Jupyter's checkpoints, say) stays.
 *
 * @param selected - all notebooks in `notebooks/`
 */
export function removeOrphans(root: string, selected: readonly SelectedNotebook[]): void {
  const slugs = new Set(selected.map(({ paths }) => paths.slug));
  const folder = join(root, "reports", "notebooks");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const [, slug, ending, writer] =
      /^(.+?)(\.run\.json|\.ipynb)(?:\.(\d+)-\w+\.tmp)?$/.exec(name) ?? [];
    if (slug === undefined || ending === undefined) continue;
    const gone =
      writer === undefined
        ? !slugs.has(slug) && !hasSource(root, join(folder, `${slug}.run.json`))
        : !isAlive(Number(writer));
    if (gone) rmSync(join(folder, name), { force: true });
  }
}

/** Whether the notebook that a record speaks of exists, though not in `notebooks/`. */
function hasSource(root: string, record: string): boolean {
  const source = readRecord(record)?.notebook;
  return source !== undefined && existsSync(resolve(root, source));
}
