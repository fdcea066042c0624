import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { draftFolder, removeOrphans } from "../../../src/notebook/run/kept-outputs.js";
import { selectNotebooks } from "../../../src/notebook/select.js";
import { makeProject, type TestProject } from "../project.js";

/** No process has this number: it is above the largest that Linux gives. */
const NOBODY = 2 ** 22 + 1;

let project: TestProject;
beforeEach(() => {
  project = makeProject();
});
afterEach(() => project.remove());

describe("removeOrphans", () => {
  it("removes what belongs to notebooks that are gone, and nothing else", () => {
    project.notebook("kept", []);
    project.write("drafts/elsewhere.ipynb", "{}");
    const record = (notebook: string) =>
      JSON.stringify({
        schema: "ostia-run/1",
        notebook,
        parts: {},
        parameters: [],
        datasets: [],
        cells: [],
      });
    for (const [name, content] of Object.entries({
      "kept.ipynb": "{}",
      "kept.run.json": "{}",
      "gone.ipynb": "{}",
      "gone.run.json": record("notebooks/gone.ipynb"),
      "elsewhere.ipynb": "{}",
      "elsewhere.run.json": record("drafts/elsewhere.ipynb"),
      [`kept.run.json.${NOBODY}-0a1b2c3d.tmp`]: "half",
      [`kept.run.json.${process.pid}-0a1b2c3d.tmp`]: "at work",
      ".ipynb_checkpoints/kept-checkpoint.ipynb": "{}",
      "notes.md": "mine",
    })) {
      project.write(`reports/notebooks/${name}`, content);
    }
    removeOrphans(project.root, selectNotebooks(project.root, []));
    expect(readdirSync(join(project.root, "reports", "notebooks")).sort()).toEqual([
      ".ipynb_checkpoints",
      "elsewhere.ipynb",
      "elsewhere.run.json",
      "kept.ipynb",
      "kept.run.json",
      `kept.run.json.${process.pid}-0a1b2c3d.tmp`,
      "notes.md",
    ]);
  });
});

describe("draftFolder", () => {
  it("is this process's own and clears away those of processes that are gone", () => {
    project.write(`.ostia/drafts/${NOBODY}/n.ipynb`, "half");
    project.write(`.ostia/drafts/${process.ppid}/n.ipynb`, "at work");
    const folder = draftFolder(project.root);
    expect(existsSync(folder)).toBe(true);
    const parent = join(project.root, ".ostia", "drafts");
    expect(readdirSync(parent).sort()).toEqual([String(process.pid), String(process.ppid)].sort());
  });
});
