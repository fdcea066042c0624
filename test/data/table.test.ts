import { describe, expect, expectTypeOf, it } from "vitest";
import { column, hasColumn, readTable } from "../../src/data/index.js";
import { fileWith } from "./in-folder.js";

const read = (text: string) =>
  readTable(fileWith(text), {
    columns: {
      id: { type: "text" },
      size_mm: { type: "number" },
      leak: { type: "boolean", yes: ["yes"], no: ["no"], required: false },
      device: { type: "category", levels: ["Watchman", "Amplatzer"] },
    },
  }).table;

describe("column", () => {
  it("has the type that the schema says", () => {
    const table = read("id,size_mm,leak,device\na,21,yes,Watchman\n");
    expectTypeOf(column(table, "id")).toEqualTypeOf<string[]>();
    expectTypeOf(column(table, "size_mm")).toEqualTypeOf<Float64Array>();
    expectTypeOf(column(table, "leak")).toEqualTypeOf<boolean[]>();
    expectTypeOf(column(table, "device")).toEqualTypeOf<("Watchman" | "Amplatzer")[]>();
    // @ts-expect-error: the schema has no such column
    expect(() => column(table, "sise_mm")).toThrow('"size_mm"');
  });

  it("gives a copy, so that the table never changes", () => {
    const table = read("id,size_mm,leak,device\na,21,yes,Watchman\n");
    column(table, "size_mm")[0] = 0;
    expect(column(table, "size_mm")).toEqual(Float64Array.of(21));
  });

  it("marks missing numbers NaN and missing text empty, and refuses gaps elsewhere", () => {
    const table = read("id,size_mm,leak,device\nNA,NA,NA,\nb,21,no,Watchman\n");
    expect(column(table, "size_mm")).toEqual(Float64Array.of(Number.NaN, 21));
    expect(column(table, "id")).toEqual(["", "b"]);
    expect(() => column(table, "leak")).toThrow("misses 1 of 2 values (rows 1)");
    expect(() => column(table, "device")).toThrow('completeRows(table, ["device"])');
  });

  it("feeds arquero's verbs, which leave missing values out", () => {
    const table = read(
      "id,size_mm,leak,device\na,24,yes,Watchman\nb,NA,no,Watchman\nc,26,no,Watchman\n",
    );
    const means = table.frame.groupby("device").rollup({ mean: "mean(d.size_mm)" });
    expect(means.objects()).toEqual([{ device: "Watchman", mean: 25 }]);
  });

  it("knows which columns the file has", () => {
    const table = read("id,size_mm,device\na,21,Watchman\n");
    expect([hasColumn(table, "size_mm"), hasColumn(table, "leak")]).toEqual([true, false]);
  });
});
