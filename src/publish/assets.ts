import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PACKAGE_ROOT } from "../notebook/project.js";
import type { Page } from "./page.js";
import type { Report } from "./report.js";

/** A file that pages refer to, by its name in `assets/`. */
export interface Asset {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Endings of the theme's files that pages load; the others are for the renderers. */
const LOADED = /\.(css|js|svg)$/;

/**
 * Style sheets, script, mark and fonts of the theme, images that web pages show, and the notebooks to
 * download; sorted by name.
 */
export function collectAssets(
  root: string,
  reports: readonly Report[],
  pages: readonly Page[],
): readonly Asset[] {
  const theme = join(root, "reports", "theme");
  const files = readdirSync(theme)
    .filter((name) => LOADED.test(name))
    .map((name): Asset => ({ name, bytes: readFileSync(join(theme, name)) }));
  const notebooks = reports.map(({ slug, bytes }): Asset => ({ name: `${slug}.ipynb`, bytes }));
  const images = pages
    .flatMap(({ figures }) => figures)
    .filter(({ path }) => path.startsWith("assets/"))
    .map(({ path, bytes }): Asset => ({ name: path.slice("assets/".length), bytes }));
  return [...files, ...fonts(files), ...images, ...notebooks].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

/** A file of the typeface Source Sans 3. */
export function fontFile(name: string): Uint8Array {
  return readFileSync(join(fontFolder(), "files", name));
}

function fontFolder(): string {
  const fromPackage = createRequire(join(PACKAGE_ROOT, "package.json"));
  return dirname(fromPackage.resolve("@fontsource/source-sans-3/package.json"));
}

function fonts(files: readonly Asset[]): readonly Asset[] {
  const css = files.filter(({ name }) => name.endsWith(".css"));
  const names = css.flatMap(({ bytes }) =>
    [
      ...Buffer.from(bytes)
        .toString("utf8")
        .matchAll(/url\("([^"/]+\.woff2)"\)/g),
    ].map((match) => match[1]!),
  );
  const licence: Asset = {
    name: "source-sans-3-LICENSE.txt",
    bytes: readFileSync(join(fontFolder(), "LICENSE")),
  };
  const unique = [...new Set(names)];
  if (unique.length === 0) return [];
  return [...unique.map((name): Asset => ({ name, bytes: fontFile(name) })), licence];
}
