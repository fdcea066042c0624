import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it, vi } from "vitest";
import { column, fromDanfo, readTable, toCsv, toDanfo } from "../../src/data/index.js";
import { fileWith } from "./in-folder.js";

const require = createRequire(import.meta.url);
const installed = (() => {
  try {
    require.resolve("danfojs");
    return true;
  } catch {
    return false;
  }
})();
const named = installed ? "" : " (SKIPPED: the optional package danfojs is not installed)";

const schema = {
  columns: {
    id: { type: "text" },
    arm: { type: "category", levels: ["print", "control"] },
    size_mm: { type: "number", mayBeMissing: true },
    leak: { type: "boolean", yes: ["yes"], no: ["no"], mayBeMissing: true },
  },
} as const;
const TEXT = "id,arm,size_mm,leak\n001,print,24,yes\n002,print,,no\n003,print,26,\n";
const { table } = readTable(fileWith(TEXT), schema);

describe.skipIf(!installed)(`toDanfo and fromDanfo${named}`, () => {
  it("come back with the same table, missing values and ids included", () => {
    const back = fromDanfo(toDanfo(table, { missing: "nan" }), schema);
    expect(toCsv(back.table)).toBe(TEXT);
    expect(back.issues).toEqual([]);
  });

  it("never put null into a frame", () => {
    const frame = toDanfo(table, { missing: "nan" });
    expect(frame.values.flat()).not.toContain(null);
    expect(frame.groupby(["arm"]).col(["size_mm"]).mean().values).toEqual([["print", Number.NaN]]);
    expect(() => frame.describe()).not.toThrow();
  });

  it("leave out rows or refuse, as the rule says", () => {
    const frame = toDanfo(table, { missing: "drop-rows" });
    expect(frame.values).toEqual([["001", "print", 24, true]]);
    expect(() => toDanfo(table, { missing: "refuse" })).toThrow('"size_mm" misses one in row 2');
  });

  it("hold a frame's values against the schema", () => {
    const frame = toDanfo(table, { missing: "nan" });
    expect(() =>
      fromDanfo(frame, { columns: { ...schema.columns, arm: { type: "number" } } }),
    ).toThrow('row 1, column "arm": expected a number; got "print"');
  });

  it("do not let the frame change the table", () => {
    const frame = toDanfo(table, { missing: "nan" });
    frame.fillNa(0, { inplace: true });
    expect(column(table, "size_mm")[1]).toBeNaN();
  });
});

describe.skipIf(!installed)(`danfo.js, its traps as of 1.2.0${named}`, () => {
  const { DataFrame, readCSV } = installed ? require("danfojs") : {};

  it("counts null as 0 in the mean of a group", () => {
    const frame = new DataFrame({ arm: ["a", "a", "a"], size: [24, null, 26] });
    expect(frame.groupby(["arm"]).col(["size"]).mean().values[0][1]).toBeCloseTo(50 / 3, 10);
  });

  it("throws in describe() when a value is null", () => {
    const frame = new DataFrame({ size: [24, null, 26] });
    expect(() => frame.describe()).toThrow("type: null");
  });

  it("changes its source in fillNa() of one column", () => {
    const frame = new DataFrame({ size: [1, null, 3] });
    frame.fillNa([0], { columns: ["size"] });
    expect(frame.values).toEqual([[1], [0], [3]]);
  });

  it("cannot read a CSV file in Node", async () => {
    const path = fileWith("");
    writeFileSync(path, "a,b\n1,2\n");
    await expect(readCSV(path)).rejects.toThrow("XMLHttpRequest is not defined");
  });
});

describe("toDanfo without danfo.js", () => {
  it("says what is missing and how to get it", async () => {
    vi.resetModules();
    vi.doMock("node:module", () => ({
      createRequire: () => () => {
        throw Object.assign(new Error("Cannot find module 'danfojs'"), {
          code: "MODULE_NOT_FOUND",
        });
      },
    }));
    const { toDanfo: without } = await import("../../src/data/danfo.js");
    vi.doUnmock("node:module");
    expect(() => without(table, { missing: "nan" })).toThrow(
      "toDanfo: needs the package danfojs, which is optional and not installed",
    );
  });
});
