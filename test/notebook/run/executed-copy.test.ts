import { describe, expect, it } from "vitest";
import type { Notebook } from "../../../src/notebook/ipynb.js";
import type { RunRecord } from "../../../src/notebook/record.js";
import { refreshCopy, storedOutput, withOutputs } from "../../../src/notebook/run/executed-copy.js";

const metadata = { kernelspec: { name: "ostia" } };

function notebook(...cells: Notebook["cells"]): Notebook {
  return { nbformat: 4, nbformat_minor: 5, metadata, cells };
}

const text = { cell_type: "markdown", id: "m", metadata: {}, source: "# A\nb" } as const;
const cell = (source: string, label?: string) =>
  ({ cell_type: "code", id: source, metadata: label ? { label } : {}, source }) as const;

describe("storedOutput", () => {
  it("stores text as lines and pictures whole, the types in order", () => {
    const data = { "text/plain": "a\nb", "image/png": "iVBO\nRw0=", "image/svg+xml": "<svg>\n" };
    const stored = storedOutput({ output_type: "execute_result", execution_count: 3, data });
    expect(JSON.stringify(stored)).toBe(
      '{"data":{"image/png":"iVBO\\nRw0=","image/svg+xml":["<svg>\\n"],"text/plain":["a\\n","b"]},' +
        '"execution_count":3,"metadata":{},"output_type":"execute_result"}',
    );
  });

  it("stores a stream as lines and an error as it is", () => {
    expect(storedOutput({ output_type: "stream", name: "stdout", text: "a\nb\n" })).toEqual({
      name: "stdout",
      output_type: "stream",
      text: ["a\n", "b\n"],
    });
    const error = { output_type: "error", ename: "E", evalue: "v", traceback: ["t"] } as const;
    expect(storedOutput(error)).toEqual(error);
  });
});

describe("withOutputs", () => {
  it("writes the keys as Jupyter does, with no count for a cell that did not run", () => {
    const outputs = new Map([[2, { count: 1, outputs: [{ a: 1 }] }]]);
    const executed = withOutputs(notebook(text, cell("1"), cell("2")), outputs);
    expect(JSON.stringify(executed)).toBe(
      JSON.stringify({
        cells: [
          { cell_type: "markdown", id: "m", metadata: {}, source: ["# A\n", "b"] },
          {
            cell_type: "code",
            execution_count: 1,
            id: "1",
            metadata: {},
            outputs: [{ a: 1 }],
            source: ["1"],
          },
          {
            cell_type: "code",
            execution_count: null,
            id: "2",
            metadata: {},
            outputs: [],
            source: ["2"],
          },
        ],
        metadata: {
          kernelspec: { name: "ostia" },
          language_info: {
            file_extension: ".ts",
            mimetype: "text/typescript",
            name: "typescript",
          },
        },
        nbformat: 4,
        nbformat_minor: 5,
      }),
    );
  });
});

describe("refreshCopy", () => {
  it("brings outputs and trace to where the cells stand now", () => {
    const executed = notebook(
      text,
      { ...cell("1", "old"), execution_count: 1, outputs: ["one"] },
      { ...cell("2"), execution_count: 2, outputs: ["two"] },
    );
    const record = {
      cells: [
        { index: 2, label: "old", reads: ["datasets/a.csv"], uses: [] },
        { index: 3, reads: [], uses: [2] },
      ],
    } as unknown as RunRecord;
    const now = notebook(cell("1", "new"), text, text, cell("2"));
    const { text: refreshed, cells } = refreshCopy(now, executed, record);
    const written = JSON.parse(refreshed).cells;
    expect(written[0]).toMatchObject({ outputs: ["one"], execution_count: 1 });
    expect(written[0].metadata).toEqual({ label: "new" });
    expect(written[3]).toMatchObject({ outputs: ["two"], execution_count: 2 });
    expect(cells).toEqual([
      { index: 1, label: "new", reads: ["datasets/a.csv"], uses: [] },
      { index: 4, reads: [], uses: [1] },
    ]);
  });
});
