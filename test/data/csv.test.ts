import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv } from "../../src/data/csv.js";

const cells = (text: string, separator = ","): (readonly string[])[] =>
  parseCsv("x.csv", text, separator).map((record) => record.cells);

describe("parseCsv", () => {
  it("reads the seven rules of RFC 4180", () => {
    expect(cells("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n")).toEqual([
      ["aaa", "bbb", "ccc"],
      ["zzz", "yyy", "xxx"],
    ]);
    expect(cells("aaa,bbb\r\nzzz,yyy")).toEqual([
      ["aaa", "bbb"],
      ["zzz", "yyy"],
    ]);
    expect(cells('"aaa","b\r\nbb","ccc"\r\nzzz,yyy,xxx')).toEqual([
      ["aaa", "b\r\nbb", "ccc"],
      ["zzz", "yyy", "xxx"],
    ]);
    expect(cells('"aaa","b""bb","c,c"')).toEqual([["aaa", 'b"bb', "c,c"]]);
    expect(cells("a, b ,c")).toEqual([["a", " b ", "c"]]);
  });

  it("drops a byte order mark and keeps empty cells", () => {
    expect(cells("\uFEFFa,b,\n,,\n")).toEqual([
      ["a", "b", ""],
      ["", "", ""],
    ]);
  });

  it("counts lines through quoted line breaks", () => {
    const records = parseCsv("x.csv", 'a\n"1\n2\n3"\nb\n', ",");
    expect(records.map((record) => record.line)).toEqual([1, 2, 5]);
  });

  it("gives back any cells that were written by the rules", () => {
    const cell = fc.stringMatching(/^[a-z",;\n\r ]*$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom("\n", "\r\n"),
        (rows, end) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(";"))
            .join(end);
          expect(cells(text + end, ";")).toEqual(rows);
        },
      ),
    );
  });

  it("refuses quotes out of place, naming the line", () => {
    expect(() => cells('a,b\n1,"2\n3')).toThrow("x.csv, line 2: a quote that opens here is never");
    expect(() => cells('a,b\n1,2"3')).toThrow("x.csv, line 2: a quote may only stand around");
    expect(() => cells('a,b\n1,"2"3')).toThrow("x.csv, line 2: a quoted cell must end at");
  });
});
