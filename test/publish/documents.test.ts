import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDocuments } from "../../src/publish/documents.js";
import { type FixtureProject, fixtureProject } from "./fixtures/project.js";

let project: FixtureProject;
let twin: FixtureProject;
let written: readonly string[];
beforeAll(async () => {
  project = fixtureProject("documents");
  twin = fixtureProject("elsewhere");
  written = await writeDocuments(project.root, ["docx", "jats"], []);
  await writeDocuments(twin.root, ["docx", "jats"], []);
});
afterAll(() => {
  project.remove();
  twin.remove();
});

const read = (path: string, root: string = project.root): Buffer => readFileSync(join(root, path));

/** The parts of a zip archive by name, from its local headers. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  let directory = archive.readUInt32LE(
    archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1") + 16,
  );
  while (archive.readUInt32LE(directory) === 0x02014b50) {
    const method = archive.readUInt16LE(directory + 10);
    const size = archive.readUInt32LE(directory + 20);
    const nameLength = archive.readUInt16LE(directory + 28);
    const extra = archive.readUInt16LE(directory + 30) + archive.readUInt16LE(directory + 32);
    const header = archive.readUInt32LE(directory + 42);
    const name = archive.toString("utf8", directory + 46, directory + 46 + nameLength);
    const start =
      header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const body = archive.subarray(start, start + size);
    parts.set(name, method === 8 ? inflateRawSync(body) : body);
    directory += 46 + nameLength + extra;
  }
  return parts;
}

describe("writeDocuments", () => {
  it("writes one document a report and format", () => {
    expect(written).toEqual([
      "reports/_output/demo-sizing.docx",
      "reports/_output/ripley-2016.docx",
      "reports/_output/demo-sizing.xml",
      "reports/_output/ripley-2016.xml",
    ]);
  });

  it("puts the image with its description, the table and the answer into the Word file", () => {
    const parts = unzip(read("reports/_output/ripley-2016.docx"));
    const text = parts.get("word/document.xml")!.toString("utf8");
    expect([...parts.keys()].filter((name) => name.endsWith(".png"))).toHaveLength(1);
    expect(text).toContain('descr="Three horizontal intervals: ');
    expect(text).toContain("29.9 to 92.5\u00a0%");
    expect(text).toContain("Answer");
    expect(text).toContain("Figure\u00a01");
    expect(text).not.toContain("readTable"); // code stays in the notebook
    expect(text).not.toContain("colophon.html");
  });

  it("writes JATS with an abstract, numbered floats, and images beside it", () => {
    const text = read("reports/_output/ripley-2016.xml").toString("utf8");
    expect(text).toMatch(/<abstract>\s*<p>Light found/);
    expect(text).toContain('xlink:href="_figures/ripley-2016/fig-accuracy.png"');
    expect(read("reports/_output/_figures/ripley-2016/fig-accuracy.png").length).toBeGreaterThan(
      1000,
    );
    expect(text).toMatch(/Figure\u00a01<\/named-content>/);
    expect(text).toContain("unverified");
  });

  it("gives the same bytes in another folder and at another time", () => {
    for (const path of written) expect(read(path).equals(read(path, twin.root))).toBe(true);
  });

  it("refuses what is stale", async () => {
    const stale = [{ notebook: "notebooks/x.ipynb", reason: "its code changed" }];
    await expect(writeDocuments(project.root, ["docx"], stale)).rejects.toThrow(
      "notebooks/x.ipynb: its code changed",
    );
  });
});
