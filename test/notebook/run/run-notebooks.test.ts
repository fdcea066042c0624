import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  code,
  type Ended,
  makeProject,
  markdown,
  notebookJson,
  type Output,
  parameters,
  type TestProject,
  textOf,
} from "../project.js";

/** What tslab on its own gets wrong, and what else a reader counts on; cell 2 is the first. */
const MENDED = [
  /* 2 */ code(
    'import { readFileSync } from "node:fs";\nimport { markdown, session, show } from "ostia";',
  ),
  /* 3 */ code('import { proportion } from "ostia/analysis";'),
  /* 4 */ parameters('const level: number = 0.95;\nconst side: "one" | "two" = "two";'),
  /* 5 */ code('const text: string = readFileSync("datasets/a.csv", "utf8");\ntext.length'),
  /* 6 */ code('const a: number = 1, b: string = "two";'),
  /* 7 */ code("({ a, b, level })"),
  /* 8 */ code('const meant: string = "to fail";\nthrow new RangeError(meant);', {
    tags: ["raises-exception"],
  }),
  /* 9 */ code('"not skipped"'),
  /* 10 */ code(
    'console.log("one");\nconsole.log("two");\nconsole.error("three");\nconsole.log("four");',
  ),
  /* 11 */ code("const late: number = await Promise.resolve(3);\nlate"),
  /* 12 */ code("let n: number = 0;\nconst bump = (): void => {\n  n++;\n};"),
  /* 13 */ code("bump();\nn"),
  /* 14 */ code("void 0;"),
  /* 15 */ code("null"),
  /* 16 */ code(
    "try {\n  proportion(7, 5, { level });\n} catch (error) {\n  console.log(error);\n}",
  ),
  /* 17 */ code('await show(markdown("**bold**"));'),
  /* 18 */ code("session()", { label: "tbl-session", "tbl-cap": "Session" }),
  /* 19 */ code("   "),
  /* 20 */ markdown("The end."),
  /* 21 */ code("const arms = [{ name: 'CT', size: { mm: 27 } }];"),
  /* 22 */ code("arms.map(({ name: method, size: { mm } }) => [method, mm])"),
];

let project: TestProject;
let first: Ended;
beforeAll(async () => {
  project = makeProject();
  project.write("datasets/a.csv", "id,size\n001,24\n");
  project.notebook("mended", MENDED);
  project.notebook("earlier", [code("1 + 1", { label: "sum" })]);
  first = await project.ostia("run");
});
afterAll(() => project.remove());

