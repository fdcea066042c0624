import { describe, expect, it } from "vitest";
import { verdictMatrix } from "../../src/publish/verdict-matrix.js";
import { checked, finding } from "./checked.js";

const CLAIMS = [
  checked("b/n/review-text", "1", [finding({ verdict: "contradicted" })]),
  checked("b/m/review-text", "2", [finding({ verdict: "contradicted" })]),
  checked("b/n/Table <2>", "3", [finding({ verdict: "possible" })]),
  checked("a/n/review-text", "4", [finding({ verdict: "reproduced" })]),
];
const names = new Map([
  ["a", "A 2016"],
  ["unused", "Unused"],
]);
const matrix = verdictMatrix(CLAIMS, names, {
  tally: ({ study, source, verdict, claims }) => `#${[study, source, verdict, claims.length]}`,
  study: (study) => (study === "a" ? ['<a href="a.html">report</a>'] : []),
});
const rows = [...matrix.matchAll(/<tr role="row">(.*?)<\/tr>/gs)].map(([, row]) => row!);
const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("verdictMatrix", () => {
  it("has a row for each study with figures, those of the list first, and a column for each source", () => {
    expect(words(rows[0]!)).toBe("Study Review, text Table &lt;2&gt; All sources");
    expect(rows.slice(1).map((row) => words(/<th.*?<\/th>/s.exec(row)![0]))).toEqual([
      "A 2016 report",
      "b",
      "All studies",
    ]);
  });

  it("counts each verdict in numbers and words, and says where for those who do not see the table", () => {
    expect(words(rows[2]!)).toBe(
      "b 2 contradicted : b, review, text 1 possible : b, Table &lt;2&gt; 1 possible : b, all sources 2 contradicted : b, all sources",
    );
    expect(words(rows[1]!)).toContain("no figures");
  });

  it("leads from each number to its figures", () => {
    expect(matrix).toContain('href="#b,review-text,contradicted,2"');
    expect(matrix).toContain('href="#b,Table &lt;2&gt;,possible,1"');
    expect(matrix).toContain('href="#,,possible,1"');
  });

  it("has no column or row of sums where there is but one source or study", () => {
    const small = verdictMatrix(CLAIMS.slice(0, 2), names, {
      tally: () => undefined,
      study: () => [],
    });
    expect(small).not.toMatch(/All sources|All studies|<a /);
  });
});
