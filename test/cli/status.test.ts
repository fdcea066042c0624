import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { status } from "../../src/cli/status.js";
import { code, makeProject, type TestProject } from "../notebook/project.js";
import { type SaidTerminal, saidTerminal } from "./said.js";

let project: TestProject;
let terminal: SaidTerminal;
beforeEach(() => {
  project = makeProject();
  terminal = saidTerminal();
});
afterEach(() => project.remove());

describe("status", () => {
  it("is 0 where there is no notebook", () => {
    expect(status(project.root, [], { json: false }, terminal)).toBe(0);
    expect(terminal.outs).toEqual([]);
  });

  it("names what is stale and why, and is 1", () => {
    project.notebook("n", [code("1")]);
    expect(status(project.root, [], { json: false }, terminal)).toBe(1);
    expect(terminal.outs).toEqual(["stale  notebooks/n.ipynb: has not been run"]);
  });

  it("prints one JSON document on demand", () => {
    project.notebook("n", [code("1")]);
    expect(status(project.root, ["n"], { json: true }, terminal)).toBe(1);
    expect(terminal.outs.map((text) => JSON.parse(text))).toEqual([
      [{ notebook: "notebooks/n.ipynb", fresh: false, reasons: ["has not been run"] }],
    ]);
  });
});
