import { describe, expect, it } from "vitest";
import type { RuleFinding } from "../../../src/claims/rule.js";
import { twoByTwoRates } from "../../../src/claims/rules/two-by-two-rates.js";
import { claimsOf, raw } from "../claim-files.js";

const counts = [
  ["45", "6"],
  ["5", "44"],
];
const find = (fields: Record<string, unknown>): readonly RuleFinding[] =>
  twoByTwoRates.check(claimsOf(raw("two-by-two", { counts, ...fields }))[0]!, { sameQuantity: [] });

describe("twoByTwoRates", () => {
  it("reproduces rates and says how the table is laid out", () => {
    expect(find({ sensitivity: "90.0", specificity: "88.0", ppv: "88.2" })).toMatchObject([
      {
        code: "RATES_REPRODUCED",
        verdict: "reproduced",
        message:
          "Sensitivity 90.0, specificity 88.0 and positive predictive value 88.2 follow from the counts with rows as the test and columns as the disease, positive first in both.",
      },
    ]);
    expect(find({ sensitivity: "88.2", specificity: "89.8", ppv: "90.0" })[0]!.message).toContain(
      "rows as the disease and columns as the test",
    );
  });

  it("contradicts rates that no layout gives together", () => {
    expect(find({ sensitivity: "90.0", specificity: "89.0" })).toMatchObject([
      {
        code: "RATES_CONTRADICTED",
        verdict: "contradicted",
        wouldBePossible: ["specificity is 88.00"],
        smallestChange: { label: "specificity", printed: "89.0", instead: "88.0" },
      },
    ]);
    // Of 45, 6, 5 and 44, 91.8 is 45/49: one count of 6 less, and the other rates still follow.
    expect(find({ odds: "67" })[0]).toMatchObject({
      smallestChange: { label: "odds", printed: "67", instead: "66" },
    });
  });

  it("contradicts a rate that is not defined", () => {
    const empty = [
      ["10", "0"],
      ["5", "0"],
    ];
    expect(find({ counts: empty, specificity: "80" })[0]).toMatchObject({
      verdict: "contradicted",
      wouldBePossible: ["specificity is not defined"],
    });
    const none = [
      ["0", "0"],
      ["0", "0"],
    ];
    expect(find({ counts: none, p: "0.4" })).toMatchObject([{ code: "P_OF_EMPTY_TABLE" }]);
  });

  it("holds the p against every test of the table", () => {
    const small = [
      ["8", "2"],
      ["1", "5"],
    ];
    expect(find({ counts: small, p: "0.035" })).toMatchObject([
      {
        code: "P_REPRODUCED",
        message: "p = 0.035 follows from the table by Fisher's exact test (0.035).",
      },
    ]);
    expect(find({ counts: small, p: "0.56" })[0]!.message).toContain(
      "if rows and columns are results of the same subjects",
    );
    expect(find({ counts: small, p: "0.0245" })[0]).toMatchObject({
      code: "P_CONTRADICTED",
      verdict: "contradicted",
      message: expect.stringContaining("One-sided, Fisher's exact test would give it."),
      smallestChange: { label: "p", printed: "0.0245" },
    });
    expect(find({ p: "0.04" })[0]).toMatchObject({ code: "P_CONTRADICTED" });
  });

  it("says nothing of counts alone", () => {
    expect(find({})).toEqual([]);
  });
});
