import { describe, expect, it } from "vitest";
import { checkClaims, type Finding } from "../../../src/claims/index.js";
import { claimsOf, raw } from "../claim-files.js";

// R: 55 + c(-1, 1) * qt(.975, 11) * 17 / sqrt(12) is 44.199 to 65.801, with qnorm 45.382 to 64.618.
const time = { n: "12", mean: "55", sd: "17" };
const find = (ci: readonly string[], fields: Record<string, unknown> = {}): Finding =>
  checkClaims(claimsOf(raw("mean", { ...time, ...fields, ci })))[0]!.findings[0]!;

describe("meanInterval", () => {
  it("recomputes the interval by t or the normal distribution", () => {
    const finding = find(["44.2", "65.8"]);
    expect(finding).toMatchObject({
      code: "CI_REPRODUCED",
      verdict: "reproduced",
      source: "student1908",
      message:
        "The interval 44.2 to 65.8 follows from a mean of 55, a standard deviation of 17 and n = 12 by Student's t.",
    });
    expect(finding.computed![0]).toMatchObject({ label: "lower end, Student's t" });
    expect(finding.computed![0]!.value).toBeCloseTo(44.19871532, 7);
    expect(find(["45.4", "64.6"]).code).toBe("CI_REPRODUCED");
    expect(find(["44", "66"]).code).toBe("CI_REPRODUCED");
  });

  it("allows values that round to the printed ones", () => {
    expect(find(["44.5", "66.1"])).toMatchObject({
      code: "CI_WITHIN_ROUNDING",
      verdict: "possible",
    });
  });

  it("leaves another level, the standard error, the divisor n and two standard errors unexplained", () => {
    // R: qt(.95, 11): 46.187 to 63.813; qt(.995, 11): 39.759 to 70.241; without √12: 17.58 to 92.42.
    const other = { code: "CI_BY_ANOTHER_METHOD", verdict: "possible", unexplained: true };
    expect(find(["46.2", "63.8"])).toMatchObject(other);
    expect(find(["46.2", "63.8"]).message).toContain("but at 90 %");
    expect(find(["39.8", "70.2"]).message).toContain("but at 99 %");
    expect(find(["17.6", "92.4"]).message).toContain("if 17 is the standard error");
    const exact = { mean: "55.00", sd: "17.00" };
    expect(find(["43.72", "66.28"], exact).message).toContain("with the divisor n");
    expect(find(["45.19", "64.81"], exact).message).toContain("with two standard errors");
  });

  it("contradicts a symmetric interval of another width", () => {
    const finding = find(["50.2", "59.8"]);
    expect(finding).toMatchObject({ code: "CI_NOT_FROM_SD", verdict: "contradicted" });
    expect(finding.wouldBePossible).toEqual(["44.2 to 65.8", "45.38 to 64.62"]);
    const { label, instead } = finding.smallestChange!;
    expect(find(["50.2", "59.8"], { [label]: instead }).verdict).not.toBe("contradicted");
  });

  it("changes the one end that is wrong", () => {
    expect(find(["44.2", "85.8"])).toMatchObject({
      verdict: "contradicted",
      smallestChange: { label: "ci (upper)", printed: "85.8" },
    });
  });

  it("finds a lost sign", () => {
    // R: 5.5 + c(-1, 1) * qt(.975, 11) * 17 / sqrt(12) is −5.301 to 16.301.
    const finding = find(["5.3", "16.3"], { mean: "5.5" });
    expect(finding.verdict).toBe("contradicted");
    expect(finding.message).toContain("A sign seems lost: with -5.3 in place of 5.3");
    expect(finding.smallestChange).toEqual({
      label: "ci (lower)",
      printed: "5.3",
      instead: "-5.3",
    });
    expect(find(["-65.8", "-44.2"])).toMatchObject({
      code: "CI_WITHOUT_MEAN",
      smallestChange: { label: "mean", instead: "-55" },
    });
  });

  it("contradicts exchanged ends and an interval beside its mean", () => {
    expect(find(["65.8", "44.2"])).toMatchObject({
      code: "CI_ENDS_SWAPPED",
      verdict: "contradicted",
      wouldBePossible: ["44.2 to 65.8"],
    });
    expect(find(["57", "78"])).toMatchObject({ code: "CI_WITHOUT_MEAN", verdict: "contradicted" });
  });

  it("leaves what a bootstrap or a cut at 0 could give unexplained", () => {
    // Ends 8.6 below and 11.9 above the mean; half-widths of the usual ones 9.6 and 10.8.
    expect(find(["46.4", "66.9"])).toMatchObject({
      code: "CI_NOT_SYMMETRIC",
      verdict: "possible",
      unexplained: true,
    });
    expect(find(["0", "16.3"], { mean: "5.5" })).toMatchObject({
      code: "CI_CUT_OFF",
      verdict: "possible",
      unexplained: true,
    });
    expect(find(["52", "66.9"]).verdict).toBe("contradicted"); // far too narrow below
  });

  it("takes equal ends for the interval of equal values", () => {
    expect(find(["1", "1"], { mean: "1", sd: "0" }).code).toBe("CI_REPRODUCED");
  });

  it("needs two values, and an interval", () => {
    expect(find(["44.2", "65.8"], { n: "1" })).toMatchObject({
      code: "CI_OF_ONE_VALUE",
      verdict: "not-checkable",
    });
    const without = checkClaims(claimsOf(raw("mean", time)))[0]!;
    expect(without.findings.map(({ code }) => code)).toEqual(["NOTHING_TO_HOLD_AGAINST"]);
  });
});
