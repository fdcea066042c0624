import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../notebook/ipynb.js";
import { PACKAGE_ROOT } from "../notebook/project.js";

/** What a site was made from and what it was when it was finished. */
export interface Stamp {
  readonly inputs: string;
  readonly site: string;
}

/** Files and folders of a project that its site depends on, relative to its root. */
const INPUTS = [
  "reports/notebooks",
  "reports/theme",
  "reports/_quarto.yml",
  "reports/references.bib",
  "datasets/published",
  "package-lock.json",
];

/**
 * SHA-256 over everything that a site is made from: executed notebooks and their records, claims and studies,
 * theme, bibliography, the built library, the lock file and the renderer.
 *
 * @param renderer - what tells one renderer from another
 */
export function hashInputs(root: string, renderer: string): string {
  const hash = createHash("sha256").update(`${renderer}\0`);
  for (const input of INPUTS) addPath(hash, join(root, input), input);
  // A notebook that was removed takes its report with it.
  const notebooks = join(root, "notebooks");
  const sources = existsSync(notebooks) ? readdirSync(notebooks).sort() : [];
  hash.update(sources.filter((name) => name.endsWith(".ipynb")).join("\0"));
  addPath(hash, join(PACKAGE_ROOT, "dist"), "dist", /\.js$/);
  return hash.digest("hex");
}

/** SHA-256 over the names and bytes of all files of a folder; of nothing when it is missing. */
export function hashFolder(folder: string): string {
  const hash = createHash("sha256");
  addPath(hash, folder, "");
  return hash.digest("hex");
}

function addPath(
  hash: ReturnType<typeof createHash>,
  path: string,
  name: string,
  only: RegExp = /./,
): void {
  if (!existsSync(path)) return;
  const entries = listFiles(path);
  for (const entry of entries ?? [""]) {
    if (entries && !only.test(entry)) continue;
    hash
      .update(`${name}/${entry}\0`)
      .update(readFileSync(join(path, entry)))
      .update("\0");
  }
}

function listFiles(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(path.length + 1)
          .replaceAll("\\", "/"),
      )
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

function stampPath(root: string): string {
  return join(root, ".ostia", "site.json");
}

/** The stamp of the last finished site; none when there is none or it cannot be read. */
export function readStamp(root: string): Stamp | undefined {
  try {
    const { inputs, site } = JSON.parse(readFileSync(stampPath(root), "utf8")) as Partial<Stamp>;
    return typeof inputs === "string" && typeof site === "string" ? { inputs, site } : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the last site: from now until `writeStamp` no site counts as finished. */
export function clearStamp(root: string): void {
  rmSync(stampPath(root), { force: true });
}

/** Notes what the finished site was made from. */
export function writeStamp(root: string, stamp: Stamp): void {
  writeWhole(stampPath(root), `${JSON.stringify(stamp)}\n`);
}
