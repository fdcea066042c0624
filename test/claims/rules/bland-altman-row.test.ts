import { describe, expect, it } from "vitest";
import type { RuleFinding } from "../../../src/claims/rule.js";
import { blandAltmanRow } from "../../../src/claims/rules/bland-altman-row.js";
import { weigh } from "../../../src/claims/verdict.js";
import { claimsOf, raw } from "../claim-files.js";

const pefr = {
  bias: "-2.1",
  limits: ["-79.7", "75.5"],
  sd: "38.8",
  biasCi: ["-22.0", "17.8"],
  n: "17",
};
const find = (fields: Record<string, unknown>): readonly RuleFinding[] =>
  blandAltmanRow.check(claimsOf(raw("bland-altman", fields))[0]!, { sameQuantity: [] });
const codes = (fields: Record<string, unknown>) => find(fields).map(({ code }) => code);

describe("blandAltmanRow", () => {
  it("reproduces Bland and Altman's own row", () => {
    expect(codes(pefr)).toEqual(["LIMITS_EVEN", "LIMITS_OF_SD", "BIAS_INTERVAL_REPRODUCED"]);
    expect(weigh(find(pefr).map((one) => ({ ...one, rule: "" })))).toBe("reproduced");
    expect(find(pefr)[1]!.message).toBe(
      "Half the width of the limits is 2 times the SD of 38.8, as limits of 2 SD print.",
    );
  });

  it("contradicts uneven limits, with the sign that may be lost", () => {
    expect(find({ ...pefr, bias: "2.1" })[0]).toMatchObject({
      code: "LIMITS_UNEVEN",
      verdict: "contradicted",
      smallestChange: { label: "bias", printed: "2.1", instead: "-2.1" },
    });
    expect(find({ bias: "0.5", limits: ["-3.0", "1.0"] })[0]).toMatchObject({
      message: expect.stringContaining("Percentiles of the differences need not be even"),
      smallestChange: { label: "limits (lower)", instead: "0.0" },
    });
    expect(codes({ bias: "0.5", limits: ["3.0", "-2.0"] })).toEqual(["LIMITS_SWAPPED"]);
    expect(codes({ bias: "5", limits: ["-2", "3"] })).toEqual(["BIAS_OUTSIDE_LIMITS"]);
  });

  it("contradicts a standard deviation that is not that of the limits", () => {
    expect(find({ ...pefr, sd: "26.4" })[1]).toMatchObject({
      code: "LIMITS_NOT_OF_SD",
      verdict: "contradicted",
      smallestChange: { label: "sd", printed: "26.4", instead: "39.6" },
    });
    // 1.645 × 38.8 = 63.8
    expect(find({ ...pefr, limits: ["-65.9", "61.7"] })[1]).toMatchObject({
      code: "LIMITS_OF_ANOTHER_COVERAGE",
      unexplained: true,
    });
  });

  it("holds the interval of the bias against n, or finds n", () => {
    expect(find({ ...pefr, n: "71" })[2]).toMatchObject({
      code: "BIAS_INTERVAL_CONTRADICTED",
      verdict: "contradicted",
      smallestChange: { label: "n", printed: "71" },
    });
    expect(find({ ...pefr, biasCi: ["-20.0", "15.8"] })[2]).toMatchObject({
      code: "BIAS_INTERVAL_NEAR",
      unexplained: true,
    });
    expect(find({ ...pefr, n: undefined })[2]).toMatchObject({
      code: "BIAS_INTERVAL_OF_SOME_PAIRS",
      verdict: "possible",
    });
    expect(codes({ ...pefr, biasCi: ["-22.0", "-1.0"] })[2]).toBe("BIAS_INTERVAL_UNEVEN");
    expect(codes({ ...pefr, biasCi: ["17.8", "-22.0"] })[2]).toBe("BIAS_INTERVAL_SWAPPED");
    expect(codes({ ...pefr, biasCi: ["3.0", "17.8"] })[2]).toBe("BIAS_OUTSIDE_INTERVAL");
    expect(codes({ ...pefr, biasCi: ["-22.0", "15.0"] })[2]).toBe("BIAS_INTERVAL_LOPSIDED");
    expect(codes({ ...pefr, n: undefined, biasCi: ["-900.0", "895.8"] })[2]).toBe(
      "BIAS_INTERVAL_OF_NO_PAIRS",
    );
  });

  it("says nothing of the width of an interval where the limits give no standard deviation", () => {
    expect(
      codes({ bias: "0.5", limits: ["-3.0", "1.0"], biasCi: ["0.1", "0.9"], n: "20" }),
    ).toEqual(["LIMITS_UNEVEN"]);
  });
});
