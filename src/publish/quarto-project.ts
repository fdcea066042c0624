import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeWhole } from "../notebook/ipynb.js";
import type { Asset } from "./assets.js";
import type { Page } from "./page.js";

const MARK = "# Made by `ostia report`: change the notebook, not this file.";

/**
 * Writes the Quarto project below `reports/`: one `.qmd` a page, the images that formats without inline
 * drawings use, and what pages load. Pages of reports that are gone are removed; files that somebody else
 * wrote stay.
 */
export function writeQuartoProject(
  root: string,
  pages: readonly Page[],
  assets: readonly Asset[],
): void {
  const folder = join(root, "reports");
  const names = new Set(pages.map(({ slug }) => `${slug}.qmd`));
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith(".qmd"))) {
    if (!names.has(name) && isOurs(join(folder, name))) rmSync(join(folder, name));
  }
  for (const { slug, markdown } of pages) {
    writeWhole(join(folder, `${slug}.qmd`), markdown.replace(/^---\n/, `---\n${MARK}\n`));
  }
  const figures = pages
    .flatMap((page) => page.figures)
    .filter(({ path }) => path.startsWith("_figures/"))
    .map(({ path, bytes }): Asset => ({ name: path.slice("_figures/".length), bytes }));
  replaceFolder(join(folder, "_figures"), figures);
  replaceFolder(join(folder, "assets"), assets);
}

/** Makes a folder hold these files and no others. */
export function replaceFolder(folder: string, files: readonly Asset[]): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

function isOurs(path: string): boolean {
  return readFileSync(path, "utf8").startsWith(`---\n${MARK}\n`);
}
