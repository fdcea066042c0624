import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the installed `ostia` package, the one that holds `dist/`. */
export const PACKAGE_ROOT: string = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Version of the installed `ostia` package. */
export const OSTIA_VERSION: string = JSON.parse(
  readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8"),
).version;

/**
 * The project that a folder belongs to: its nearest ancestor that holds both `package.json` and
 * `notebooks/`, else the package itself.
 *
 * @param from - an absolute path of a folder
 */
export function findProjectRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "notebooks"))) {
      return folder;
    }
    if (dirname(folder) === folder) return PACKAGE_ROOT;
  }
}

/** A path as it is printed and stored: relative to the root with forward slashes, absolute outside it. */
export function projectPath(root: string, path: string): string {
  const inside = relative(root, resolve(root, path));
  const outside = inside === ".." || inside.startsWith(`..${sep}`);
  return (outside ? resolve(root, path) : inside).split(sep).join("/");
}

/** Where a notebook and what is made of it stand. */
export interface NotebookPaths {
  /** Name of the notebook without folder and ending; also that of its report. */
  readonly slug: string;
  /** The notebook itself, without outputs. */
  readonly source: string;
  /** The copy with outputs. */
  readonly executed: string;
  /** What the copy was made from: see `RunRecord`. */
  readonly record: string;
  /** Seconds per cell and memory, which differ from run to run. */
  readonly log: string;
}

/** Paths that belong to the notebook at `source` in the project at `root`. */
export function notebookPaths(root: string, source: string): NotebookPaths {
  const slug = basename(source).replace(/\.ipynb$/, "");
  return {
    slug,
    source: resolve(root, source),
    executed: join(root, "reports", "notebooks", `${slug}.ipynb`),
    record: join(root, "reports", "notebooks", `${slug}.run.json`),
    log: join(root, "reports", "logs", `${slug}.json`),
  };
}
