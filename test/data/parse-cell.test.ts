import { describe, expect, it } from "vitest";
import { parseCell } from "../../src/data/parse-cell.js";

describe("parseCell", () => {
  it.each([
    ["12", 12],
    [" 12.5 ", 12.5],
    ["-0.5", -0.5],
    [".5", 0.5],
    ["1e-3", 0.001],
  ])("reads %j as a number", (cell, value) => {
    expect(parseCell(cell, { type: "number" }, ".")).toEqual({ value });
  });

  it.each(["1,5", "0x10", "Infinity", "1e999", "<5", "1 000", "12mm", "--1", "."])(
    "does not take %j for a number",
    (cell) => {
      expect(parseCell(cell, { type: "number" }, ".")).toEqual({ expected: "a number" });
    },
  );

  it("reads decimal commas only where they are the rule", () => {
    expect(parseCell("1,5", { type: "number" }, ",")).toEqual({ value: 1.5 });
    expect(parseCell("1.5", { type: "number" }, ",")).toHaveProperty("expected");
  });

  it("does not round to make a whole number", () => {
    expect(parseCell("3", { type: "integer" }, ".")).toEqual({ value: 3 });
    expect(parseCell("3.0", { type: "integer" }, ".")).toEqual({ expected: "a whole number" });
    expect(parseCell("9007199254740993", { type: "integer" }, ".")).toHaveProperty("expected");
  });

  it("knows yes and no only by their words", () => {
    const leak = { type: "boolean", yes: ["yes"], no: ["no"] } as const;
    expect(parseCell("yes", leak, ".")).toEqual({ value: true });
    expect(parseCell("no", leak, ".")).toEqual({ value: false });
    expect(parseCell("1", leak, ".")).toEqual({ expected: 'one of "yes", "no"' });
  });

  it("keeps text to the letter, and only named words are missing", () => {
    expect(parseCell(" 001", { type: "text" }, ".")).toEqual({ value: " 001" });
    expect(parseCell("NA", { type: "text" }, ".")).toEqual({ missing: true });
    expect(parseCell("NA", { type: "text", missing: ["-9"] }, ".")).toEqual({ value: "NA" });
    expect(parseCell("-9", { type: "number", missing: ["-9"] }, ".")).toEqual({ missing: true });
  });
});
