import { describe, expect, it } from "vitest";
import { verdictTable } from "../../src/figures/verdict-table.js";

const figures = [
  { id: "hell-2017/n/text", label: "patients enrolled", source: "review-text" },
  { id: "hell-2017/n/table", label: "patients enrolled", source: "review-table" },
];

describe("verdictTable", () => {
  it("lists the figures in their order, each with the reason that decided", () => {
    const got = verdictTable(figures, [
      { id: "hell-2017/n/table", verdict: "not-checkable", findings: [] },
      {
        id: "hell-2017/n/text",
        verdict: "contradicted",
        findings: [{ message: "The table prints 29." }, { message: "Another." }],
      },
    ]);
    expect(got.rows).toEqual([
      {
        figure: "patients enrolled",
        source: "review text",
        verdict: "contradicted",
        reason: "The table prints 29.",
      },
      {
        figure: "patients enrolled",
        source: "review table",
        verdict: "not checkable",
        reason: "Nothing is printed to hold it against.",
      },
    ]);
  });

  it("refuses a figure without a verdict", () => {
    expect(() => verdictTable(figures, [])).toThrow('"hell-2017/n/text" has none');
  });
});
