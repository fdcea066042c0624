import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { InvalidInput } from "../numeric/invalid-input.js";
import { type NotebookPaths, notebookPaths, projectPath } from "./project.js";

/** A notebook that a command is about. */
export interface SelectedNotebook {
  readonly paths: NotebookPaths;
  /** Its path from the project's root: how messages and records name it. */
  readonly name: string;
}

/**
 * The notebooks that a command names, sorted by path; all in `notebooks/` when it names none.
 *
 * @param names - paths from the working directory or the root, or names without folder and ending
 * @throws InvalidInput when one does not exist, naming those that do, or when two share a name
 */
export function selectNotebooks(root: string, names: readonly string[]): SelectedNotebook[] {
  const folder = join(root, "notebooks");
  const all = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".ipynb"))
        .sort()
    : [];
  const found = names.length === 0 ? all.map((file) => join(folder, file)) : names.map(locate);
  const selected = [...new Set(found)].sort().map((source) => ({
    paths: notebookPaths(root, source),
    name: projectPath(root, source),
  }));
  selected.forEach(({ paths, name }, i) => {
    const twin = selected.slice(0, i).find((other) => other.paths.slug === paths.slug);
    if (twin) throw new InvalidInput(name, `shares the name of its report with ${twin.name}`);
  });
  return selected;

  function locate(name: string): string {
    const candidates = [resolve(name), resolve(root, name), join(folder, `${name}.ipynb`)];
    const path = candidates.find((each) => each.endsWith(".ipynb") && existsSync(each));
    if (path) return path;
    const known = all.map((file) => file.replace(/\.ipynb$/, "")).join(", ") || "none";
    throw new InvalidInput(name, `no such notebook; notebooks/ holds: ${known}`);
  }
}
