import { describe, expect, it } from "vitest";
import type { Notebook } from "../../src/notebook/ipynb.js";
import { applyParameters } from "../../src/notebook/parameters.js";
import { code, notebookJson, parameters, type TestCell } from "./project.js";

function notebook(...cells: TestCell[]): Notebook {
  const json = notebookJson(cells) as { cells: { source: string[] }[] };
  const joined = json.cells.map((cell) => ({ ...cell, source: cell.source.join("") }));
  return { ...json, cells: joined } as unknown as Notebook;
}

const SOURCE = `const level: number = 0.95; // of the intervals
const path: string = "datasets/a.csv", strict: boolean = true;
const sides: "one" | "two" = "two";
const doses: readonly number[] = [1, -2.5];`;

describe("applyParameters", () => {
  it("reads the declared constants with their types", () => {
    const { parameters: found, unknown } = applyParameters(notebook(parameters(SOURCE)), {}, "n");
    expect(found).toEqual([
      { name: "level", type: "number", value: 0.95, default: 0.95 },
      { name: "path", type: "string", value: "datasets/a.csv", default: "datasets/a.csv" },
      { name: "strict", type: "boolean", value: true, default: true },
      { name: "sides", type: '"one" | "two"', value: "two", default: "two" },
      { name: "doses", type: "readonly number[]", value: [1, -2.5], default: [1, -2.5] },
    ]);
    expect(unknown).toEqual([]);
  });

  it("puts the value in the place of the literal and leaves the rest as it is", () => {
    const given = { level: "0.9", path: "datasets/b.csv", sides: "one", doses: "[3]" };
    const applied = applyParameters(notebook(parameters(SOURCE)), given, "n");
    expect(applied.notebook.cells[1]?.source).toBe(
      `const level: number = 0.9; // of the intervals
const path: string = "datasets/b.csv", strict: boolean = true;
const sides: "one" | "two" = "one";
const doses: readonly number[] = [3];`,
    );
    expect(applied.parameters[0]).toEqual({
      name: "level",
      type: "number",
      value: 0.9,
      default: 0.95,
    });
  });

  it("takes text that looks like a number as text where text is declared", () => {
    const source = 'const id: string = "7";';
    const applied = applyParameters(notebook(parameters(source)), { id: "001" }, "n");
    expect(applied.notebook.cells[1]?.source).toBe('const id: string = "001";');
  });

  it("writes quotes, line ends and dollars so that they arrive", () => {
    const source = 'const text: string = "";';
    const applied = applyParameters(notebook(parameters(source)), { text: 'a"b\n$&' }, "n");
    expect(applied.notebook.cells[1]?.source).toBe(String.raw`const text: string = "a\"b\n$&";`);
  });

  it.each([
    ["level", "high", 'needs a number; got "high"'],
    ["level", "Infinity", "needs a number"],
    ["level", "", "needs a number"],
    ["strict", "yes", 'needs a boolean; got "yes"'],
    ["sides", "three", 'needs a "one" | "two"; got "three"'],
    ["doses", "[1, null]", "needs a readonly number[]"],
  ])("refuses %s=%s", (name, value, message) => {
    const run = () => applyParameters(notebook(parameters(SOURCE)), { [name]: value }, "n.ipynb");
    expect(run).toThrow(`n.ipynb: --param ${name} ${message}`);
  });

  it("tells which overrides it does not declare", () => {
    expect(applyParameters(notebook(code("1")), { seed: "5" }, "n").unknown).toEqual(["seed"]);
  });

  it.each([
    ["let level: number = 1;", "line 1: only constants may stand here"],
    ["const a: number = 1;\nconsole.log(a);", "line 2: only constants"],
    ["const level = 1;", "a parameter has a type and a literal value"],
    ["const level: number = 1 + 1;", "a parameter has a type and a literal value"],
    ['const level: number = "high";', "level is declared number"],
  ])("refuses the parameters cell %j", (source, message) => {
    expect(() => applyParameters(notebook(parameters(source)), {}, "n.ipynb")).toThrow(message);
  });

  it("refuses two parameters cells", () => {
    const two = notebook(parameters("const a: number = 1;"), parameters("const b: number = 1;"));
    expect(() => applyParameters(two, {}, "n")).toThrow("cells 2 and 3 are");
  });
});