describe("a run", () => {
  let outputs: Output[][];
  const cell = (number: number): Output[] => outputs[number - 1]!;
  beforeAll(() => {
    expect(first, first.stderr).toMatchObject({ code: 0, stdout: "" });
    outputs = project.outputs("mended");
  });

  it("says what it does on standard error, with the time of each notebook", () => {
    expect(first.stderr).toContain("running mended\n");
    expect(first.stderr).toMatch(/✓ notebooks\/mended\.ipynb \(\d+\.\d s; has not been run\)\n/);
    expect(first.stderr).toMatch(/notebooks: 2 run\n$/);
  });

  it("starts in the project's root", () => {
    expect(textOf(cell(5)[0])).toBe("15");
  });

  it("expands { a } where a comes from an earlier cell", () => {
    expect(textOf(cell(7)[0])).toBe("{ a: 1, b: 'two', level: 0.95 }");
  });

  it("takes apart what an earlier cell has typed", () => {
    expect(textOf(cell(22)[0])).toBe("[ [ 'CT', 27 ] ]");
  });

  it("publishes an error with the cell's own line, and runs the cells below where it is allowed", () => {
    expect(cell(8)).toEqual([
      {
        output_type: "error",
        ename: "RangeError",
        evalue: "to fail",
        traceback: ["RangeError: to fail", "    at In [7], line 2: throw new RangeError(meant);"],
      },
    ]);
    expect(textOf(cell(9)[0])).toBe("'not skipped'");
  });

  it("shows the last expression's value as a result, and nothing where there is none", () => {
    expect(cell(11)).toEqual([
      {
        output_type: "execute_result",
        data: { "text/plain": ["3"] },
        metadata: {},
        execution_count: 10,
      },
    ]);
    expect(textOf(cell(15)[0])).toBe("null");
    for (const quiet of [2, 4, 6, 12, 14, 19]) expect(cell(quiet)).toEqual([]);
  });

  it("keeps streams apart, in order, pieces of one joined", () => {
    expect(cell(10).map(({ name, text }) => [name, text])).toEqual([
      ["stdout", ["one\n", "two\n"]],
      ["stderr", ["three\n"]],
      ["stdout", ["four\n"]],
    ]);
  });

  it("lets a cell see what its own function changed", () => {
    expect(textOf(cell(13)[0])).toBe("1");
  });

  it("prints an error that was caught with frames in cells and the library, and no folder", () => {
    expect(textOf(cell(16)[0])).toMatch(
      /^InvalidInput: proportion.*\n(.* \(ostia: analysis\/[\w/-]+\.js\)\n)+ {4}at In \[15\], line 2: proportion\(7, 5, \{ level \}\);\n$/,
    );
  });

  it("publishes what is shown and the specification that a cell ends with", () => {
    expect(cell(17)[0]).toMatchObject({
      output_type: "display_data",
      data: { "text/markdown": ["**bold**"] },
    });
    const session = cell(18)[0]!;
    expect(session.output_type).toBe("execute_result");
    expect(Object.keys(session.data!)).toEqual(["text/html", "text/markdown", "text/plain"]);
    expect(textOf(session)).toContain("datasets/a.csv");
  });

  it("records parameters, data, trace and versions, and keeps times apart", () => {
    const record = JSON.parse(project.read("reports/notebooks/mended.run.json"));
    expect(record.parameters).toEqual([
      { name: "level", type: "number", value: 0.95, default: 0.95 },
      { name: "side", type: '"one" | "two"', value: "two", default: "two" },
    ]);
    expect(record.datasets.map(({ path }: { path: string }) => path)).toEqual(["datasets/a.csv"]);
    const byIndex = new Map(record.cells.map((each: { index: number }) => [each.index, each]));
    expect(byIndex.get(5)).toEqual({ index: 5, reads: ["datasets/a.csv"], uses: [] });
    expect(byIndex.get(7)).toEqual({ index: 7, reads: [], uses: [4, 6] });
    expect(record.versions.node).toBe(process.version);
    const log = JSON.parse(project.read("reports/logs/mended.json"));
    expect(log.cells).toHaveLength(19);
    expect(project.read("reports/notebooks/mended.ipynb")).not.toContain("seconds");
  });
});

