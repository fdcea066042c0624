import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stat } from "../../src/cli/stat.js";
import { PACKAGE_ROOT } from "../../src/notebook/project.js";
import { type SaidTerminal, saidTerminal } from "./said.js";

let folder: string;
let terminal: SaidTerminal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ostia-stat-"));
  terminal = saidTerminal();
});
afterEach(() => rmSync(folder, { recursive: true }));

function input(value: unknown): string {
  const path = join(folder, "input.json");
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
}

describe("stat", () => {
  it("prints what the statistic answers as JSON", () => {
    const path = input({ x: 7, n: 24, conf_level: 0.95 });
    expect(stat("binom_ci", path, { json: true }, terminal)).toBe(0);
    const got = JSON.parse(terminal.outs.join("\n"));
    expect(got.estimate).toBe(7 / 24);
    expect(got.wilson).toHaveLength(2);
  });

  it("prints a line a number without --json", () => {
    const path = input({ p: [0.01, 0.04, null] });
    expect(stat("p_adjust", path, { json: false }, terminal)).toBe(0);
    expect(terminal.outs.some((line) => /^bonferroni +\[0\.02,0\.08,null\]$/.test(line))).toBe(
      true,
    );
  });

  it("says why a statistic refuses, answers with the code and is 2", () => {
    const path = input({ x: [1], y: [2], conf_level: 0.95, loa_level: 0.95 });
    expect(stat("bland_altman", path, { json: true }, terminal)).toBe(2);
    expect(JSON.parse(terminal.outs.join("\n")).error).toBe("too_few_pairs");
    expect(terminal.notes.join()).toContain("at least 2 pairs; got 1");
  });

  it("lists the statistics", () => {
    expect(stat(undefined, undefined, { json: true }, terminal)).toBe(0);
    expect(JSON.parse(terminal.outs[0]!)).toContain("roc_auc");
  });

  it("refuses an unknown statistic, naming near ones", () => {
    expect(() => stat("altman", input({}), { json: true }, terminal)).toThrow(
      'got "altman". There is bland_altman',
    );
  });

  it("refuses an input of another shape, naming each place", () => {
    const path = input({ x: [1, "a"], y: [2, 3] });
    expect(() => stat("bland_altman", path, { json: true }, terminal)).toThrow(
      /the input of bland_altman: \$\.x\[1\]/,
    );
    expect(() => stat("bland_altman", input("{"), { json: true }, terminal)).toThrow(
      "expected JSON",
    );
    expect(terminal.outs).toEqual([]);
  });

  it("reads standard input, as a script would call it", () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(PACKAGE_ROOT, "bin", "ostia.js"), "stat", "binom_ci", "-", "--json"],
      { input: JSON.stringify({ x: 3, n: 16 }), encoding: "utf8" },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).n).toBe(16);
  });
});
