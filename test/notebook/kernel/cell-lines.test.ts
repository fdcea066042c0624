import { describe, expect, it } from "vitest";
import { sourceLines } from "../../../src/notebook/kernel/cell-lines.js";

const SOURCE = `interface Row { readonly age: number }
const rows: Row[] = [{ age: 70 }];
function mean(values: readonly number[]): number {
  if (values.length === 0) throw new Error("none");
  return values.reduce((a, b) => a + b) / values.length;
}
mean(rows.map((row) => row.age));`;

/** As tslab compiles it: types gone, export statements added, the last value kept. */
const COMPILED = `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.tsLastExpr = exports.mean = exports.rows = void 0;
exports.rows = [{ age: 70 }];
function mean(values) {
    if (values.length === 0)
        throw new Error("none");
    return values.reduce((a, b) => a + b) / values.length;
}
exports.mean = mean;
exports.tsLastExpr = mean(exports.rows.map((row) => row.age));`;

describe("sourceLines", () => {
  it.each([
    ["exports.rows = [{ age: 70 }]", 2],
    ["function mean", 3],
    ["throw new", 4],
    ["return values", 5],
    ["exports.tsLastExpr = mean", 7],
  ])("finds where %s came from", (text, line) => {
    const compiledLine = COMPILED.split("\n").findIndex((each) => each.includes(text)) + 1;
    expect(sourceLines(SOURCE, COMPILED).get(compiledLine)).toBe(line);
  });

  it("names no line for a program that has nothing of the cell", () => {
    expect(sourceLines("", COMPILED).size).toBe(0);
  });

  it("names no line of a cell too large to compare, rather than filling the memory", () => {
    const table = `[${Array.from({ length: 8000 }, (_, i) => i).join(", ")}]`;
    expect(sourceLines(table, `exports.t = ${table}`).size).toBe(0);
  });
});
