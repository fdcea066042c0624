import { createHash } from "node:crypto";
import fs, { readFileSync } from "node:fs";
import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type FileReads,
  fileReads,
  hashPath,
  recordFileReads,
} from "../../src/notebook/file-reads.js";
import { PACKAGE_ROOT } from "../../src/notebook/project.js";
import { makeProject, type TestProject } from "./project.js";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

let project: TestProject;
let reads: FileReads;
let cell = 0;
beforeAll(() => {
  project = makeProject();
  for (const name of ["a", "b", "c", "d/e", "d/f/g"]) project.write(`datasets/${name}.csv`, name);
  reads = recordFileReads(project.root);
});
afterAll(() => {
  reads.enterCell(0);
  project.remove();
});

const path = (name: string): string => join(project.root, name);

/** What a new cell reads while it does something. */
async function readsOf(work: () => unknown): Promise<string[]> {
  reads.enterCell(++cell);
  await work();
  reads.enterCell(0);
  return reads.ofCell(cell);
}

describe("recordFileReads", () => {
  it("can be found by the library", () => {
    expect(fileReads()).toBe(reads);
  });

  it.each<[string, () => unknown]>([
    ["readFileSync", () => fs.readFileSync(path("datasets/a.csv"))],
    ["readFileSync, imported by name", () => readFileSync(path("datasets/a.csv"), "utf8")],
    ["readFileSync of a URL", () => readFileSync(pathToFileURL(path("datasets/a.csv")))],
    ["readFileSync of bytes", () => readFileSync(Buffer.from(path("datasets/a.csv")))],
    ["readFile of promises", () => readFile(path("datasets/a.csv"))],
    ["fs.promises.readFile", () => fs.promises.readFile(path("datasets/a.csv"), { flag: "r" })],
    ["openSync", () => fs.closeSync(fs.openSync(path("datasets/a.csv"), "r"))],
    ["openSync to read and write", () => fs.closeSync(fs.openSync(path("datasets/a.csv"), "r+"))],
    ["open of promises", async () => (await open(path("datasets/a.csv"))).close()],
    [
      "readFile with a callback",
      () => new Promise((resolve) => fs.readFile(path("datasets/a.csv"), resolve)),
    ],
    [
      "createReadStream",
      () =>
        new Promise<void>((resolve) =>
          fs.createReadStream(path("datasets/a.csv")).on("close", resolve).resume(),
        ),
    ],
  ])("sees %s", async (_what, work) => {
    expect(await readsOf(work)).toEqual(["datasets/a.csv"]);
  });

  it.each<[string, () => unknown]>([
    ["writing", () => fs.writeFileSync(path("datasets/new.csv"), "x")],
    ["writing by descriptor", () => fs.closeSync(fs.openSync(path("datasets/new.csv"), "w+"))],
    ["the code of packages", () => readFileSync(path("node_modules/zod/package.json"))],
    ["the library", () => readFileSync(join(PACKAGE_ROOT, "package.json"))],
  ])("leaves out %s", async (_what, work) => {
    expect(await readsOf(work)).toEqual([]);
  });

  it("records nothing between cells", () => {
    readFileSync(path("datasets/c.csv"));
    expect(reads.hashes().map((read) => read.path)).not.toContain("datasets/c.csv");
  });

  it("sees a folder that is listed, and those below it where the listing goes down", async () => {
    expect(await readsOf(() => fs.readdirSync(path("datasets")))).toEqual(["datasets"]);
    expect(await readsOf(() => readdir(path("datasets"), { recursive: true }))).toEqual([
      "datasets",
      "datasets/d",
      "datasets/d/f",
    ]);
  });

  it("records a file that is missing, so that its coming is noticed", async () => {
    const missing = () => expect(() => readFileSync(path("datasets/none.csv"))).toThrow("ENOENT");
    expect(await readsOf(missing)).toEqual(["datasets/none.csv"]);
    expect(reads.hashes()).toContainEqual({ path: "datasets/none.csv", sha256: sha256("") });
  });

  it("takes a cell that lists the files for a reader of each", async () => {
    await readsOf(() => readFileSync(path("datasets/a.csv")));
    const listed = await readsOf(() => reads.hashes());
    expect(listed).toEqual(reads.hashes().map((each) => each.path));
    expect(listed).toContain("datasets/a.csv");
  });

  it("hashes a file as it was when it was first read", async () => {
    await readsOf(() => readFileSync(path("datasets/b.csv")));
    project.write("datasets/b.csv", "changed while the notebook ran");
    await readsOf(() => readFileSync(path("datasets/b.csv")));
    expect(reads.hashes()).toContainEqual({ path: "datasets/b.csv", sha256: sha256("b") });
  });

  it("gives the hashes in the order of the paths, each once", () => {
    const paths = reads.hashes().map((read) => read.path);
    expect(paths).toEqual([...new Set(paths)].sort());
    expect(paths.length).toBeGreaterThan(3);
  });
});

describe("hashPath", () => {
  it("is SHA-256 of a file's bytes, however large", () => {
    const text = "0123456789abcdef".repeat(200_000); // 3.2 MB, more than one chunk
    project.write("large.csv", text);
    expect(hashPath(path("large.csv"))).toBe(sha256(text));
  });

  it("changes for a folder when a file is added, not when one is edited", () => {
    project.write("folder/a", "1");
    const before = hashPath(path("folder"));
    project.write("folder/a", "2");
    expect(hashPath(path("folder"))).toBe(before);
    project.write("folder/b", "1");
    expect(hashPath(path("folder"))).not.toBe(before);
  });

  it("does not wait for a device that has no end", () => {
    expect(hashPath("/dev/zero")).toBe(sha256(""));
  });
});
