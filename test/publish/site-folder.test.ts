import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recoverSite, sitePath, stagingName, swapSite } from "../../src/publish/site-folder.js";

let reports: string;
beforeEach(() => {
  reports = mkdtempSync(join(tmpdir(), "ostia-swap-"));
});
afterEach(() => rmSync(reports, { recursive: true }));

function folder(name: string, content: string): void {
  mkdirSync(join(reports, name));
  writeFileSync(join(reports, name, "index.html"), content);
}

const shown = (): string => readFileSync(join(sitePath(reports), "index.html"), "utf8");

/** Number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

describe("swapSite", () => {
  it("puts the new site in the place of the old and leaves nothing else", () => {
    folder("_site", "old");
    folder(stagingName(), "new");
    swapSite(reports);
    expect(shown()).toBe("new");
    expect(readdirSync(reports)).toEqual(["_site"]);
  });

  it("works where there was no site", () => {
    folder(stagingName(), "first");
    swapSite(reports);
    expect(shown()).toBe("first");
  });

  it("keeps the old site when there is no new one", () => {
    folder("_site", "old");
    expect(() => swapSite(reports)).toThrow("ENOENT");
    expect(shown()).toBe("old");
  });
});

describe("recoverSite", () => {
  it("brings back a site that a killed run had moved away", () => {
    const dead = deadPid();
    folder(`.site-old-${dead}`, "old");
    folder(stagingName(dead), "unfinished");
    recoverSite(reports);
    expect(shown()).toBe("old");
    expect(readdirSync(reports)).toEqual(["_site"]);
  });

  it("removes what a killed run left beside a site that stands", () => {
    const dead = deadPid();
    folder("_site", "new");
    folder(`.site-old-${dead}`, "old");
    recoverSite(reports);
    expect(shown()).toBe("new");
    expect(readdirSync(reports)).toEqual(["_site"]);
  });

  it("leaves the folder of a run that is alive", () => {
    folder(stagingName(process.ppid), "at work");
    recoverSite(reports);
    expect(existsSync(join(reports, stagingName(process.ppid)))).toBe(true);
  });

  it("does nothing where there are no reports", () => {
    expect(() => recoverSite(join(reports, "none"))).not.toThrow();
  });
});
