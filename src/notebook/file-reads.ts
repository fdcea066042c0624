import { createHash } from "node:crypto";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { PACKAGE_ROOT, projectPath } from "./project.js";
import type { DatasetHash } from "./record.js";

/** Which files the cells of this process have read. */
export interface FileReads {
  /** Reads from now on belong to this cell; 0 stops recording. */
  enterCell(index: number): void;
  /** Paths that a cell read, from the project's root, sorted. */
  ofCell(index: number): string[];
  /** Every file read so far with its SHA-256 before the first read, by path. */
  hashes(): DatasetHash[];
}

const RECORDER = Symbol.for("ostia.reads");

/** The recorder of this process, or `undefined` outside a kernel. */
export function fileReads(): FileReads | undefined {
  return (globalThis as Record<symbol, unknown>)[RECORDER] as FileReads | undefined;
}

/**
 * Records every file that a cell reads, whatever function reads it: a notebook may call `readTable`, a
 * package of its own, or `node:fs`, and its freshness key must hold the file in each case.
 *
 * Node's own functions are wrapped. A file is hashed before its first read, so that one which changes while
 * the notebook runs leaves the run stale. The code of packages and of the library is no data and is left
 * out; a folder that is listed counts by the names in it, so that a file which is added is noticed.
 *
 * @param root - the project's root; files outside it are recorded by absolute path
 */
export function recordFileReads(root: string): FileReads {
  const byCell = new Map<number, Set<string>>();
  const hashes = new Map<string, string>();
  let current = 0;
  const code = [resolve(PACKAGE_ROOT, "dist"), resolve(PACKAGE_ROOT, "package.json")];

  /** Does something that reads files itself and counts for no cell. */
  function unrecorded<T>(work: () => T): T {
    const cell = current;
    current = 0;
    try {
      return work();
    } finally {
      current = cell;
    }
  }

  function note(path: unknown): void {
    if (current === 0) return;
    const text = path instanceof URL ? fileURLToPath(path) : path;
    if (typeof text !== "string" && !Buffer.isBuffer(text)) return; // a descriptor: noted when opened
    const absolute = resolve(text.toString());
    if (absolute.includes(`${sep}node_modules${sep}`)) return;
    if (code.some((place) => absolute === place || absolute.startsWith(place + sep))) return;
    const name = projectPath(root, absolute);
    const reads = byCell.get(current) ?? new Set();
    byCell.set(current, reads.add(name));
    if (!hashes.has(name))
      hashes.set(
        name,
        unrecorded(() => hashPath(absolute)),
      );
  }

  /** A folder and, where the listing goes down, the folders below it. */
  function noteListing(path: unknown, options: unknown): void {
    note(path);
    if (current === 0 || !(options as { recursive?: unknown } | undefined)?.recursive) return;
    for (const folder of unrecorded(() => foldersBelow(path as fs.PathLike))) note(folder);
  }

  type Wrapped = Record<string, (...args: unknown[]) => unknown>;
  const wrap = (target: object, names: readonly string[], before: (args: unknown[]) => void) => {
    const functions = target as Wrapped;
    for (const name of names) {
      const original = functions[name]!;
      functions[name] = function (this: unknown, ...args: unknown[]): unknown {
        before(args);
        return original.apply(this, args);
      };
    }
  };
  const noteRead = ([path, options]: unknown[]): void => {
    if (isRead(flagOf(options))) note(path);
  };
  const noteOpen = ([path, flags]: unknown[]): void => {
    if (isRead(typeof flags === "function" ? undefined : flags)) note(path);
  };
  const noteList = ([path, options]: unknown[]): void => noteListing(path, options);
  wrap(fs, ["readFileSync", "readFile", "createReadStream"], noteRead);
  wrap(fs, ["openSync", "open"], noteOpen);
  wrap(fs, ["readdirSync", "readdir", "opendirSync", "opendir"], noteList);
  wrap(fs.promises, ["readFile"], noteRead);
  wrap(fs.promises, ["open"], noteOpen);
  wrap(fs.promises, ["readdir", "opendir"], noteList);
  syncBuiltinESMExports();

  const reads: FileReads = {
    enterCell: (index) => {
      current = index;
    },
    ofCell: (index) => [...(byCell.get(index) ?? [])].sort(),
    hashes: () => {
      // A cell that lists the files shows something of each: its trace names them all.
      if (current !== 0 && hashes.size > 0) byCell.set(current, new Set(hashes.keys()));
      const sorted = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
      return sorted.map(([path, sha256]) => ({ path, sha256 }));
    },
  };
  (globalThis as Record<symbol, unknown>)[RECORDER] = reads;
  return reads;
}

/** Whether a file opened with these flags gives what stood in it; files do, unless flags say otherwise. */
function isRead(flags: unknown): boolean {
  const { O_WRONLY, O_TRUNC } = fs.constants;
  if (typeof flags === "number") return (flags & (O_WRONLY | O_TRUNC)) === 0;
  return typeof flags !== "string" || /r|a.*\+/.test(flags);
}

function flagOf(options: unknown): unknown {
  if (typeof options !== "object" || options === null) return undefined;
  const { flag, flags } = options as { flag?: unknown; flags?: unknown };
  return flag ?? flags;
}

function foldersBelow(path: fs.PathLike): string[] {
  try {
    return fs
      .readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return []; // the cell's own listing meets the trouble
  }
}

/** SHA-256 of a file's bytes, of the sorted names in a folder, or of nothing where nothing can be read. */
export function hashPath(path: string): string {
  const hash = createHash("sha256");
  try {
    const stat = fs.statSync(path);
    if (stat.isDirectory()) hash.update(fs.readdirSync(path).sort().join("\0"));
    else if (stat.isFile()) hashFile(path, hash);
  } catch {
    return createHash("sha256").digest("hex");
  }
  return hash.digest("hex");
}

/** Feeds a file to a hash by the megabyte: a CT need not fit into memory twice. */
function hashFile(path: string, hash: ReturnType<typeof createHash>): void {
  const file = fs.openSync(path, "r");
  try {
    const chunk = Buffer.allocUnsafe(1 << 20);
    for (let read = fs.readSync(file, chunk); read > 0; read = fs.readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    fs.closeSync(file);
  }
}
