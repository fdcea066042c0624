import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readNotebook } from "../../../src/notebook/ipynb.js";
import type { LoadedNotebook } from "../../../src/notebook/run/kept-outputs.js";
import { knownClean } from "../../../src/notebook/run/known-clean.js";
import { selectNotebooks } from "../../../src/notebook/select.js";
import { code, makeProject, markdown, type TestCell, type TestProject } from "../project.js";

let project: TestProject;
beforeAll(() => {
  project = makeProject();
});
afterAll(() => project.remove());

function loaded(...cells: TestCell[]): LoadedNotebook {
  project.notebook("n", cells);
  const [selected] = selectNotebooks(project.root, ["n"]);
  const notebook = readNotebook(selected!.paths.source);
  return { ...selected!, notebook, sourceSha256: "", overrides: {} };
}

describe("knownClean", () => {
  it("knows a notebook until its code, its words, an option or the setting changes", () => {
    const option = { label: "fig-a", "fig-cap": "A", "fig-alt": "A" };
    const clean = knownClean(project.root, "setting");
    const notebook = loaded(markdown("Words"), code("1", option));
    expect(clean.has(notebook)).toBe(false);
    clean.add(notebook);
    expect(clean.has(notebook)).toBe(true);
    expect(clean.has(loaded(markdown("Words"), code("2", option)))).toBe(false);
    expect(clean.has(loaded(markdown("See @fig-b"), code("1", option)))).toBe(false);
    expect(clean.has(loaded(markdown("Words"), code("1", { label: "fig-a" })))).toBe(false);
    expect(knownClean(project.root, "another setting").has(notebook)).toBe(false);
  });
});
