import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { hashPath } from "./file-reads.js";
import { codeCells, type Notebook, readNotebook } from "./ipynb.js";
import type { Overrides } from "./overrides.js";
import { PACKAGE_ROOT } from "./project.js";
import type { DatasetHash, KeyParts, ParameterValue, RunRecord } from "./record.js";
import type { SelectedNotebook } from "./select.js";

/** Layers that a notebook can see, and the kernel that runs it; what publishes the outputs cannot change them. */
const LIBRARY = ["numeric", "data", "analysis", "geometry", "figures", "claims", "index.js"];
const KERNEL = ["notebook"];

/** SHA-256 of a text, hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Hashes that all notebooks of one run share. */
export interface SharedHashes {
  readonly library: string;
  readonly kernel: string;
  readonly lock: string;
}

/**
 * Hash of everything but the cells that a compiler's answers depend on: the kernel and lint, the types of the
 * library, the packages, and the version of Node, for which tslab compiles.
 */
export function compilerSetting({ kernel, lock }: SharedHashes): string {
  const types = hashFiles(join(PACKAGE_ROOT, "dist"), ["."], (path) => path.endsWith(".d.ts"));
  return sha256(JSON.stringify([kernel, lock, types, process.version]));
}

/** Hashes of the built library, of the kernel, and of the project's lock file. */
export function sharedHashes(root: string): SharedHashes {
  const dist = join(PACKAGE_ROOT, "dist");
  return {
    library: hashScripts(dist, LIBRARY),
    kernel: hashScripts(dist, KERNEL),
    lock: hashPath(join(root, "package-lock.json")),
  };
}

/** Everything in the entries but types: scripts, and what scripts read beside them. */
function hashScripts(dist: string, entries: readonly string[]): string {
  return hashFiles(dist, entries, (path) => !path.endsWith(".d.ts"));
}

function hashFiles(
  folder: string,
  entries: readonly string[],
  counts: (path: string) => boolean,
): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    const full = join(folder, path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    else if (stat && counts(path)) {
      hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
    }
  };
  for (const entry of entries) add(entry);
  return hash.digest("hex");
}

/**
 * What a notebook's outputs depend on.
 *
 * The kernel belongs to every key. The library belongs to the keys of the notebooks that import it.
 *
 * @param datasets - the files that its run read, with the hashes that count
 */
export function keyParts(
  notebook: Notebook,
  overrides: Overrides,
  datasets: readonly DatasetHash[],
  shared: SharedHashes,
): KeyParts {
  const cells = codeCells(notebook).map(({ source, tags }) => [source, tags]);
  const importsLibrary = cells.some(([source]) => /["']ostia(\/[\w-]+)*["']/.test(String(source)));
  const given = Object.entries(overrides).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    code: sha256(JSON.stringify(cells)),
    parameters: sha256(JSON.stringify(given)),
    datasets: sha256(JSON.stringify(datasets.map(({ path, sha256: hash }) => [path, hash]))),
    library: sha256(shared.kernel + (importsLibrary ? shared.library : "")),
    lock: shared.lock,
  };
}

/** The freshness key: SHA-256 over the parts. */
export function freshnessKey({ code, parameters, datasets, library, lock }: KeyParts): string {
  return sha256(JSON.stringify([code, parameters, datasets, library, lock]));
}

/** Whether a notebook's executed copy is what a run would give now, and if not, why. */
export interface NotebookStatus {
  readonly notebook: string;
  readonly fresh: boolean;
  /** What has changed, in words; empty when fresh. */
  readonly reasons: readonly string[];
  readonly record?: RunRecord;
}

/**
 * Compares a notebook with the record of its last run.
 *
 * @param overrides - parameters of the run in question; those of the last run when left out
 */
export function notebookStatus(
  root: string,
  { paths, name }: SelectedNotebook,
  shared: SharedHashes,
  overrides?: Overrides,
): NotebookStatus {
  const notebook = readNotebook(paths.source, name);
  const stale = (...reasons: string[]): NotebookStatus => ({
    notebook: name,
    fresh: false,
    reasons,
  });
  const record = readRecord(paths.record);
  if (!record || !existsSync(paths.executed)) return stale("has not been run");
  if (sha256(readFileSync(paths.executed)) !== record.outputSha256) {
    return stale("its executed copy was changed by hand or is incomplete");
  }
  const datasets = record.datasets.map(({ path }) => ({
    path,
    sha256: hashPath(resolve(root, path)),
  }));
  const used = overrides ?? recordedOverrides(record);
  const parts = keyParts(notebook, used, datasets, shared);
  if (freshnessKey(parts) === record.key) {
    return { notebook: name, fresh: true, reasons: [], record };
  }
  const reasons: string[] = [];
  if (parts.code !== record.parts.code) reasons.push("its code changed");
  if (parts.parameters !== record.parts.parameters) reasons.push("its parameters changed");
  record.datasets.forEach(({ path, sha256: before }, i) => {
    if (datasets[i]?.sha256 !== before) {
      reasons.push(`${path} ${existsSync(resolve(root, path)) ? "changed" : "is gone"}`);
    }
  });
  if (parts.library !== record.parts.library) reasons.push("the library changed");
  if (parts.lock !== record.parts.lock) reasons.push("the lock file changed");
  if (reasons.length === 0) reasons.push("its record was changed by hand");
  return { notebook: name, fresh: false, reasons, record };
}

/**
 * The overrides that parameters amount to: those whose value is not the default. So `--param level=0.95` is
 * no other run than one without it, where 0.95 is the default.
 */
export function recordedOverrides({
  parameters,
}: {
  readonly parameters: readonly ParameterValue[];
}): Overrides {
  const changed = parameters.filter(
    ({ value, default: usual }) => JSON.stringify(value) !== JSON.stringify(usual),
  );
  return Object.fromEntries(
    changed.map(({ name, value }) => [name, JSON.stringify(value)]), // "5" is text and 5 a number
  );
}

/** The record of a run, `undefined` where there is none that can be read. */
export function readRecord(path: string): RunRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(path, "utf8")) as RunRecord;
    const whole =
      record.schema === "ostia-run/1" &&
      typeof record.parts === "object" &&
      [record.parameters, record.datasets, record.cells].every(Array.isArray);
    return whole ? record : undefined;
  } catch {
    return undefined; // missing or torn: the notebook counts as not run
  }
}
