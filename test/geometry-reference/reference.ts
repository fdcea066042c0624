import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Folder of the reference values, with `meshes/` and `volumes/` beside the JSON files. */
export const REFERENCE_DIR: string =
  process.env.GEOMETRY_REFERENCE_DIR ?? "test/reference/geometry";

/** Folders of real data, in the order in which a file is looked for; the project holds a part. */
const DATA_DIRS: readonly string[] = [
  process.env.GEOMETRY_DATA_DIR ?? "../shared/data",
  "test/reference/data",
];

/** One number that is held against its reference. */
export interface Compared {
  readonly what: string;
  readonly got: number | boolean | string;
  readonly expected: number | boolean | string;
  readonly relative?: number; // tolerance, of |expected|
  readonly absolute?: number; // tolerance; exact where neither is given
}

/** A case of a family, made into numbers when it runs. */
export interface ReferenceCase {
  readonly name: string;
  /** Keys of the files it needs, `golden/…` or `data/open/…`; it is skipped by name where one is missing. */
  readonly files: readonly string[];
  readonly run: () => Promise<readonly Compared[]> | readonly Compared[];
}

/** One JSON file of reference values. */
export interface ReferenceFamily {
  readonly file: string;
  readonly cases: (json: never) => readonly ReferenceCase[];
}

/** Path of a reference key: `golden/<name>` in `meshes/` or `volumes/`, `data/open/<path>` among the real data. */
export function pathOf(key: string): string {
  const golden = /^golden\/(.+)$/.exec(key)?.[1];
  if (golden !== undefined) {
    const mesh = join(REFERENCE_DIR, "meshes", golden);
    return existsSync(mesh)
      ? mesh
      : join(REFERENCE_DIR, golden.startsWith("volumes/") ? "" : "volumes", golden);
  }
  const paths = DATA_DIRS.map((folder) => join(folder, key.replace(/^(?:data\/)?open\//, "")));
  return paths.find((path) => existsSync(path)) ?? paths[0]!;
}

/** A JSON file of the reference, or undefined where the folder has none of that name. */
export function readFamily(file: string): never | undefined {
  const path = join(REFERENCE_DIR, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as never) : undefined;
}

/** What is wrong with a number, in words; undefined when it is as it should be. */
export function faultOf({
  what,
  got,
  expected,
  relative = 0,
  absolute = 0,
}: Compared): string | undefined {
  if (typeof expected !== "number" || typeof got !== "number") {
    return Object.is(got, expected) ? undefined : `${what}: ${got}, expected ${expected}`;
  }
  const allowed = Math.max(relative * Math.abs(expected), absolute);
  return Math.abs(got - expected) <= allowed
    ? undefined
    : `${what}: ${got}, expected ${expected} ± ${allowed}`;
}
