import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lint } from "../../src/cli/lint.js";
import { code, makeProject, type TestProject } from "../notebook/project.js";
import { type SaidTerminal, saidTerminal } from "./said.js";

let project: TestProject;
let terminal: SaidTerminal;
beforeEach(() => {
  project = makeProject();
  terminal = saidTerminal();
  project.notebook("good", [code("1 + 1")]);
});
afterEach(() => project.remove());

describe("lint", () => {
  it("says that nothing was found", () => {
    expect(lint(project.root, [], { json: false }, terminal)).toBe(0);
    expect(terminal.outs).toEqual([]);
    expect(terminal.notes).toEqual(["1 notebook: no problems"]);
  });

  it("prints each problem on a line of standard output and ends with 1", () => {
    project.notebook("bad", [code("Math.random();", { label: "dice" })]);
    expect(lint(project.root, [], { json: false }, terminal)).toBe(1);
    expect(terminal.outs).toEqual([
      "notebooks/bad.ipynb, cell 2 (dice), line 1: Math.random gives other outputs in every run; pass a seeded generator [chance-or-clock]",
    ]);
    expect(terminal.notes).toEqual(["2 notebooks: 1 found"]);
  });

  it("prints one JSON document and nothing else on demand", () => {
    project.notebook("bad", [code("Math.random();")]);
    expect(lint(project.root, ["bad"], { json: true }, terminal)).toBe(1);
    expect(terminal.notes).toEqual([]);
    expect(terminal.outs.map((text) => JSON.parse(text))).toEqual([
      [
        expect.objectContaining({
          notebook: "notebooks/bad.ipynb",
          cell: 2,
          line: 1,
          rule: "chance-or-clock",
        }),
      ],
    ]);
  });

  it("refuses a file that is no notebook", () => {
    project.write("notebooks/text.ipynb", "text");
    expect(() => lint(project.root, ["text"], { json: false }, terminal)).toThrow(
      "notebooks/text.ipynb: is not JSON",
    );
  });
});
