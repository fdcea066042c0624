import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  clearStamp,
  hashFolder,
  hashInputs,
  readStamp,
  writeStamp,
} from "../../src/publish/stamp.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ostia-stamp-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

describe("hashInputs", () => {
  it.each([
    "reports/notebooks/x.ipynb",
    "reports/notebooks/x.run.json",
    "reports/theme/page.css",
    "reports/_quarto.yml",
    "reports/references.bib",
    "datasets/published/claims.json",
    "package-lock.json",
  ])("changes with %s", (path) => {
    const before = hashInputs(root, "pandoc");
    write(path, "a");
    const after = hashInputs(root, "pandoc");
    expect(after).not.toBe(before);
    write(path, "b");
    expect(hashInputs(root, "pandoc")).not.toBe(after);
  });

  it("changes with the renderer and with the list of notebooks", () => {
    const before = hashInputs(root, "pandoc");
    expect(hashInputs(root, "quarto")).not.toBe(before);
    write("notebooks/x.ipynb", "{}");
    expect(hashInputs(root, "pandoc")).not.toBe(before);
  });

  it("does not change with what is made from the inputs", () => {
    const before = hashInputs(root, "pandoc");
    write("reports/index.qmd", "x");
    write("reports/_site/index.html", "x");
    write("reports/logs/x.json", "x");
    expect(hashInputs(root, "pandoc")).toBe(before);
  });
});

describe("hashFolder", () => {
  it("tells names, bytes and places apart", () => {
    const hashes = [
      ["a/x", "1"],
      ["a/y", "1"],
      ["a/x", "2"],
      ["a/b/x", "1"],
    ].map(([path, text], i) => {
      write(`${i}/${path}`, text!);
      return hashFolder(join(root, String(i)));
    });
    expect(new Set(hashes).size).toBe(4);
  });
});

describe("the stamp", () => {
  it("is read as it was written, and none is read that is missing, broken or cleared", () => {
    expect(readStamp(root)).toBeUndefined();
    writeStamp(root, { inputs: "i", site: "s" });
    expect(readStamp(root)).toEqual({ inputs: "i", site: "s" });
    write(".ostia/site.json", "{");
    expect(readStamp(root)).toBeUndefined();
    writeStamp(root, { inputs: "i", site: "s" });
    clearStamp(root);
    expect(readStamp(root)).toBeUndefined();
  });
});
