import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { report } from "../../src/cli/report.js";
import type { Terminal } from "../../src/cli/terminal.js";

let root: string;
let said: { out: string[]; notes: string[] };
let terminal: Terminal;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ostia-report-"));
  mkdirSync(join(root, "notebooks"));
  mkdirSync(join(root, "reports"));
  writeFileSync(join(root, "package.json"), "{}");
  writeFileSync(join(root, "package-lock.json"), "{}");
  said = { out: [], notes: [] };
  terminal = {
    out: (text) => said.out.push(text),
    note: (text) => said.notes.push(text),
    isTty: false,
    columns: 80,
  };
});
afterEach(() => rmSync(root, { recursive: true }));

const OPTIONS = { to: "html", force: false, json: false };

describe("report", () => {
  it.each([
    ["pdf", /cannot make pdf yet; it knows html, docx, jats/],
    ["html,odt", /knows html, docx, jats; got "odt"/],
  ])("refuses --to %s as the caller's error", async (to, message) => {
    await expect(report({ ...OPTIONS, root, to }, terminal)).rejects.toThrow(message);
  });

  it("ends with 1 and names a notebook that has not been run", async () => {
    const metadata = { kernelspec: { name: "ostia" } };
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata, cells: [] };
    writeFileSync(join(root, "notebooks", "new.ipynb"), JSON.stringify(notebook));
    expect(await report({ ...OPTIONS, root }, terminal)).toBe(1);
    expect(said.notes.join("\n")).toContain("notebooks/new.ipynb: has not been run");
  });

  it("says the same in JSON and nothing else on standard output", async () => {
    expect(await report({ ...OPTIONS, root, json: true }, terminal)).toBe(1);
    expect(said.out).toHaveLength(1);
    expect(JSON.parse(said.out[0]!)).toMatchObject({ rendered: false });
  });
});
