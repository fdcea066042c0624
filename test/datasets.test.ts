import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readClaims } from "../src/claims/index.js";
import { column, readTable } from "../src/data/index.js";

const RENEW =
  "datasets/hashes.json does not hold the files under datasets/: if the change is meant, run `node scripts/hash-datasets.mjs` and say in CHANGELOG.md which published number moves";

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

describe("the datasets", () => {
  it("are the files whose hashes are recorded", () => {
    const paths = filesBelow("datasets").filter((path) => path !== "datasets/hashes.json");
    const hashes = Object.fromEntries(
      paths
        .sort()
        .map((path) => [path, createHash("sha256").update(readFileSync(path)).digest("hex")]),
    );
    expect(JSON.parse(readFileSync("datasets/hashes.json", "utf8")), RENEW).toEqual(hashes);
  });

  it("each lie beside a note on their source", () => {
    for (const [folder, note] of [
      ["published", "SOURCE.md"],
      ["device-charts", "SOURCES.md"],
    ] as const) {
      const text = readFileSync(`datasets/${folder}/${note}`, "utf8");
      const data = readdirSync(`datasets/${folder}`).filter((name) => /\.(csv|json)$/.test(name));
      for (const name of data) expect(text, `${note} does not name ${name}`).toContain(name);
    }
  });

  it("describe every study that has claims", () => {
    const studies: { id: string; citation?: { seen: string[]; unverified: string[] } }[] =
      JSON.parse(readFileSync("datasets/published/studies.json", "utf8"));
    const known = studies.map(({ id }) => id);
    expect(new Set(known).size).toBe(known.length);
    for (const { study } of readClaims("datasets/published/claims.json")) {
      expect(known).toContain(study);
    }
  });

  it("say of every field of a citation whether it was seen", () => {
    const studies: { id: string; citation?: Record<string, unknown> }[] = JSON.parse(
      readFileSync("datasets/published/studies.json", "utf8"),
    );
    for (const { id, citation } of studies.filter((one) => one.citation !== undefined)) {
      const { key: _, authorsComplete: __, seen, unverified, ...fields } = citation!;
      const said = [...(seen as string[]), ...(unverified as string[])].filter(
        (f) => f !== "title",
      );
      expect([id, said.sort()]).toEqual([id, Object.keys(fields).sort()]);
    }
  });

  it("hold the counts that the review prints of Ripley 2016", () => {
    const words = { type: "boolean", yes: ["yes"], no: ["no"] } as const;
    const { table } = readTable("datasets/published/ripley-2016.csv", {
      columns: { patient: { type: "text", unique: true }, leak: words, light: words },
    });
    const light = column(table, "light");
    const counts = { leak: 0, found: 0, none: 0, excluded: 0 };
    column(table, "leak").forEach((leak, row) => {
      counts[leak ? "leak" : "none"] += 1;
      if (leak && light[row]) counts.found += 1;
      if (!leak && !light[row]) counts.excluded += 1;
    });
    const claims = readClaims("datasets/published/claims.json");
    const printed = (quantity: string) =>
      claims.find(({ id }) => id === `ripley-2016/${quantity}/text`);
    expect(printed("leak-found")).toMatchObject({
      count: String(counts.found),
      n: String(counts.leak),
    });
    expect(printed("leak-excluded")).toMatchObject({
      count: String(counts.excluded),
      n: String(counts.none),
    });
    expect(printed("n")).toMatchObject({ n: String(table.rows) });
  });

  it("have device charts with rising sizes and ranges", () => {
    for (const name of ["amulet", "evolut-pro-plus", "watchman", "watchman-flx"]) {
      const [header, ...lines] = readFileSync(`datasets/device-charts/${name}.csv`, "utf8")
        .trimEnd()
        .split("\n");
      const names = header!.split(",");
      expect(names.slice(0, 2)).toEqual(["device", "size_mm"]);
      const rows = lines.map((line) => line.split(",").slice(1).map(Number));
      rows.forEach((row, i) => {
        for (let k = 1; k < row.length; k += 2) expect(row[k]).toBeLessThan(row[k + 1]!);
        const before = rows[i - 1] ?? row.map(() => 0);
        for (const [k, value] of row.entries()) expect(value).toBeGreaterThan(before[k]!);
      });
    }
  });
});
