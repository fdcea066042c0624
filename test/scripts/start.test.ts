import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeClone } from "./clone.js";

let clone: ReturnType<typeof makeClone>;
beforeAll(() => {
  clone = makeClone();
  start(); // builds
});
beforeEach(() => rmSync(join(clone.root, "calls"), { force: true }));
afterAll(() => clone.remove());

/** Starts from another folder, as an editor or a scheduler may. */
function start(fails = ""): { code: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(clone.root, "scripts/start.mjs")], {
    cwd: join(clone.root, "src"),
    env: { ...process.env, OSTIA_FAILS: fails },
    encoding: "utf8",
  });
  return { code: status, said: stderr };
}

function calls(): string[] {
  const path = join(clone.root, "calls");
  return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
}

describe("npm start", () => {
  it("runs the notebooks, publishes them and says where", () => {
    expect(start()).toEqual({
      code: 0,
      said: `\nThe report: file://${clone.root}/reports/_site/index.html\n`,
    });
    expect(calls()).toEqual(["run", "report"]);
  });

  it.each([
    ["run", ["run"]],
    ["report", ["run", "report"]],
  ])("ends with the exit code of %s when it fails", (command, called) => {
    expect(start(command)).toEqual({ code: 1, said: "" });
    expect(calls()).toEqual(called);
  });
});
