import { describe, expect, it } from "vitest";
import type { RuleFinding } from "../../../src/claims/rule.js";
import { aucInterval } from "../../../src/claims/rules/auc-interval.js";
import { claimsOf, raw } from "../claim-files.js";

const find = (fields: Record<string, unknown>): readonly RuleFinding[] =>
  aucInterval.check(claimsOf(raw("auc", { n: "55", auc: "0.88", ...fields }))[0]!, {
    sameQuantity: [],
  });

describe("aucInterval", () => {
  it("reproduces the interval that needs no scores", () => {
    expect(find({ cases: "15", ci: ["0.76", "1.00"] })).toMatchObject([
      { code: "AUC_INTERVAL_REPRODUCED", verdict: "reproduced" },
    ]);
  });

  it("leaves what only the patients' values could give unexplained", () => {
    // 0.88 ± 1.96 × 0.0604 is 0.76 to 1.00, not 0.77 to 0.99.
    const [finding] = find({ cases: "15", ci: ["0.77", "0.99"] });
    expect(finding).toMatchObject({ code: "AUC_INTERVAL_NOT_BY_SIZES", unexplained: true });
    expect(finding!.message).toContain(
      "Hanley and McNeil's interval with 17 to 19 or 49 to 50 cases would be so.",
    );
  });

  it("says which numbers of cases would give an interval", () => {
    expect(find({ ci: ["0.77", "0.99"] })).toMatchObject([
      {
        code: "AUC_INTERVAL_OF_SOME_CASES",
        verdict: "possible",
        message:
          "Area 0.88 (0.77 to 0.99) of 55 subjects, whose cases are not printed: Hanley and McNeil's interval with 17 to 19 or 49 to 50 cases would give it.",
      },
    ]);
  });

  it("contradicts what no scores could give", () => {
    const code = (fields: Record<string, unknown>) =>
      find(fields).map((one) => [one.code, one.verdict]);
    expect(code({ cases: "15", ci: ["0.20", "0.99"] })).toEqual([
      ["AUC_INTERVAL_TOO_WIDE", "contradicted"],
    ]);
    expect(code({ cases: "15", ci: ["0.87", "0.89"] })).toEqual([
      ["AUC_INTERVAL_TOO_NARROW", "contradicted"],
    ]);
    expect(code({ ci: ["0.90", "0.99"] })).toEqual([["AUC_OUTSIDE", "contradicted"]]);
    expect(code({ ci: ["0.99", "0.77"] })).toEqual([["AUC_ENDS_SWAPPED", "contradicted"]]);
    expect(code({ cases: "0" })).toEqual([["AUC_UNDEFINED", "contradicted"]]);
    expect(code({ cases: "55" })).toEqual([["AUC_UNDEFINED", "contradicted"]]);
    expect(find({ n: "10", cases: "5", auc: "0.83" })).toMatchObject([
      { code: "AUC_IMPOSSIBLE", smallestChange: { label: "auc", instead: "0.82" } },
    ]);
    expect(find({ n: "10", cases: "5", auc: "0.84" })).toMatchObject([{ code: "AUC_POSSIBLE" }]);
  });

  it("holds the p against ½", () => {
    const code = (fields: Record<string, unknown>) => find(fields).map((one) => one.code);
    expect(code({ auc: "0.70", n: "40", cases: "20", p: "0.03" })).toEqual(["AUC_P_REPRODUCED"]);
    expect(code({ auc: "0.70", n: "40", p: "0.03" })).toEqual(["AUC_P_WITHIN_ROUNDING"]);
    expect(code({ auc: "0.70", n: "40", cases: "20", p: "0.0001" })).toEqual([
      "AUC_P_NOT_BY_SIZES",
    ]);
    expect(find({ cases: "15", p: "0.40" })).toMatchObject([
      { code: "AUC_P_CONTRADICTED", verdict: "contradicted", smallestChange: { label: "p" } },
    ]);
  });

  it("says nothing of an area alone", () => {
    expect(find({})).toEqual([]);
  });
});
