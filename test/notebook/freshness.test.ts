import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashPath } from "../../src/notebook/file-reads.js";
import {
  freshnessKey,
  keyParts,
  notebookStatus,
  readRecord,
  recordedOverrides,
  type SharedHashes,
  sha256,
  sharedHashes,
} from "../../src/notebook/freshness.js";
import { readNotebook } from "../../src/notebook/ipynb.js";
import type { RunRecord } from "../../src/notebook/record.js";
import { type SelectedNotebook, selectNotebooks } from "../../src/notebook/select.js";
import { code, makeProject, markdown, parameters, type TestProject } from "./project.js";

const SHARED: SharedHashes = { library: "library-1", kernel: "kernel-1", lock: "lock-1" };

let project: TestProject;
beforeEach(() => {
  project = makeProject();
  project.write("datasets/a.csv", "1,2\n");
});
afterEach(() => project.remove());

function selected(): SelectedNotebook {
  return selectNotebooks(project.root, ["n"])[0]!;
}

/** Writes what a run of the notebook as it stands would leave. */
function pretendRun(shared = SHARED): void {
  const { paths, name } = selected();
  const notebook = readNotebook(paths.source);
  const datasets = [
    { path: "datasets/a.csv", sha256: hashPath(join(project.root, "datasets/a.csv")) },
  ];
  const parts = keyParts(notebook, {}, datasets, shared);
  project.write("reports/notebooks/n.ipynb", "outputs");
  const record: Partial<RunRecord> = {
    schema: "ostia-run/1",
    notebook: name,
    key: freshnessKey(parts),
    parts,
    parameters: [],
    datasets,
    cells: [],
    outputSha256: sha256("outputs"),
  };
  project.write("reports/notebooks/n.run.json", JSON.stringify(record));
}

function reasons(shared = SHARED): readonly string[] {
  const { fresh, reasons: found } = notebookStatus(project.root, selected(), shared);
  expect(fresh).toBe(found.length === 0);
  return found;
}

const PLAIN = code("const a = 1;");
const LIBRARY = code('import { mean } from "ostia/numeric";');

describe("notebookStatus", () => {
  it("is stale before the first run", () => {
    project.notebook("n", [PLAIN]);
    expect(reasons()).toEqual(["has not been run"]);
  });

  it("is fresh after a run, and when only words changed", () => {
    project.notebook("n", [PLAIN]);
    pretendRun();
    expect(reasons()).toEqual([]);
    project.notebook("n", [markdown("New words"), code("const a = 1;", { "fig-cap": "new" })]);
    expect(reasons()).toEqual([]);
  });

  it.each<[string, () => void, string]>([
    ["a code cell", () => project.notebook("n", [code("const a = 2;")]), "its code changed"],
    [
      "a tag",
      () => project.notebook("n", [code("const a = 1;", { tags: ["raises-exception"] })]),
      "its code changed",
    ],
    ["a dataset", () => project.write("datasets/a.csv", "1,3\n"), "datasets/a.csv changed"],
    [
      "the executed copy",
      () => project.write("reports/notebooks/n.ipynb", "outputs, edited"),
      "its executed copy was changed by hand or is incomplete",
    ],
    [
      "a torn record",
      () => project.write("reports/notebooks/n.run.json", '{"sch'),
      "has not been run",
    ],
    [
      "a record of another kind",
      () => project.write("reports/notebooks/n.run.json", '{"schema":"ostia-run/1"}'),
      "has not been run",
    ],
  ])("is stale after a change of %s, and says so", (_what, change, reason) => {
    project.notebook("n", [PLAIN]);
    pretendRun();
    change();
    expect(reasons()).toEqual([reason]);
  });

  it("names a dataset that is gone, and every reason at once", () => {
    project.notebook("n", [LIBRARY]);
    pretendRun();
    project.notebook("n", [LIBRARY, PLAIN]);
    const { datasets: _, ...rest } = readRecord(selected().paths.record)!;
    project.write(
      "reports/notebooks/n.run.json",
      JSON.stringify({ ...rest, datasets: [{ path: "datasets/gone.csv", sha256: "x" }] }),
    );
    expect(reasons({ library: "2", kernel: "kernel-1", lock: "2" })).toEqual([
      "its code changed",
      "datasets/gone.csv is gone",
      "the library changed",
      "the lock file changed",
    ]);
  });

  it("holds a changed library against those only that import it", () => {
    const changed = { ...SHARED, library: "library-2" };
    project.notebook("n", [PLAIN]);
    pretendRun();
    expect(reasons(changed)).toEqual([]);
    project.notebook("n", [LIBRARY]);
    pretendRun();
    expect(reasons(changed)).toEqual(["the library changed"]);
  });

  it("holds a changed kernel against all", () => {
    project.notebook("n", [PLAIN]);
    pretendRun();
    expect(reasons({ ...SHARED, kernel: "kernel-2" })).toEqual(["the library changed"]);
  });

  it("compares with the parameters of the run in question", () => {
    project.notebook("n", [parameters("const level: number = 0.95;")]);
    pretendRun();
    const with90 = notebookStatus(project.root, selected(), SHARED, { level: "0.9" });
    expect(with90.reasons).toEqual(["its parameters changed"]);
    expect(notebookStatus(project.root, selected(), SHARED, {}).fresh).toBe(true);
  });
});

describe("recordedOverrides", () => {
  it("holds what differs from the default, and tells text from numbers", () => {
    const type = "number | string";
    const parameterList = [
      { name: "same", type, value: 1, default: 1 },
      { name: "number", type, value: 5, default: 1 },
      { name: "text", type, value: "5", default: 1 },
      { name: "list", type, value: [1, 2], default: [1] },
    ];
    expect(recordedOverrides({ parameters: parameterList })).toEqual({
      number: "5",
      text: '"5"',
      list: "[1,2]",
    });
  });
});

describe("sharedHashes", () => {
  it("keeps the library, the kernel and the lock file apart", () => {
    const { root } = project;
    const before = sharedHashes(root);
    expect(before.library).not.toBe(before.kernel);
    project.write("package-lock.json", '{"changed":true}');
    expect(sharedHashes(root)).toEqual({ ...before, lock: sha256('{"changed":true}') });
  });
});
