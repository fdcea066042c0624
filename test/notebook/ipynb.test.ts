import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  codeCells,
  notebookLines,
  notebookText,
  readNotebook,
  writeWhole,
} from "../../src/notebook/ipynb.js";
import { InvalidInput } from "../../src/numeric/invalid-input.js";
import { code, markdown, notebookJson } from "./project.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ostia-ipynb-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  const path = join(folder, "n.ipynb");
  writeFileSync(path, content);
  return path;
}

describe("readNotebook", () => {
  it("joins the lines of a source and keeps what it does not know", () => {
    const json = { ...notebookJson([code("a\nb")]), extra: 1 };
    const notebook = readNotebook(file(JSON.stringify(json)));
    expect(notebook.cells[1]?.source).toBe("a\nb");
    expect(notebook.cells[1]?.outputs).toEqual([]);
    expect(notebook.extra).toBe(1);
  });

  it("takes a source that is one string", () => {
    const json = JSON.stringify(notebookJson([])).replace(
      /"source":\[[^\]]*\]/,
      '"source":"a\\nb"',
    );
    expect(readNotebook(file(json)).cells[0]?.source).toBe("a\nb");
  });

  it.each([
    ["", "is not JSON"],
    ["print(1)", "is not JSON"],
    ["[]", "is no Jupyter notebook of format 4"],
    ['{"nbformat": 3, "worksheets": []}', "nbformat"],
    [JSON.stringify(notebookJson([], "python3")), 'asks for the kernel "python3"; expected'],
    [JSON.stringify({ ...notebookJson([]), cells: [{ cell_type: "heading" }] }), "cells.0"],
  ])("refuses %j by name", (content, message) => {
    const path = file(content);
    expect(() => readNotebook(path, "notebooks/n.ipynb")).toThrow(InvalidInput);
    expect(() => readNotebook(path, "notebooks/n.ipynb")).toThrow(/^notebooks\/n\.ipynb: /);
    expect(() => readNotebook(path)).toThrow(message);
  });

  it("says that a file is missing", () => {
    expect(() => readNotebook(join(folder, "none.ipynb"), "none.ipynb")).toThrow(
      "none.ipynb: cannot be read: ENOENT",
    );
  });
});

describe("codeCells", () => {
  it("counts all cells for readers and cells with code for Jupyter", () => {
    const json = notebookJson([markdown("x"), code("1"), code(" \n"), code("2", { label: "two" })]);
    const cells = codeCells(readNotebook(file(JSON.stringify(json))));
    expect(cells).toEqual([
      { index: 3, count: 1, label: undefined, tags: [], source: "1" },
      { index: 5, count: 2, label: "two", tags: [], source: "2" },
    ]);
  });
});

describe("notebookLines", () => {
  it.each([
    ["", []],
    ["a", ["a"]],
    ["a\n", ["a\n"]],
    ["\n\na\nb", ["\n", "\n", "a\n", "b"]],
  ])("splits %j", (text, lines) => {
    expect(notebookLines(text)).toEqual(lines);
  });
});

describe("writeWhole", () => {
  it("replaces a file and leaves nothing beside it", () => {
    const path = join(folder, "deep", "n.ipynb");
    writeWhole(path, "old");
    writeWhole(path, notebookText({ a: 1 }));
    expect(readFileSync(path, "utf8")).toBe('{\n "a": 1\n}\n');
    expect(readdirSync(join(folder, "deep"))).toEqual(["n.ipynb"]);
  });

  it("leaves nothing beside a file that cannot be replaced", () => {
    writeWhole(join(folder, "taken", "inside"), "x");
    expect(() => writeWhole(join(folder, "taken"), "y")).toThrow();
    expect(readdirSync(folder)).toEqual(["taken"]);
  });
});
