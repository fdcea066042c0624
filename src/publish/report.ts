import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../notebook/freshness.js";
import { notebookPaths } from "../notebook/project.js";
import type { DatasetHash, RunRecord } from "../notebook/record.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import { type ExecutedNotebook, readExecutedNotebook } from "./executed-notebook.js";

/** An executed notebook with the record of its run: what a page is made from. */
export interface Report extends ExecutedNotebook {
  readonly record: RunRecord;
}

/** A notebook that cannot be published, and why. */
export interface StaleNotebook {
  readonly notebook: string;
  readonly reason: string;
}

/** All reports of a project, and the executed notebooks that may not be published. */
export interface Reports {
  readonly reports: readonly Report[];
  readonly stale: readonly StaleNotebook[];
}

/**
 * Reads the executed notebooks of a project, by name.
 *
 * An executed copy counts as stale when its record is missing or does not describe these very bytes. A
 * copy whose notebook has been removed is no report any more.
 *
 * @param root - folder of the project
 * @throws InvalidInput when a file is no notebook or a cell of it failed
 */
export function readReports(root: string): Reports {
  const folder = join(root, "reports", "notebooks");
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const reports: Report[] = [];
  const stale: StaleNotebook[] = [];
  for (const name of names) {
    if (!name.endsWith(".ipynb")) continue;
    const notebook = `notebooks/${name}`;
    const paths = notebookPaths(root, notebook);
    if (!existsSync(paths.source)) continue;
    const executed = readExecutedNotebook(paths.executed);
    const record = readRecord(paths.record);
    if (!record) {
      stale.push({ notebook, reason: "there is no record of its run" });
    } else if (record.outputSha256 !== sha256(executed.bytes)) {
      stale.push({ notebook, reason: "the executed copy was changed after its run" });
    } else reports.push({ ...executed, record });
  }
  return { reports, stale };
}

function readRecord(path: string): RunRecord | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const record = JSON.parse(readFileSync(path, "utf8")) as RunRecord;
    return record.schema === "ostia-run/1" ? record : undefined;
  } catch (error) {
    throw new InvalidInput(path, `is not JSON: ${(error as Error).message}`);
  }
}

/**
 * The files that a cell's output comes from: those it read and those that the cells it builds on read.
 *
 * @param index - position of the cell among all cells, from 1
 */
export function datasetsOf(record: RunRecord, index: number): readonly DatasetHash[] {
  const cell = record.cells.find((entry) => entry.index === index);
  const upstream = new Set([index, ...(cell?.uses ?? [])]);
  const paths = new Set(
    record.cells.filter((entry) => upstream.has(entry.index)).flatMap(({ reads }) => reads),
  );
  return record.datasets.filter(({ path }) => paths.has(path));
}
