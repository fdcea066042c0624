import { describe, expect, it } from "vitest";
import { verdictTable } from "../../src/figures/verdict-table.js";

const figures = [
  { id: "hell-2017/n/text", label: "patients enrolled", source: "review-text" },
  { id: "hell-2017/n/table", label: "patients enrolled", source: "review-table" },
];

describe("verdictTable", () => {
  it("lists the figures in their order, each with the findings that decided", () => {
    const got = verdictTable(figures, [
      {
        id: "hell-2017/n/table",
        verdict: "possible",
        findings: [{ verdict: "not-checkable", message: "Nothing gives it." }],
      },
      {
        id: "hell-2017/n/text",
        verdict: "contradicted",
        findings: [
          { verdict: "contradicted", message: "The table prints 29." },
          { verdict: "contradicted", message: "No count gives it." },
          { verdict: "reproduced", message: "The abstract agrees." },
        ],
      },
    ]);
    expect(got.rows).toEqual([
      {
        figure: "patients enrolled",
        source: "review text",
        verdict: "contradicted",
        reason: "The table prints 29. No count gives it.",
      },
      {
        figure: "patients enrolled",
        source: "review table",
        verdict: "possible",
        reason: "Nothing gives it.",
      },
    ]);
  });

  it("refuses a figure without a verdict", () => {
    expect(() => verdictTable(figures, [])).toThrow('"hell-2017/n/text" has none');
  });
});
