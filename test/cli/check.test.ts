import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CheckOptions, check } from "../../src/cli/check.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { raw } from "../claims/claim-files.js";
import { fileWith } from "../data/in-folder.js";

const REVIEW = "datasets/published/claims.json";

async function run(
  path: string,
  options: CheckOptions = {},
  columns?: number,
): Promise<{ code: number; out: string[]; notes: string[] }> {
  const out: string[] = [];
  const notes: string[] = [];
  const terminal: Terminal = {
    out: (text) => out.push(text),
    note: (text) => notes.push(text),
    isTty: columns !== undefined,
    columns: columns ?? 80,
  };
  return { code: await check(path, options, terminal), out, notes };
}
const fileOf = (...claims: unknown[]): string => fileWith(JSON.stringify(claims), "claims.json");
const fine = raw("proportion", { n: "22", count: "10", percent: "45" });
const wrong = raw("proportion", { n: "29", percent: "95" });

describe("check", () => {
  it("prints a line a claim and a summary, and exits 1 when something is contradicted", async () => {
    const { code, out, notes } = await run(REVIEW);
    expect(code).toBe(1);
    expect(notes).toEqual([]);
    expect(out).toHaveLength(1 + 71 + 2);
    expect(out[1]).toMatch(
      /^hell-2017\/n\/text {2,}contradicted {2,}n is 22 here and 29 in hell-2017\/n\/table/,
    );
    const counts = [...out.at(-1)!.matchAll(/\d+ /g)].map(Number);
    expect(out.at(-1)).toMatch(
      /^71 claims: \d+ reproduced, \d+ possible, \d+ contradicted, \d+ not checkable$/,
    );
    expect(counts.slice(1).reduce((sum, count) => sum + count, 0)).toBe(71);
  });

  it("folds the sentences to the width of a terminal, losing no word", async () => {
    const wide = (await run(REVIEW)).out.join("\n");
    const { out } = await run(REVIEW, {}, 100);
    const lines = out.join("\n").split("\n");
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(lines.length).toBeGreaterThan(71 + 3);
    expect(out.join("\n").split(/\s+/)).toEqual(wide.split(/\s+/));
  });

  it("prints one JSON array and nothing else, one entry a claim in the file's order", async () => {
    const { out, notes } = await run(REVIEW, { json: true });
    expect(out).toHaveLength(1);
    expect(notes).toEqual([]);
    const entries = JSON.parse(out[0]!);
    expect(entries).toHaveLength(71);
    expect(entries[0].id).toBe("hell-2017/n/text");
    for (const entry of entries) {
      expect(Object.keys(entry)).toEqual(["id", "verdict", "findings"]);
      expect(entry.findings.length).toBeGreaterThan(0);
      for (const finding of entry.findings) {
        expect(finding.code).toMatch(/^[A-Z_]+$/);
        expect(finding.message).toMatch(/\.$/);
      }
    }
  });

  it("exits 0 when nothing is contradicted", async () => {
    expect((await run(fileOf(fine))).code).toBe(0);
    expect((await run(fileOf())).out.at(-1)).toMatch(/^0 claims: 0 reproduced/);
    expect((await run(fileOf(wrong))).code).toBe(1);
  });

  it("prints one HTML document and nothing else, with the same exit codes", async () => {
    const { code, out, notes } = await run(REVIEW, { html: true });
    expect([code, out.length, notes]).toEqual([1, 1, []]);
    expect(out[0]).toMatch(/^<!DOCTYPE html>\n<html.*<\/html>$/s);
    expect((await run(fileOf(fine), { html: true })).code).toBe(0);
  });

  it("writes the HTML document into a file whole, and says so", async () => {
    const claims = fileOf(wrong);
    const output = join(dirname(claims), "new", "folder", "report.html");
    const { code, out, notes } = await run(claims, { html: true, output });
    expect([code, out, notes]).toEqual([1, [], [`check: ${output} written`]]);
    expect(readFileSync(output, "utf8")).toMatch(/<\/html>\n$/);
    expect(readdirSync(dirname(output))).toEqual(["report.html"]);
  });

  it.each<[CheckOptions, string]>([
    [{ json: true, html: true }, "check: prints JSON or HTML; got --json and --html"],
    [{ output: "x.html" }, "check: writes a file with --html alone; got --output"],
    [{ html: true, output: "/dev/null/x.html" }, "/dev/null/x.html: cannot be written"],
  ])("refuses %j", async (options, fault) => {
    const { code, out, notes } = await run(fileOf(fine), options);
    expect([code, out]).toEqual([2, []]);
    expect(notes.join("\n")).toContain(fault);
  });

  it("does not write over the claims", async () => {
    const claims = fileOf(fine);
    const before = readFileSync(claims, "utf8");
    expect((await run(claims, { html: true, output: claims })).code).toBe(2);
    expect(readFileSync(claims, "utf8")).toBe(before);
  });

  it("refuses a list of studies beside the claims that is none", async () => {
    const claims = fileOf(fine);
    writeFileSync(join(dirname(claims), "studies.json"), "{}");
    const { code, notes } = await run(claims, { html: true });
    expect([code, notes.join()]).toEqual([
      2,
      expect.stringContaining("must hold a list of studies"),
    ]);
  });

  it("says on standard error that many claims are being checked", async () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ ...fine, id: `s/q${i}/text` }));
    const { notes } = await run(fileOf(...many), { json: true });
    expect(notes).toEqual(["check: checking 200 claims"]);
  });

  it.each([{ json: false }, { json: true }, { html: true }])(
    "exits 2 with the fault on standard error alone (%j)",
    async (options) => {
      for (const [path, fault] of [
        ["no/such.json", "no/such.json: cannot be read: there is no such file"],
        [fileWith("[{", "claims.json"), "expected JSON"],
        [fileOf(raw("median", {})), 'unknown kind "median"; known kinds are sample-size'],
        [
          fileOf(raw("sample-size", { n: 22 })),
          'n: expected a string such as "22", got the number 22',
        ],
      ] as const) {
        const { code, out, notes } = await run(path, options);
        expect([code, out]).toEqual([2, []]);
        expect(notes.join("\n")).toContain(fault);
      }
    },
  );

  it("prints the same twice", async () => {
    expect(await run(REVIEW, { json: true })).toEqual(await run(REVIEW, { json: true }));
  });
});
