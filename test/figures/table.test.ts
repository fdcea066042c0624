import { describe, expect, it } from "vitest";
import { table, tableHtml, tableMarkdown, tableText } from "../../src/figures/table.js";

const nasty = table({
  columns: [
    { key: "name", label: "Na|me" },
    { key: "area", label: "Area", unit: "mm²", align: "right" },
  ],
  rows: [
    { name: "x <b>*y*</b>", area: "\u22121.20" },
    { name: "q\\|r\nz & [@key]", area: "10.00" },
  ],
  note: "A < B",
});

describe("tableHtml", () => {
  it("names columns and rows for screen readers and escapes everything", () => {
    expect(tableHtml(nasty)).toBe(
      [
        '<table class="ostia-table">',
        "<thead>",
        '<tr><th scope="col" style="text-align:left">Na|me</th>' +
          '<th scope="col" style="text-align:right">Area (mm²)</th></tr>',
        "</thead>",
        "<tbody>",
        '<tr><th scope="row" style="text-align:left">x &lt;b&gt;*y*&lt;/b&gt;</th>' +
          '<td style="text-align:right">\u22121.20</td></tr>',
        '<tr><th scope="row" style="text-align:left">q\\|r<br>z &amp; [@key]</th>' +
          '<td style="text-align:right">10.00</td></tr>',
        "</tbody>",
        "<tfoot>",
        '<tr><td colspan="2">A &lt; B</td></tr>',
        "</tfoot>",
        "</table>",
      ].join("\n"),
    );
  });

  it("sets no colour, so that a page's own hold", () => {
    expect(tableHtml(nasty)).not.toMatch(/color|background|border/);
  });

  it("takes the row header from any column", () => {
    const columns = [
      { key: "n", label: "n" },
      { key: "arm", label: "Arm" },
    ];
    const html = tableHtml(table({ columns, rows: [{ n: "9", arm: "3D" }], rowHeader: "arm" }));
    expect(html).toContain('<td style="text-align:left">9</td><th scope="row"');
  });
});

describe("tableMarkdown", () => {
  it("escapes pipes and everything else that Markdown reads", () => {
    // The first rule is as long as its widest cell, 21 characters.
    expect(tableMarkdown(nasty).split("\n")).toEqual([
      "| Na\\|me | Area (mm²) |",
      "| :-------------------- | ---------: |",
      "| x \\<b\\>\\*y\\*\\</b\\> | \u22121.20 |",
      "| q\\\\\\|r z \\& \\[\\@key\\] | 10.00 |",
      "",
      "A \\< B",
      "",
    ]);
  });

  it("marks the middle", () => {
    const columns = [{ key: "a", label: "A", align: "centre" as const }];
    expect(tableMarkdown(table({ columns, rows: [] }))).toBe("| A |\n| :-: |\n");
  });
});

describe("tableText", () => {
  it("aligns columns by character", () => {
    expect(tableText(nasty)).toBe(
      [
        "Na|me            Area (mm²)",
        "---------------  ----------",
        "x <b>*y*</b>          \u22121.20",
        "q\\|r z & [@key]       10.00",
        "",
        "A < B",
      ].join("\n"),
    );
  });
});

describe("table", () => {
  const columns = [{ key: "a", label: "A" }];

  it("refuses columns and rows that do not fit together", () => {
    expect(() => table({ columns: [], rows: [] })).toThrow("needs at least one column; got none");
    expect(() => table({ columns: [...columns, ...columns], rows: [] })).toThrow(
      'key "a" is used twice',
    );
    expect(() => table({ columns, rows: [{ a: "1" }, {}] })).toThrow(
      'row 2 needs a text for "a"; got undefined',
    );
    expect(() => table({ columns: [{ key: "toString", label: "x" }], rows: [{}] })).toThrow(
      'row 1 needs a text for "toString"',
    );
    expect(() => table({ columns, rows: [], rowHeader: "b" })).toThrow('got "b"');
  });
});
