import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/notebook/project.js";
import { makeProject, type TestProject } from "../notebook/project.js";

const COMMANDS = "run status lint check stat measure segment wall printcheck report".split(" ");

let project: TestProject;
beforeAll(() => {
  project = makeProject();
});
afterAll(() => project.remove());

describe("ostia", () => {
  it("tells its version and its commands", async () => {
    const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8"));
    expect(await project.ostia("--version")).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: "",
    });
    const help = await project.ostia("--help");
    expect(help.code).toBe(0);
    for (const command of [...COMMANDS, "kernel"]) {
      expect(help.stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
    }
  });

  it.each([
    [["rum"], "unknown command 'rum'"],
    [["run", "--fast"], "unknown option '--fast'"],
    [["kernel", "remove"], "unknown command 'remove'"],
    [["check"], "missing required argument 'claims.json'"],
    [["kernel", "install", "here"], "too many arguments"],
    [["run", "nothing"], "nothing: no such notebook; notebooks/ holds: none"],
    [["run", "--jobs", "none"], '--jobs: needs a positive whole number; got "none"'],
  ])("ends %j with 2 and says why", async (args, message) => {
    const ended = await project.ostia(...args);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe("");
    expect(ended.stderr).toContain(message);
  });
});
