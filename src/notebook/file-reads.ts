import { createHash } from "node:crypto";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { PACKAGE_ROOT, projectPath } from "./project.js";
import type { DatasetHash } from "./record.js";

/** Which files the cells of this process have read. */
export interface FileReads {
  /** Reads from now on belong to this cell; 0 stops recording. */
  enterCell(index: number): void;
  /** Paths that a cell read, from the project's root, sorted. */
  ofCell(index: number): string[];
  /** Every file read so far with its SHA-256, by path. */
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
 * Node's own functions are wrapped. The code of packages and of the library is no data and is left out; a
 * folder that is listed counts by the names in it, so that a file which is added is noticed.
 *
 * @param root - the project's root; files outside it are recorded by absolute path
 */
export function recordFileReads(root: string): FileReads {
  const byCell = new Map<number, Set<string>>();
  let current = 0;
  const code = [resolve(PACKAGE_ROOT, "dist"), resolve(PACKAGE_ROOT, "package.json")];

  function note(path: unknown): void {
    if (current === 0) return;
    const text = path instanceof URL ? fileURLToPath(path) : path;
    if (typeof text !== "string" && !Buffer.isBuffer(text)) return; // a descriptor: noted when opened
    const absolute = resolve(text.toString());
    if (absolute.includes(`${sep}node_modules${sep}`)) return;
    if (code.some((place) => absolute === place || absolute.startsWith(place + sep))) return;
    const reads = byCell.get(current) ?? new Set();
    byCell.set(current, reads.add(projectPath(root, absolute)));
  }

  const isRead = (flags: unknown): boolean =>
    flags === undefined || (typeof flags === "number" ? (flags & 3) === 0 : flags === "r");
  const flagOf = (options: unknown): unknown =>
    typeof options === "object" && options !== null
      ? ((options as { flag?: unknown; flags?: unknown }).flag ??
        (options as { flags?: unknown }).flags)
      : undefined;

  type Wrapped = Record<string, (...args: unknown[]) => unknown>;
  const wrap = (target: object, name: string, flags: (args: unknown[]) => unknown): void => {
    const functions = target as Wrapped;
    const original = functions[name]!;
    functions[name] = function (this: unknown, ...args: unknown[]): unknown {
      if (isRead(flags(args))) note(args[0]);
      return original.apply(this, args);
    };
  };
  const always = (): undefined => undefined;
  for (const name of ["readFileSync", "readFile", "createReadStream"]) {
    wrap(fs, name, (args) => flagOf(args[1]));
  }
  for (const name of ["openSync", "open"]) {
    wrap(fs, name, (args) => (typeof args[1] === "function" ? undefined : args[1]));
  }
  for (const name of ["readdirSync", "readdir", "opendirSync", "opendir"]) wrap(fs, name, always);
  wrap(fs.promises, "readFile", (args) => flagOf(args[1]));
  wrap(fs.promises, "open", (args) => args[1]);
  for (const name of ["readdir", "opendir"]) wrap(fs.promises, name, always);
  syncBuiltinESMExports();

  const reads: FileReads = {
    enterCell: (index) => {
      current = index;
    },
    ofCell: (index) => [...(byCell.get(index) ?? [])].sort(),
    hashes: () => {
      const cell = current;
      current = 0; // hashing reads too
      const paths = [...new Set([...byCell.values()].flatMap((set) => [...set]))].sort();
      const hashes = paths.map((path) => ({ path, sha256: hashPath(resolve(root, path)) }));
      current = cell;
      return hashes;
    },
  };
  (globalThis as Record<symbol, unknown>)[RECORDER] = reads;
  return reads;
}

/** SHA-256 of a file's bytes, of the sorted names in a folder, or of nothing where nothing stands. */
export function hashPath(path: string): string {
  const hash = createHash("sha256");
  const stat = fs.statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) hash.update(fs.readdirSync(path).sort().join("\0"));
  else if (stat) hashFile(path, hash);
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
