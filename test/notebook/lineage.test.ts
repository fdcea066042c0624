import { describe, expect, it } from "vitest";
import {
  changedNames,
  declaredNames,
  mentionedNames,
  upstreamCells,
} from "../../src/notebook/lineage.js";

describe("declaredNames", () => {
  it.each([
    ["const a = 1, b = 2;", ["a", "b"]],
    ["const { a, b: c, ...d } = o; const [e, , f] = g;", ["a", "c", "d", "e", "f"]],
    ["function f() { const inner = 1; }", ["f"]],
    ["class A {} interface B {} type C = 1; enum D {}", ["A", "B", "C", "D"]],
    ["import x, { y as z } from 'm'; import * as n from 'm';", ["n", "x", "z"]],
    ["a = 1; f(b);", []],
  ])("finds those of %s", (source, names) => {
    expect([...declaredNames(source)].sort()).toEqual(names);
  });
});

describe("mentionedNames", () => {
  it.each([
    ["f(a.b).c", ["a", "f"]],
    ["({ a: b, c })", ["b", "c"]],
    ["const { a: b = c } = d;", ["b", "c", "d"]],
    ["interface Row { age: number } class P { size = n; area() { return 1; } }", ["P", "Row", "n"]],
    [`\`\${a} b\`; // c`, ["a"]],
  ])("finds those of %s", (source, names) => {
    expect([...mentionedNames(source)].sort()).toEqual(names);
  });
});

describe("changedNames", () => {
  it.each([
    ["rows.push(1);", ["rows"]],
    ["for (const x of xs) { rows[0].total += x; }", ["rows"]],
    ["await table.load();", ["table"]],
    ["counts.n++;", ["counts"]],
    ["const f = () => { rows.push(1); };", []],
    ["show(rows); const n = rows.length;", []],
  ])("finds those of %s", (source, names) => {
    expect([...changedNames(source)]).toEqual(names);
  });
});

describe("upstreamCells", () => {
  function upstream(...sources: string[]): (number[] | undefined)[] {
    const cells = sources.map((source, i) => ({
      index: i + 2, // the first cell is front matter
      count: i + 1,
      label: undefined,
      tags: [],
      source,
    }));
    const found = upstreamCells(cells);
    return cells.map(({ index }) => found.get(index));
  }

  it("follows values through cells, not imports", () => {
    expect(
      upstream(
        "import { mean } from 'ostia';",
        "const rows = [1, 2];",
        "const other = 5;",
        "const m = mean(rows);",
        "m + 1",
      ),
    ).toEqual([[], [], [], [3], [3, 5]]);
  });

  it("counts the cell that declared a name last", () => {
    expect(upstream("const a = 1;", "const b = a;", "const a = 2;", "a")).toEqual([
      [],
      [2],
      [],
      [4],
    ]);
  });

  it("counts a cell that fills what an earlier one declared", () => {
    const cells = ["const rows = [];", "const more = [1];", "rows.push(...more);", "rows.length"];
    expect(upstream(...cells)).toEqual([[], [], [2, 3], [2, 3, 4]]);
  });
});
