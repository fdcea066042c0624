import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findQuarto, runQuarto } from "../../src/publish/quarto.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ostia-quarto-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An executable that stands for Quarto. */
function fakeQuarto(script: string): string {
  const path = join(folder, "quarto");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe("findQuarto", () => {
  it("finds the first on PATH that can be executed", () => {
    mkdirSync(join(folder, "earlier"));
    writeFileSync(join(folder, "earlier", "quarto"), "not executable");
    const path = fakeQuarto("");
    const PATH = ["/nowhere", join(folder, "earlier"), folder].join(delimiter);
    expect(findQuarto({ PATH })).toBe(path);
  });

  it("finds none where there is none", () => {
    expect(findQuarto({ PATH: folder })).toBeUndefined();
    expect(findQuarto({})).toBeUndefined();
  });

  it("does not take a folder for it", () => {
    mkdirSync(join(folder, "quarto"));
    expect(findQuarto({ PATH: folder })).toBeUndefined();
  });
});

describe("runQuarto", () => {
  it("renders the project to HTML into the given folder", async () => {
    const log = join(folder, "log");
    const path = fakeQuarto(`pwd > ${log}; printf '%s\\n' "$@" >> ${log}`);
    mkdirSync(join(folder, "reports"));
    await runQuarto(path, join(folder, "reports"), ".site-1");
    expect(readFileSync(log, "utf8").trim().split("\n")).toEqual([
      join(folder, "reports"),
      "render",
      ".",
      "--to",
      "html",
      "--output-dir",
      ".site-1",
    ]);
  });

  it("repeats what Quarto complained of", async () => {
    const path = fakeQuarto("echo 'ERROR: bad YAML' >&2; exit 3");
    await expect(runQuarto(path, folder, "x")).rejects.toThrow(/exit code 3\nERROR: bad YAML/);
  });

  it("says when it cannot be started", async () => {
    await expect(runQuarto(join(folder, "none"), folder, "x")).rejects.toThrow(
      "could not be started",
    );
  });
});
