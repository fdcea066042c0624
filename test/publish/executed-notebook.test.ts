import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readExecutedNotebook } from "../../src/publish/executed-notebook.js";

const FIXTURES = resolve(import.meta.dirname, "fixtures", "notebooks");
const folder = mkdtempSync(join(tmpdir(), "ostia-executed-"));
afterAll(() => rmSync(folder, { recursive: true }));

function notebook(cells: readonly object[], name: string = "x.ipynb"): string {
  const path = join(folder, name);
  const metadata = { kernelspec: { name: "ostia", display_name: "Ostia" } };
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }));
  return path;
}

const FRONT = { cell_type: "raw", metadata: {}, source: "---\ntitle: T\ndescription: D\n---" };
const code = (outputs: readonly object[], metadata: object = {}): object => ({
  cell_type: "code",
  metadata,
  source: "x",
  outputs,
});

describe("readExecutedNotebook", () => {
  it("reads front matter, cells with their options, and the answer", () => {
    const read = readExecutedNotebook(join(FIXTURES, "ripley-2016.ipynb"));
    expect(read.slug).toBe("ripley-2016");
    expect(read.frontMatter.study).toBe("ripley-2016");
    expect(read.answer).toMatch(/^Light found \*\*6 of 9\*\*/);
    expect(read.cells[9]).toMatchObject({
      index: 10,
      label: "fig-accuracy",
      caption: "Accuracy with 95 % intervals; *n* = 16.",
      echo: true,
    });
    expect(read.cells[9]?.alt).toMatch(/^Three horizontal intervals/);
  });

  it("joins printed text that came in pieces and takes its colours out", () => {
    const stream = (text: string[]): object => ({ output_type: "stream", name: "stdout", text });
    const path = notebook([FRONT, code([stream(["a\n", "b"]), stream(["\u001b[31mc\u001b[0m"])])]);
    expect(readExecutedNotebook(path).cells[1]?.outputs).toEqual([
      { kind: "stream", text: "a\nbc" },
    ]);
  });

  it("refuses a notebook in which a cell failed, naming the cell", () => {
    const error = { output_type: "error", ename: "TypeError", evalue: "no", traceback: [] };
    expect(() => readExecutedNotebook(notebook([FRONT, code([error])]))).toThrow(
      "x.ipynb, cell 2: failed when it was run: TypeError: no",
    );
  });

  it("refuses a notebook without front matter", () => {
    expect(() => readExecutedNotebook(notebook([code([])]))).toThrow("front matter in a raw cell");
  });

  it("refuses outputs of a type that it does not know", () => {
    const path = notebook([FRONT, code([{ output_type: "hologram" }])]);
    expect(() => readExecutedNotebook(path)).toThrow('unknown type "hologram"');
  });
});