describe("a run in which notebooks fail", () => {
  let before: string;
  let ended: Ended;
  let outcomes: { notebook: string; status: string; message: string }[];
  const message = (slug: string): string =>
    outcomes.find(({ notebook }) => notebook === `notebooks/${slug}.ipynb`)!.message;
  beforeAll(async () => {
    before = project.read("reports/notebooks/earlier.ipynb");
    const failing =
      'const values: number[] = [1, 2];\n\nthrow new TypeError("of " + values.length);';
    project.notebook("earlier", [
      markdown("x"),
      code("1 + 1", { label: "sum" }),
      code(failing, { label: "check" }),
    ]);
    project.notebook("syntax", [code("const a = 1;"), code("const b = ;", { label: "broken" })]);
    project.notebook("loop", [code("while (true) {}", { label: "endless" })]);
    project.notebook("missing", [
      code('import { readFileSync } from "node:fs";\nreadFileSync("datasets/none.csv");'),
    ]);
    project.notebook("stray", [
      code('const lost: Promise<never> = Promise.reject(new Error("nobody awaits"));'),
    ]);
    project.notebook("exits", [code("process.exit(3);", { label: "leaves" })]);
    project.notebook("hostile", [
      code('({ [Symbol.for("nodejs.util.inspect.custom")](): string { throw new Error("no"); } })'),
    ]);
    project.notebook("lint", [code("const now: number = Date.now();", { label: "clock" })]);
    project.notebook("other", [code('"other"')]);
    ended = await project.ostia("run", "--json", "--timeout", "20");
    outcomes = JSON.parse(ended.stdout);
  });

  it("ends with 1 after the other notebooks have finished", () => {
    expect(ended.code).toBe(1);
    expect(outcomes.map(({ notebook, status }) => [notebook.slice(10, -6), status])).toEqual([
      ["earlier", "failed"],
      ["exits", "failed"],
      ["hostile", "failed"],
      ["lint", "failed"],
      ["loop", "failed"],
      ["mended", "fresh"],
      ["missing", "failed"],
      ["other", "ran"],
      ["stray", "failed"],
      ["syntax", "failed"],
    ]);
    expect(textOf(project.outputs("other")[1]![0])).toBe("'other'");
  });

  it("names notebook, cell, label, line and the error", () => {
    expect(message("earlier")).toBe(
      "notebooks/earlier.ipynb, cell 4 (check), line 3: TypeError: of 2\n" +
        '    at In [2], line 3: throw new TypeError("of " + values.length);',
    );
    expect(ended.stderr).toContain(`✗ ${message("earlier")}`);
  });

  it("keeps the earlier copy byte for byte, and no draft", () => {
    expect(project.read("reports/notebooks/earlier.ipynb")).toBe(before);
    expect(project.has("reports/notebooks/syntax.ipynb")).toBe(false);
    expect(readdirSync(join(project.root, ".ostia", "drafts"))).toEqual([]);
  });

  it.each([
    ["syntax", /^notebooks\/syntax\.ipynb, cell 3 \(broken\), line 1: Expression expected/],
    ["loop", /^notebooks\/loop\.ipynb, cell 2 \(endless\): ran longer than 20 s and was ended/],
    ["missing", /cell 2, line 2: Error: ENOENT: no such file or directory, open 'datasets\/none/],
    ["stray", /cell 2, line 1: Error: nobody awaits\n(.*\n)*.*did not await/],
    ["exits", /cell 2 \(leaves\): the kernel's process ended with exit code 3/],
    ["hostile", /cell 2, line 1: Error: no/],
    [
      "lint",
      /^notebooks\/lint\.ipynb, cell 2 \(clock\), line 1: Date\.now .* \[chance-or-clock\]$/,
    ],
  ])("says of %s what is wrong", (slug, expected) => {
    expect(message(slug)).toMatch(expected);
  });

  it("does not publish a breach of the rules that came with the words alone", async () => {
    const mended = project.read("reports/notebooks/mended.ipynb");
    project.notebook(
      "mended",
      MENDED.map((each) =>
        "tbl-cap" in each.metadata ? { ...each, metadata: { label: "tbl-session" } } : each,
      ),
    );
    const { code: exit, stderr } = await project.ostia("run", "mended");
    expect(exit).toBe(1);
    expect(stderr).toContain('cell 18 (tbl-session), line 1: "tbl-session" has no tbl-cap');
    expect(project.read("reports/notebooks/mended.ipynb")).toBe(mended);
  });
});

describe("a run of what is no notebook", () => {
  it("ends with 2, says what came, and finishes the others", async () => {
    project.write("notebooks/text.ipynb", "print(1)");
    project.write("notebooks/python.ipynb", JSON.stringify(notebookJson([], "python3")));
    project.notebook("arguments", [parameters("let level = 1;")]);
    const ended = await project.ostia("run", "text", "python", "arguments", "other");
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("✗ notebooks/text.ipynb: is not JSON, so it is no notebook: ");
    expect(ended.stderr).toContain('✗ notebooks/python.ipynb: asks for the kernel "python3"');
    expect(ended.stderr).toContain(
      "notebooks/arguments.ipynb, cell 2 (parameters), line 1: only constants",
    );
    expect(ended.stderr).toContain("1 fresh already, 3 not readable");
  });
});

describe("parameters of a run", () => {
  it("replace the values, show in copy and record, and are undone by a run without them", async () => {
    project.notebook("p", [
      parameters("const level: number = 0.95;"),
      code("const within = (x: number): boolean => x < level;"),
      code("({ level, in: within(0.92) })"),
    ]);
    const given = await project.ostia("run", "p", "--param", "level=0.9");
    expect(given.code).toBe(0);
    expect(textOf(project.outputs("p")[3]![0])).toBe("{ level: 0.9, in: false }");
    const copy = JSON.parse(project.read("reports/notebooks/p.ipynb"));
    expect(copy.cells[1].source).toEqual(["const level: number = 0.9;"]);
    const record = JSON.parse(project.read("reports/notebooks/p.run.json"));
    expect(record.parameters[0]).toMatchObject({ value: 0.9, default: 0.95 });

    const again = await project.ostia("run", "p", "--param", "level=0.90");
    expect(again.stderr).toContain("1 fresh already");
    const without = await project.ostia("run", "p");
    expect(without.stderr).toContain("its parameters changed");
    expect(textOf(project.outputs("p")[3]![0])).toBe("{ level: 0.95, in: true }");
  });

  it.each([
    ["level=high", 'notebooks/p.ipynb: --param level needs a number; got "high"'],
    ["seed=1", "--param: no notebook that was chosen declares seed"],
    ["level", '--param: expected name=value; got "level"'],
  ])("refuses %s with exit code 2", async (text, expected) => {
    const ended = await project.ostia("run", "p", "--param", text);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(expected);
  });
});
