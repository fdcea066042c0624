import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { column, readTable, toCsv, writeCsv } from "../../src/data/index.js";
import { fileWith } from "./in-folder.js";

const schema = {
  columns: {
    id: { type: "text" },
    size_mm: { type: "number", mayBeMissing: true },
    leak: { type: "boolean", yes: ["yes"], no: ["no"] },
  },
} as const;
const TEXT = 'id,size_mm,leak\n001,0.30000000000000004,yes\n"a, ""b""\nc",,no\n';

describe("toCsv", () => {
  it("gives back what was read, digit by digit", () => {
    const { table } = readTable(fileWith(TEXT), schema);
    expect(toCsv(table)).toBe(TEXT);
  });

  it("writes with the separator and decimal mark of the schema", () => {
    const semicolon = { ...schema, separator: ";", decimal: "," } as const;
    const text = "id;size_mm;leak\n1;22,5;yes\n";
    expect(toCsv(readTable(fileWith(text), semicolon).table)).toBe(text);
  });
});

describe("writeCsv", () => {
  it("replaces a file whole and leaves nothing beside it", () => {
    const path = fileWith(TEXT);
    const { table } = readTable(path, schema);
    writeCsv(path, table);
    expect(readFileSync(path, "utf8")).toBe(TEXT);
    expect(readdirSync(dirname(path))).toEqual(["data.csv"]);
    expect(column(readTable(path, schema).table, "id")).toEqual(column(table, "id"));
  });

  it("leaves nothing behind when it cannot write", () => {
    const folder = join(dirname(fileWith("")), "folder.csv");
    mkdirSync(folder);
    const { table } = readTable(fileWith(TEXT), schema);
    expect(() => writeCsv(folder, table)).toThrow();
    expect(readdirSync(dirname(folder))).toEqual(["data.csv", "folder.csv"]);
  });
});
