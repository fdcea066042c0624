import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../src/notebook/project.js";
import {
  exportedNames,
  filesBelow,
  moduleUses,
  otherCode,
  packageOf,
  parseFile,
  readText,
} from "./source-files.js";

const sources = filesBelow("src", /\.ts$/).map(parseFile);
const manifest = JSON.parse(readText("package.json"));

describe("package.json", () => {
  const entries: string[] = Object.keys(manifest.exports).map((key) => key.replace(/^\.\/?/, ""));

  it("tells Node and tslab of the same entry points", () => {
    for (const entry of entries) {
      const built = `./dist/${entry === "" ? "" : `${entry}/`}index`;
      expect(manifest.exports[entry === "" ? "." : `./${entry}`]).toEqual({
        types: `${built}.d.ts`,
        default: `${built}.js`,
      });
      if (entry !== "") expect(manifest.typesVersions["*"][entry]).toEqual([`${built}.d.ts`]);
    }
    expect(manifest.types).toBe(manifest.exports["."].types);
    expect(Object.keys(manifest.typesVersions["*"])).toEqual(entries.filter((e) => e !== ""));
  });

  it("gives notebooks the names in test/public-surface.json (vitest -u writes a change)", async () => {
    const names = exportedNames(
      entries.map((entry) => (entry === "" ? "src/index.ts" : `src/${entry}/index.ts`)),
    );
    const surface = Object.fromEntries(
      entries.map((entry, i) => [entry === "" ? "ostia" : `ostia/${entry}`, names[i]]),
    );
    await expect(`${JSON.stringify(surface, null, 2)}\n`).toMatchFileSnapshot(
      "public-surface.json",
    );
  });

  const declared = {
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  };

  it("declares every package that src/ imports, for use and not for development", () => {
    const available = { ...manifest.dependencies, ...manifest.optionalDependencies };
    const used = new Set(
      sources.flatMap((file) => moduleUses(file).flatMap(({ name }) => packageOf(name) ?? [])),
    );
    expect([...used].filter((name) => !(name in available))).toEqual([]);
  });

  it("pins every package to one version", () => {
    const loose = Object.entries(declared).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });

  it("declares nothing that is neither imported nor run", () => {
    const files = [...sources, ...otherCode().map(parseFile)];
    const used = new Set(
      files.flatMap((file) => moduleUses(file).flatMap(({ name }) => packageOf(name) ?? [])),
    );
    // Programs are run by their path in node_modules, files of fonts and styles found by theirs.
    const strings = files.map(({ text }) => text).join("\n") + JSON.stringify(manifest.scripts);
    const idle = Object.keys(declared).filter((name) => {
      const inPath = [`"${name}/`, `/${name}/`, `"${name}", "`, `.bin/${name.split("/").at(-1)}`];
      return (
        !used.has(name) &&
        !name.startsWith("@types/") &&
        !inPath.some((path) => strings.includes(path))
      );
    });
    expect(idle).toEqual([]);
  });

  it("has every package and its licence in the README's table", () => {
    const rows = licenceRows();
    const untold = Object.keys(declared).filter((name) => {
      const row = rows.find(({ packages }) => packages.some((pattern) => matches(name, pattern)));
      const path = join(PACKAGE_ROOT, "node_modules", name, "package.json");
      if (!row) return true;
      if (!existsSync(path)) return !(name in (manifest.optionalDependencies ?? {}));
      const { license, licenses } = JSON.parse(readFileSync(path, "utf8"));
      const told = row.licence.split(/, | or |parts /);
      return !String(license ?? licenses[0].type)
        .split(/ AND | OR |[()]/)
        .filter((one) => one !== "")
        .every((one) => told.includes(one));
    });
    expect(untold).toEqual([]);
  });
});

describe("committed files", () => {
  it.runIf(existsSync(join(PACKAGE_ROOT, ".git")))("name no package registry", () => {
    const git = (...args: string[]): string =>
      execFileSync("git", args, { cwd: PACKAGE_ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
    const files = git("ls-files", "-z")
      .split("\0")
      .filter((path) => path !== "");
    const naming = files.filter((path) => {
      if (!existsSync(join(PACKAGE_ROOT, path))) return false;
      const text = readFileSync(join(PACKAGE_ROOT, path), "latin1");
      return /https?:\/\/[\w.-]*(registry|npmjs|npmmirror|artifactory)[\w.-]*/i.test(text);
    });
    expect(naming).toEqual([]);
    expect(readText("package-lock.json")).not.toMatch(/"resolved": "[a-z+]+:/);
  });
});

function licenceRows(): { packages: string[]; licence: string }[] {
  const [, section = ""] = readText("README.md").split("## Licences of the parts");
  return [...section.matchAll(/^\| (.+?) \| .*? \| (.+?) \|$/gm)].map(([, packages, licence]) => ({
    packages: packages!.split(", ").map((name) => name.replace(" (optional)", "")),
    licence: licence!,
  }));
}

function matches(name: string, pattern: string): boolean {
  return pattern.endsWith("/*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
