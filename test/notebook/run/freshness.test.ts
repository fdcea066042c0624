import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { code, makeProject, markdown, type TestProject, textOf } from "../project.js";

const READS_A = [
  code('import { readFileSync } from "node:fs";'),
  code('readFileSync("datasets/a.csv", "utf8")'),
];
const READS_B = [
  code('import { readFile } from "node:fs/promises";'),
  code('await readFile("datasets/b.csv", "utf8")'),
];
const LISTS = [code('import { readdirSync } from "node:fs";'), code('readdirSync("datasets")')];
const LIBRARY = [code('import { InvalidInput } from "ostia";'), code("InvalidInput.name")];
const TABLE = [
  code('import { readTable } from "ostia/data";'),
  code(
    'const { table } = readTable("datasets/a.csv", { columns: { id: { type: "text" } } });\ntable.rows',
  ),
];

/** Steps of one story, in order: each changes one thing and runs all notebooks. */
describe("a run after a change", () => {
  let project: TestProject;
  beforeAll(() => {
    project = makeProject({ ownLibrary: true });
    project.write("datasets/a.csv", "id\n1\n");
    project.write("datasets/b.csv", "id\n2\n");
    project.notebook("library", LIBRARY);
    project.notebook("lists", LISTS);
    project.notebook("reads-a", READS_A);
    project.notebook("reads-b", READS_B);
    project.notebook("table", TABLE);
  });
  afterAll(() => project.remove());

  /** Why notebooks ran, by name; fresh ones are left out. */
  async function run(...args: string[]): Promise<Record<string, string>> {
    const { code: exit, stdout, stderr } = await project.ostia("run", "--json", ...args);
    expect(exit, stderr).toBe(0);
    const outcomes: { notebook: string; status: string; message: string }[] = JSON.parse(stdout);
    return Object.fromEntries(
      outcomes
        .filter(({ status }) => status !== "fresh")
        .map(({ notebook, message }) => [
          notebook.slice("notebooks/".length, -".ipynb".length),
          message,
        ]),
    );
  }

  it("runs all the first time and none the second", async () => {
    const names = ["library", "lists", "reads-a", "reads-b", "table"];
    expect(await run()).toEqual(
      Object.fromEntries(names.map((name) => [name, "has not been run"])),
    );
    expect(await run()).toEqual({});
    const status = await project.ostia("status");
    expect(status).toMatchObject({ code: 0 });
    expect(status.stdout).toMatch(/^(fresh {2}notebooks\/[\w-]+\.ipynb\n){5}$/);
  });

  it("of a dataset: those that read it, by readTable or by node:fs", async () => {
    project.write("datasets/a.csv", "id\n1\n3\n");
    const status = await project.ostia("status", "reads-a", "reads-b");
    expect(status).toMatchObject({
      code: 1,
      stdout:
        "stale  notebooks/reads-a.ipynb: datasets/a.csv changed\nfresh  notebooks/reads-b.ipynb\n",
    });
    expect(await run()).toEqual({
      "reads-a": "datasets/a.csv changed",
      table: "datasets/a.csv changed",
    });
    expect(textOf(project.outputs("table")[2]![0])).toBe("2");
  });

  it("of the names in a folder: those that listed it", async () => {
    project.write("datasets/c.csv", "id\n");
    expect(await run()).toEqual({ lists: "datasets changed" });
    expect(textOf(project.outputs("lists")[2]![0])).toBe("[ 'a.csv', 'b.csv', 'c.csv' ]");
  });

  it("of the built library: those that import it", async () => {
    const path = "dist/analysis/index.js";
    project.write(path, `${project.read(path)}// changed\n`);
    expect(await run()).toEqual({ library: "the library changed", table: "the library changed" });
  });

  it("of an executed copy: that one", async () => {
    const path = "reports/notebooks/reads-b.ipynb";
    const copy = project.read(path);
    project.write(path, copy.replace("'id", "'ID"));
    expect(await run()).toEqual({
      "reads-b": "its executed copy was changed by hand or is incomplete",
    });
    expect(project.read(path)).toBe(copy);
  });

  it("of words: none, but the copy has the new words and the old outputs", async () => {
    const outputs = project.outputs("reads-a");
    project.notebook("reads-a", [markdown("New words"), ...READS_A]);
    expect(await run()).toEqual({});
    const copy = JSON.parse(project.read("reports/notebooks/reads-a.ipynb"));
    expect(copy.cells[1].source).toEqual(["New words"]);
    expect(project.outputs("reads-a").at(-1)).toEqual(outputs.at(-1));
    const record = JSON.parse(project.read("reports/notebooks/reads-a.run.json"));
    expect(record.cells.map(({ index }: { index: number }) => index)).toEqual([3, 4]);
    expect(await project.ostia("status", "reads-a")).toMatchObject({ code: 0 });
  });

  it("of nothing, but forced: the one that is named", async () => {
    expect(await run("--force", "lists")).toEqual({ lists: "forced" });
  });
});

describe("runs in two folders", () => {
  /** The executed copy and its record after a run. */
  async function kept(project: TestProject, ...args: string[]): Promise<string[]> {
    const { code: exit, stderr } = await project.ostia(...args);
    expect(exit, stderr).toBe(0);
    return ["ipynb", "run.json"].map((ending) =>
      project.read(`reports/notebooks/reads-a.${ending}`),
    );
  }

  it("give the same bytes", async () => {
    const projects = [makeProject(), makeProject()];
    try {
      const copies = projects.map(async (project) => {
        project.write("datasets/a.csv", "id\n1\n");
        project.notebook("reads-a", [
          ...READS_A,
          code("new Error('printed')"),
          code("throw new Error('published')", { tags: ["raises-exception"] }),
        ]);
        return kept(project, "run");
      });
      const [one, other] = await Promise.all(copies);
      expect(one).toEqual(other);
      expect(one!.join()).not.toContain(projects[0]!.root);
      // Once more, from what was compiled before, and once without it.
      expect(await kept(projects[0]!, "run", "--force")).toEqual(one);
      rmSync(join(projects[0]!.root, ".ostia"), { recursive: true });
      expect(await kept(projects[0]!, "run", "--force")).toEqual(one);
    } finally {
      for (const project of projects) project.remove();
    }
  });
});
