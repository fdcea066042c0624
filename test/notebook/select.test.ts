import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selectNotebooks } from "../../src/notebook/select.js";
import { makeProject, type TestProject } from "./project.js";

let project: TestProject;
beforeAll(() => {
  project = makeProject();
  for (const slug of ["b", "a"]) project.notebook(slug, []);
  project.write("drafts/a.ipynb", "{}");
  project.write("notebooks/notes.md", "");
});
afterAll(() => project.remove());

const names = (...given: string[]): string[] =>
  selectNotebooks(project.root, given).map(({ name }) => name);

describe("selectNotebooks", () => {
  it("takes all in notebooks/, sorted, when none is named", () => {
    expect(names()).toEqual(["notebooks/a.ipynb", "notebooks/b.ipynb"]);
  });

  it("takes a name, a path and the same notebook twice", () => {
    expect(names("b", "notebooks/b.ipynb", `${project.root}/notebooks/a.ipynb`)).toEqual([
      "notebooks/a.ipynb",
      "notebooks/b.ipynb",
    ]);
    expect(names("drafts/a.ipynb")).toEqual(["drafts/a.ipynb"]);
  });

  it("refuses one that does not exist, naming those that do", () => {
    expect(() => names("c")).toThrow("c: no such notebook; notebooks/ holds: a, b");
    expect(() => names("notebooks/notes.md")).toThrow("no such notebook");
  });

  it("refuses two that would write the same report", () => {
    expect(() => names("a", "drafts/a.ipynb")).toThrow(
      "notebooks/a.ipynb: shares the name of its report with drafts/a.ipynb",
    );
  });
});
