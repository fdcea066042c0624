import { describe, expect, it } from "vitest";
import { column, readTable } from "../../src/data/index.js";
import { fileWith } from "./in-folder.js";

const annulus = {
  columns: {
    id: { type: "text", unique: true },
    annulus_area_mm2: { type: "number", unit: "mm²", minimum: 200, maximum: 1000 },
    beads: { type: "integer", minimum: 3 },
    leak: { type: "boolean", yes: ["yes"], no: ["no"] },
    valve: { type: "category", levels: ["CoreValve", "SAPIEN"] },
  },
} as const;
const HEADER = "id,annulus_area_mm2,beads,leak,valve\n";
const read = (rows: string) => readTable(fileWith(HEADER + rows), annulus);

describe("readTable", () => {
  it("gives typed columns and guesses nothing", () => {
    const { table, issues } = read("001,430.5,8,yes,SAPIEN\n002,512,6,no,CoreValve\n");
    expect(issues).toEqual([]);
    expect(table.rows).toBe(2);
    expect(column(table, "id")).toEqual(["001", "002"]);
    expect(column(table, "annulus_area_mm2")).toEqual(Float64Array.of(430.5, 512));
    expect(column(table, "beads")).toEqual(Float64Array.of(8, 6));
    expect(column(table, "leak")).toEqual([true, false]);
    expect(column(table, "valve")).toEqual(["SAPIEN", "CoreValve"]);
  });

  it("reads the same table whatever the order of columns and the ends of lines", () => {
    const path = fileWith(
      "\uFEFFvalve,leak,beads,annulus_area_mm2,id\r\nSAPIEN,yes,8,430.5,001\r\n",
    );
    const { table } = readTable(path, annulus);
    const plain = read("001,430.5,8,yes,SAPIEN\n").table;
    for (const name of ["id", "annulus_area_mm2", "beads", "leak", "valve"] as const) {
      expect(column(table, name)).toEqual(column(plain, name));
    }
  });

  it("collects odd values as issues and carries on", () => {
    const { table, issues } = read("001,43,8,yes,SAPIEN\n001,NA,2,no,\n");
    expect(column(table, "annulus_area_mm2")).toEqual(Float64Array.of(43, Number.NaN));
    expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["OUT_OF_RANGE", 1, "annulus_area_mm2"],
      ["DUPLICATE", 2, "id"],
      ["MISSING", 2, "annulus_area_mm2"],
      ["OUT_OF_RANGE", 2, "beads"],
      ["MISSING", 2, "valve"],
    ]);
    expect(issues[0]!.message).toBe("annulus_area_mm2 is 43; expected 200 to 1000 mm²");
    expect(issues[3]!.message).toBe("beads is 2; expected at least 3");
    expect(issues[0]!.path).toBe(table.path);
  });

  it("keeps quiet about missing values that were announced", () => {
    const { issues } = readTable(fileWith("a,b\n,1\n"), {
      columns: { a: { type: "number", mayBeMissing: true }, b: { type: "number" } },
    });
    expect(issues).toEqual([]);
  });

  it("names every cell of a wrong type at once: row, line, column, expected, got", () => {
    expect(() => read("001,big,8,yes,SAPIEN\n002,500,8.5,maybe,Sapien\n")).toThrow(
      [
        "data.csv: 4 faults",
        'row 1 (line 2), column "annulus_area_mm2": expected a number; got "big"',
        'row 2 (line 3), column "beads": expected a whole number; got "8.5"',
        'row 2 (line 3), column "leak": expected one of "yes", "no"; got "maybe"',
        'row 2 (line 3), column "valve": expected one of "CoreValve", "SAPIEN"; got "Sapien"',
      ].join("\n  "),
    );
  });

  it("lists at most 20 faults and counts the rest", () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},x,8,yes,SAPIEN`).join("\n");
    expect(() => read(rows)).toThrow(/^(?:.*\n){21} {2}… and 10 more$/);
  });

  it("refuses columns that are missing, unknown or there twice, all in one message", () => {
    const path = fileWith("id,beads,beads,leek,valve\n1,2,3,4,5\n");
    const message = (() => {
      try {
        readTable(path, annulus);
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    })();
    expect(message).toContain('the column "annulus_area_mm2" is missing');
    expect(message).toContain('the column "leak" is missing');
    expect(message).toContain('the column "beads" is there twice');
    expect(message).toContain('the column "leek" is not in the schema');
  });

  it("lets a column be absent that is not required, and says so when it is asked for", () => {
    const { table } = readTable(fileWith("a\n1\n"), {
      columns: { a: { type: "number" }, b: { type: "number", required: false } },
    });
    expect(() => column(table, "b")).toThrow('"a"; got "b"');
  });

  it("refuses rows of another length, empty files and files without rows", () => {
    expect(() => read("001,430.5,8,yes\n")).toThrow("row 1 (line 2): expected 5 cells");
    expect(() => readTable(fileWith(""), annulus)).toThrow(
      "expected a header and rows; it is empty",
    );
    expect(() => read("")).toThrow("expected rows below the header; got none");
  });

  it("refuses a file that is not there or not UTF-8", () => {
    expect(() => readTable("no/such.csv", annulus)).toThrow(
      "no/such.csv: cannot be read: there is",
    );
    expect(() => readTable(fileWith(Uint8Array.of(0x69, 0xe9)), annulus)).toThrow("expected UTF-8");
    expect(() => readTable(fileWith(Buffer.from("\uFEFFid", "utf16le")), annulus)).toThrow(
      "UTF-16",
    );
  });

  it("reads semicolons and decimal commas only when the schema says so", () => {
    const path = fileWith("id;size_mm\n1;22,5\n");
    const columns = { id: { type: "text" }, size_mm: { type: "number" } } as const;
    const { table } = readTable(path, { columns, separator: ";", decimal: "," });
    expect(column(table, "size_mm")).toEqual(Float64Array.of(22.5));
    expect(() => readTable(path, { columns })).toThrow('separator: ";"');
    expect(() => readTable(path, { columns, separator: ";" })).toThrow(
      'expected a number; got "22,5"',
    );
    expect(() => readTable(path, { columns, decimal: "," })).toThrow("must differ");
  });

  it("keeps patient data at home unless a column is called harmless", () => {
    const path = fileWith("id,surname\n1,Amplatzer\n");
    expect(() =>
      readTable(path, { columns: { id: { type: "text" }, surname: { type: "text" } } }),
    ).toThrow('the column "surname" looks like a name, and patient data stay home');
    expect(() => readTable(path, { columns: { id: { type: "text" } } })).toThrow("stay home");
    const { table } = readTable(path, {
      columns: { id: { type: "text" }, surname: { type: "text", harmless: true } },
    });
    expect(column(table, "surname")).toEqual(["Amplatzer"]);
  });

  it("refuses a word that means both yes and no", () => {
    const columns = { leak: { type: "boolean", yes: ["1"], no: ["1", "0"] } } as const;
    expect(() => readTable(fileWith("leak\n1\n"), { columns })).toThrow('"1" stands for both');
  });

  it("reads the counts of Ripley 2016 as the review prints them", () => {
    const words = { type: "boolean", yes: ["yes"], no: ["no"] } as const;
    const { table, issues } = readTable("datasets/published/ripley-2016.csv", {
      columns: { patient: { type: "text", unique: true }, leak: words, light: words },
    });
    const leak = column(table, "leak");
    const light = column(table, "light");
    const count = (wanted: boolean, seen: boolean): number =>
      leak.filter((value, row) => value === wanted && light[row] === seen).length;
    expect(issues).toEqual([]);
    expect(column(table, "patient")[0]).toBe("01");
    expect([count(true, true), count(true, false)]).toEqual([6, 3]); // 6 of 9 found
    expect([count(false, false), count(false, true)]).toEqual([5, 2]); // 5 of 7 excluded
  });
});
