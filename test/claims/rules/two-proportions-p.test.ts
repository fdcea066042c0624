import { describe, expect, it } from "vitest";
import { type ClaimVerdict, checkClaims, type Finding } from "../../../src/claims/index.js";
import { claimsOf, raw } from "../claim-files.js";

// R 4.2.2, matrix(c(11, 1, 3, 8), 2, byrow = TRUE): fisher.test 0.002759, chisq.test without and
// with correction 0.001573 and 0.006271.
const counts = { arms: ["3D", "TOE"], n: ["12", "11"], count: ["11", "3"] };
const find = (fields: Record<string, unknown>): Finding =>
  checkClaims(claimsOf(raw("two-proportions", { ...counts, ...fields })))[0]!.findings[0]!;

describe("twoProportionsPrintedP", () => {
  it("names the tests that give the printed p, and the span of the others", () => {
    const finding = find({ p: "0.006" });
    expect(finding).toMatchObject({ code: "P_REPRODUCED", verdict: "reproduced" });
    expect(finding.message).toContain(
      "p = 0.006 follows from 11 of 12 against 3 of 11 by the chi-square test with Yates's correction (0.00627)",
    );
    const fisher = finding.computed!.find(({ label }) =>
      label.startsWith("p, Fisher's exact test,"),
    );
    expect(fisher!.value).toBeCloseTo(0.002759456, 9);
  });

  it("holds a named test to that test", () => {
    expect(find({ p: "0.003", test: "fisher" }).code).toBe("P_REPRODUCED");
    expect(find({ p: "0.002", test: "chi2" }).code).toBe("P_REPRODUCED");
    expect(find({ p: "0.006", test: "chi2" }).code).toBe("P_REPRODUCED"); // corrected without saying so
    expect(find({ p: "0.006", test: "fisher" })).toMatchObject({ verdict: "contradicted" });
    expect(find({ p: "0.5", test: "log-rank" })).toMatchObject({
      code: "P_OF_ANOTHER_TEST",
      verdict: "possible",
    });
  });

  it("claims a contradiction only when no test gives the p", () => {
    const finding = find({ p: "0.04" });
    expect(finding).toMatchObject({ code: "P_CONTRADICTED", verdict: "contradicted" });
    expect(finding.message).toContain("Fisher's exact test 0.00276");
    expect(find({ p: "<0.05" }).verdict).toBe("reproduced");
    expect(find({ p: ">0.05" }).verdict).toBe("contradicted");
  });

  it("says when the unpooled z test would print the p, without taking it for an answer", () => {
    // R: 1 of 21 against 14 of 51, unpooled z: 2 * pnorm(-2.913…) = 0.003574
    const leak = { n: ["21", "51"], count: ["1", "14"] };
    const finding = find({ ...leak, p: "<0.01" });
    expect(finding.verdict).toBe("contradicted");
    expect(finding.message).toMatch(/Wald's unpooled z test, .*, would print it \(0\.00357\)\.$/);
    expect(find({ ...leak, p: "0.001" }).message).not.toContain("Wald");
  });

  it("reads a p as two-sided unless it says otherwise, and says when one side would do", () => {
    // R: fisher.test(…, alternative = "less") for 1 of 21 against 14 of 51 is 0.02625.
    const leak = { n: ["21", "51"], count: ["1", "14"], p: "0.026", test: "fisher" };
    expect(find({ ...leak, sided: "one" }).code).toBe("P_REPRODUCED");
    const finding = find({ ...leak, p: "0.0263" });
    expect(finding.verdict).toBe("contradicted");
    expect(finding.message).toContain("One-sided, Fisher's exact test would give it.");
  });

  it("tries every pair of counts that prints as the percentages", () => {
    // 19 of 200 is 9.5 and 21 of 200 is 10.5: both print as 10, the latter with its half to the even digit.
    const [{ findings }] = checkClaims(
      claimsOf(
        raw("two-proportions", {
          ...counts,
          count: undefined,
          n: ["200", "10"],
          percent: ["10", "50"],
          p: "<0.01",
        }),
      ),
    ) as [ClaimVerdict];
    const { code, computed } = findings.find((one) => one.code.startsWith("P_"))!;
    expect(code).toBe("P_REPRODUCED");
    const pairs = new Set(computed!.map(({ label }) => label.split(", ").at(-1)));
    expect([...pairs]).toEqual([19, 20, 21].map((count) => `${count} of 200 against 5 of 10`));
  });

  it("is the same with the arms exchanged", () => {
    const swapped = { arms: ["TOE", "3D"], n: ["11", "12"], count: ["3", "11"] };
    for (const p of ["0.003", "0.006", "0.04"]) {
      expect(find({ ...swapped, p }).code).toBe(find({ p }).code);
    }
  });

  it("does not recompute what has no counts", () => {
    expect(find({ n: undefined, p: "0.01" }).code).toBe("P_WITHOUT_COUNTS");
    const both = checkClaims(
      claimsOf(
        raw("two-proportions", { ...counts, count: undefined, percent: ["92", "28"], p: "0.1" }),
      ),
    )[0]!;
    expect(both.verdict).toBe("contradicted");
    expect(both.findings.map(({ code }) => code)).toContain("P_OF_NO_COUNTS");
  });

  it("does not try arms that would take minutes", () => {
    const finding = find({ n: ["5000", "5000"], count: ["10", "20"], p: "0.1" });
    expect(finding).toMatchObject({ code: "P_OF_TOO_MANY_COUNTS", verdict: "possible" });
  });
});
