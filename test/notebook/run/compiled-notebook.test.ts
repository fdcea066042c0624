import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Notebook, readNotebook } from "../../../src/notebook/ipynb.js";
import type { CompiledCell } from "../../../src/notebook/kernel/compiled.js";
import { notebookCompiler } from "../../../src/notebook/run/compiled-notebook.js";
import { code, makeProject, parameters, type TestProject } from "../project.js";

const FIRST = "const a: number = 1;";
const SECOND = "({ a })";

let project: TestProject;
let path: string;
let notebook: Notebook;
const home = process.cwd();
beforeAll(() => {
  project = makeProject();
  path = `${project.root}/.ostia/compiled/n.json`;
  project.notebook("n", [parameters("const level: number = 0.95;"), code(FIRST), code(SECOND)]);
  notebook = readNotebook(`${project.root}/notebooks/n.ipynb`);
  process.chdir(project.root); // where tslab looks for packages
});
afterAll(() => {
  process.chdir(home);
  project.remove();
});

/** Compiles two cells as a run does, and keeps what it used. */
async function run(setting: string): Promise<CompiledCell[]> {
  const compiler = notebookCompiler(path, setting);
  await compiler.prepare(notebook, {}, "n");
  const first = (await compiler.compile("", FIRST)) as CompiledCell;
  const second = (await compiler.compile(first.declarations, SECOND)) as CompiledCell;
  compiler.save();
  return [first, second];
}

/** Changes what is stored, to see whether it is used. */
function mark(): void {
  const marked = project
    .read(".ostia/compiled/n.json")
    .replace("exports.a }", "exports.a, stored: 1 }");
  expect(marked).toContain("stored: 1");
  project.write(".ostia/compiled/n.json", marked);
}

describe("notebookCompiler", () => {
  it("gives programs, declarations, lines and the name of the last value", async () => {
    const [first, second] = await run("setting");
    expect(first).toMatchObject({ status: "ok", awaits: false, result: undefined, imports: [] });
    expect(first?.declarations).toContain("declare const a: number");
    expect(second?.program).toContain("{ a: exports.a }");
    expect(second?.result).toBeDefined();
    const lines = second?.program?.split("\n") ?? [];
    const last = lines.findIndex((line) => line.includes("{ a: exports.a }")) + 1;
    expect(new Map(second?.lines).get(last)).toBe(1);
  });

  it("gives the stored answers where nothing has changed", async () => {
    mark();
    const [, second] = await run("setting");
    expect(second?.program).toContain("stored: 1");
  });

  it.each<[string, () => Promise<CompiledCell[]>]>([
    ["the setting changed", () => run("another setting")],
    [
      "the store is torn",
      () => {
        project.write(".ostia/compiled/n.json", '{"schema":"ostia-com');
        return run("setting");
      },
    ],
  ])("compiles anew when %s", async (_what, again) => {
    await run("setting");
    mark();
    const [, second] = await again();
    expect(second?.program).not.toContain("stored");
  });

  it("compiles a cell anew when the declarations above it changed", async () => {
    await run("setting");
    mark();
    const compiler = notebookCompiler(path, "setting");
    const above = (await compiler.compile("", 'const a: string = "x";')) as CompiledCell;
    const second = (await compiler.compile(above.declarations, SECOND)) as CompiledCell;
    expect(second.program).not.toContain("stored");
  });

  it("keeps only what the last run used, and no cell that does not compile", async () => {
    await run("setting");
    const compiler = notebookCompiler(path, "setting");
    expect(await compiler.compile("", "const b: string = 5;")).toEqual({
      status: "refused",
      diagnostics: [{ messageText: "Type 'number' is not assignable to type 'string'.", line: 1 }],
    });
    await compiler.compile("", "const c: number = 5;");
    compiler.save();
    const { cells } = JSON.parse(project.read(".ostia/compiled/n.json"));
    expect(Object.values(cells)).toHaveLength(1);
  });

  it("prepares with the parameters of the run", async () => {
    const compiler = notebookCompiler(path, "setting");
    const prepared = await compiler.prepare(notebook, { level: "0.9" }, "n");
    expect(prepared.parametersCell).toEqual({ position: 1, source: "const level: number = 0.9;" });
    expect(prepared.parameters[0]).toMatchObject({ value: 0.9, default: 0.95 });
    expect(prepared.upstream).toEqual([
      [2, []],
      [3, []],
      [4, [3]],
    ]);
    await expect(compiler.prepare(notebook, { level: "high" }, "n")).rejects.toThrow(
      "--param level needs a number",
    );
  });
});
