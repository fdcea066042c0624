import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "@tslab/typescript-for-tslab";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../src/notebook/project.js";
import {
  bibliography,
  citedKeys,
  exportedDeclarations,
  filesBelow,
  isDocumented,
  moduleUses,
  otherCode,
  packageOf,
  parseFile,
  readText,
  walk,
} from "./source-files.js";

/** Layers from the bottom; those in one row never meet. */
const LAYERS = [
  ["numeric"],
  ["data", "analysis", "geometry"],
  ["figures", "claims", "exchange"],
  ["notebook"],
  ["publish"],
  ["cli"],
];
const LONGEST = 300; // lines

const sources = filesBelow("src", /\.ts$/).map(parseFile);
const others = otherCode();

/** `src/data/csv.ts` is of the layer data; what stands in src/ itself is what notebooks import. */
function layerOf(path: string): string {
  const [, folder, ...rest] = path.split("/");
  return rest.length === 0 ? "entry" : folder!;
}

function levelOf(layer: string): number {
  return layer === "entry" ? LAYERS.length : LAYERS.findIndex((row) => row.includes(layer));
}

describe("src/", () => {
  it("has the layers of the design and no other", () => {
    const layers = new Set(sources.map(({ path }) => layerOf(path)));
    expect([...layers].filter((layer) => levelOf(layer) < 0)).toEqual([]);
    expect(LAYERS.flat().filter((layer) => !layers.has(layer))).toEqual([]);
  });

  it("imports downwards only, and siblings never meet", () => {
    const upward = sources.flatMap((file) =>
      moduleUses(file)
        .filter(({ name }) => name.startsWith("."))
        .map(({ name }) => join(dirname(file.path), name))
        .filter((target) => {
          const [from, to] = [layerOf(file.path), layerOf(target)];
          return from !== to && levelOf(to) >= levelOf(from);
        })
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it("imports each outside package in one file", () => {
    const importers = new Map<string, Set<string>>();
    for (const file of sources) {
      for (const { name, how } of moduleUses(file)) {
        const outside = packageOf(name);
        if (outside === undefined || how === "lookup") continue;
        importers.set(outside, (importers.get(outside) ?? new Set()).add(file.path));
      }
    }
    const several = [...importers].filter(([, files]) => files.size > 1);
    expect(several.map(([name, files]) => [name, ...files])).toEqual([]);
  });

  it("asks neither chance, nor the clock, nor the locale", () => {
    const found: string[] = [];
    for (const file of sources) {
      walk(file, (node) => {
        const text = node.getText().replace(/\s/g, "");
        const asks =
          (ts.isPropertyAccessExpression(node) &&
            (["Math.random", "Date.now"].includes(text) ||
              /^(toLocale\w*|localeCompare)$/.test(node.name.text))) ||
          (ts.isNewExpression(node) && text.startsWith("newDate") && !node.arguments?.length) ||
          (ts.isCallExpression(node) && text === "Date()") ||
          (ts.isIdentifier(node) && text === "Intl");
        if (asks) found.push(`${file.path}: ${text}`);
      });
    }
    expect(found).toEqual([]);
  });

  it("has a doc comment on every export", () => {
    const bare = sources.flatMap((file) =>
      exportedDeclarations(file)
        .filter(({ node }) => !isDocumented(file, node))
        .map(({ name }) => `${file.path}: ${name}`),
    );
    expect(bare).toEqual([]);
  });

  it("names sources that reports/references.bib has", () => {
    const keys = bibliography();
    const unknown = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:@source\s.*?|\/\/ )(\[@[^\]]+\])/g)]
        .flatMap(([, cited]) => citedKeys(cited!))
        .filter((key) => !keys.includes(key))
        .map((key) => `${path}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe("notebooks/", () => {
  it("cite sources that reports/references.bib has", () => {
    const keys = bibliography();
    const unknown = filesBelow("notebooks", /\.ipynb$/).flatMap((path) =>
      [...readText(path).matchAll(/\[[^\]]*@[^\]]+\]/g)]
        .flatMap(([cited]) => citedKeys(cited))
        .filter((key) => !keys.includes(key))
        .map((key) => `${path}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it("are stored without outputs and ask for our kernel", () => {
    for (const path of filesBelow("notebooks", /\.ipynb$/)) {
      const { cells, metadata } = JSON.parse(readText(path));
      expect(metadata.kernelspec.name, path).toBe("ostia");
      for (const { cell_type, outputs, execution_count } of cells) {
        if (cell_type === "code") expect([outputs, execution_count], path).toEqual([[], null]);
      }
    }
  });
});

describe("reports/references.bib", () => {
  it("has each key once", () => {
    const keys = bibliography();
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(keys.length).toBeGreaterThan(10);
  });
});

describe("every file of code", () => {
  it(`has at most ${LONGEST} lines`, () => {
    const long = [...sources.map(({ path }) => path), ...others]
      .map((path) => ({ path, lines: readText(path).trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it("has a name in kebab-case", () => {
    const named = [...sources.map(({ path }) => path), ...others].filter(
      (path) => !path.split("/").every((part) => /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(part)),
    );
    expect(named).toEqual([]);
  });

  it("is tested where its path says", () => {
    const astray = filesBelow("test", /\.test\.ts$/)
      .filter((path) => path.split("/").length > 2 && !/^test\/(browser|notebooks)\//.test(path))
      .filter((path) => {
        const [, layer, ...rest] = path.replace(/\.test\.ts$/, "").split("/");
        const place = layer === "scripts" ? join(layer, ...rest) : join("src", layer!, ...rest);
        const exists = (name: string): boolean => existsSync(join(PACKAGE_ROOT, name));
        return !exists(`${place}.ts`) && !exists(`${place}.mjs`) && !exists(dirname(place));
      });
    expect(astray).toEqual([]);
  });
});
