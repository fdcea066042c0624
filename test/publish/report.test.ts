import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { datasetsOf, readReports } from "../../src/publish/report.js";
import { type FixtureProject, fixtureProject } from "./fixtures/project.js";

let project: FixtureProject;
afterEach(() => project.remove());

describe("readReports", () => {
  it("reads every executed notebook with its record, by name", () => {
    project = fixtureProject("reports");
    const { reports, stale } = readReports(project.root);
    expect(reports.map(({ slug }) => slug)).toEqual(["demo-sizing", "ripley-2016"]);
    expect(reports[1]?.record.key).toBe("1".repeat(64));
    expect(stale).toEqual([]);
  });

  it("does not take a copy that was changed after its run", () => {
    project = fixtureProject("reports");
    const path = join(project.root, "reports", "notebooks", "ripley-2016.ipynb");
    project.edit("ripley-2016", (text) => text.replace("6 of 9", "7 of 9"));
    expect(readReports(project.root).stale).toEqual([]); // the record was changed with it
    writeFileSync(path, "\n", { flag: "a" });
    expect(readReports(project.root).stale).toEqual([
      {
        notebook: "notebooks/ripley-2016.ipynb",
        reason: "the executed copy was changed after its run",
      },
    ]);
  });

  it("does not take a copy without a record", () => {
    project = fixtureProject("reports");
    rmSync(join(project.root, "reports", "notebooks", "ripley-2016.run.json"));
    expect(readReports(project.root).stale[0]?.reason).toBe("there is no record of its run");
  });

  it("leaves out copies whose notebook is gone", () => {
    project = fixtureProject("reports");
    rmSync(join(project.root, "notebooks", "demo-sizing.ipynb"));
    expect(readReports(project.root).reports.map(({ slug }) => slug)).toEqual(["ripley-2016"]);
  });

  it("refuses a record that is not JSON, naming the file", () => {
    project = fixtureProject("reports");
    const path = join(project.root, "reports", "notebooks", "ripley-2016.run.json");
    writeFileSync(path, "{");
    expect(() => readReports(project.root)).toThrow(/ripley-2016\.run\.json: is not JSON/);
  });
});

describe("datasetsOf", () => {
  it("names the files that a cell's upstream cells read, and no others", () => {
    project = fixtureProject("reports");
    const record = readReports(project.root).reports[1]!.record;
    expect(datasetsOf(record, 10).map(({ path }) => path)).toEqual([
      "datasets/published/ripley-2016.csv",
    ]);
    expect(datasetsOf(record, 7)).toHaveLength(1);
    expect(datasetsOf(record, 5)).toEqual([]);
    expect(datasetsOf(record, 99)).toEqual([]);
  });
});
