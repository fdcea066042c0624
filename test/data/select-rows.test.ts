import { describe, expect, it } from "vitest";
import { column, completeRows, readTable, selectRows } from "../../src/data/index.js";
import { fileWith } from "./in-folder.js";

const { table } = readTable(fileWith("id,size_mm,leak\na,21,yes\nb,NA,no\nc,27,NA\nd,24,no\n"), {
  columns: {
    id: { type: "text" },
    size_mm: { type: "number", mayBeMissing: true },
    leak: { type: "boolean", yes: ["yes"], no: ["no"], mayBeMissing: true },
  },
});

describe("selectRows", () => {
  it("keeps the marked rows in their order and leaves the table alone", () => {
    const some = selectRows(table, [true, false, false, true]);
    expect(some.rows).toBe(2);
    expect(column(some, "id")).toEqual(["a", "d"]);
    expect(column(some, "size_mm")).toEqual(Float64Array.of(21, 24));
    expect(table.rows).toBe(4);
  });

  it("refuses marks that are not one a row", () => {
    expect(() => selectRows(table, [true])).toThrow("got 1 marks for 4 rows");
  });
});

describe("completeRows", () => {
  it("leaves out the rows that miss a value in the named columns, and only those", () => {
    expect(column(completeRows(table, ["size_mm"]), "id")).toEqual(["a", "c", "d"]);
    expect(column(completeRows(table, ["leak"]), "leak")).toEqual([true, false, false]);
    expect(column(completeRows(table, ["size_mm", "leak"]), "id")).toEqual(["a", "d"]);
  });

  it("refuses no columns", () => {
    expect(() => completeRows(table, [])).toThrow("needs the columns that must be complete");
  });
});
