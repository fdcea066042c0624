import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.js";
import { code, makeProject, notebookJson, type TestProject } from "../notebook/project.js";
import { type SaidTerminal, saidTerminal } from "./said.js";

let project: TestProject;
let terminal: SaidTerminal;
beforeEach(() => {
  project = makeProject();
  terminal = saidTerminal();
});
afterEach(() => project.remove());

const OPTIONS = { param: [], force: false, json: false };
const never = new AbortController().signal;

/** The command itself; what starts processes is tested in test/notebook/run. */
describe("run", () => {
  it("says that there is nothing to run", async () => {
    expect(await run(project.root, [], OPTIONS, terminal, never)).toBe(0);
    expect(terminal.notes).toEqual(["notebooks: none found"]);
  });

  it.each([
    [{ jobs: "0" }, '--jobs: needs a positive whole number; got "0"'],
    [{ jobs: "1.5" }, '--jobs: needs a positive whole number; got "1.5"'],
    [{ timeout: "soon" }, '--timeout: needs a positive number; got "soon"'],
    [{ timeout: "Infinity" }, "--timeout: needs a positive number"],
    [{ param: ["a=1", "a=2"] }, '--param: "a" is given twice'],
  ])("refuses %j", async (options, message) => {
    const ran = run(project.root, [], { ...OPTIONS, ...options }, terminal, never);
    await expect(ran).rejects.toThrow(message);
  });

  it("refuses a notebook that does not exist", async () => {
    project.notebook("n", [code("1")]);
    await expect(run(project.root, ["m"], OPTIONS, terminal, never)).rejects.toThrow(
      "m: no such notebook; notebooks/ holds: n",
    );
  });

  it("is 2 for what cannot be read, in words or as one JSON document", async () => {
    project.write("notebooks/n.ipynb", JSON.stringify(notebookJson([], "python3")));
    expect(await run(project.root, [], OPTIONS, terminal, never)).toBe(2);
    expect(terminal.outs).toEqual([]);
    expect(terminal.notes).toEqual([
      '✗ notebooks/n.ipynb: asks for the kernel "python3"; expected metadata.kernelspec.name "ostia"',
      "notebooks: 1 not readable",
    ]);
    expect(await run(project.root, [], { ...OPTIONS, json: true }, terminal, never)).toBe(2);
    expect(terminal.outs.map((text) => JSON.parse(text))).toMatchObject([
      [{ notebook: "notebooks/n.ipynb", status: "invalid" }],
    ]);
  });
});
