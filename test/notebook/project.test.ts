import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  findProjectRoot,
  notebookPaths,
  PACKAGE_ROOT,
  projectPath,
} from "../../src/notebook/project.js";
import { makeProject, type TestProject } from "./project.js";

let project: TestProject;
beforeAll(() => {
  project = makeProject();
});
afterAll(() => project.remove());

describe("findProjectRoot", () => {
  it("goes up to the folder that holds package.json and notebooks/", () => {
    project.write("notebooks/package.json", "{}");
    project.write("notebooks/deep/er/x", "");
    expect(findProjectRoot(join(project.root, "notebooks", "deep", "er"))).toBe(project.root);
    expect(findProjectRoot(project.root)).toBe(project.root);
  });

  it("is the package where there is none", () => {
    expect(findProjectRoot("/")).toBe(PACKAGE_ROOT);
  });
});

describe("projectPath", () => {
  it.each([
    ["datasets/a.csv", "datasets/a.csv"],
    ["/p/datasets/../b.csv", "b.csv"],
    ["/elsewhere/a.csv", "/elsewhere/a.csv"],
    ["../a.csv", "/a.csv"],
    ["..hidden/a.csv", "..hidden/a.csv"],
  ])("prints %s as %s", (path, printed) => {
    expect(projectPath("/p", path)).toBe(printed);
  });
});

describe("notebookPaths", () => {
  it("gives copy, record and log the name of the notebook", () => {
    expect(notebookPaths("/p", "notebooks/ripley-2016.ipynb")).toEqual({
      slug: "ripley-2016",
      source: "/p/notebooks/ripley-2016.ipynb",
      executed: "/p/reports/notebooks/ripley-2016.ipynb",
      record: "/p/reports/notebooks/ripley-2016.run.json",
      log: "/p/reports/logs/ripley-2016.json",
    });
  });
});
