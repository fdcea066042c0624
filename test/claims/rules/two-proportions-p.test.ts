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

  it("leaves an unnamed p that a logistic regression gives unexplained", () => {
    // R: summary(glm(cbind(c(3, 5), c(8, 4)) ~ c(0, 1), binomial)) gives p = 0.206; fisher.test
    // 0.362, chisq.test 0.199 and, corrected, 0.409
    const few = { n: ["11", "9"], count: ["3", "5"], p: "0.206" };
    expect(find(few)).toMatchObject({ code: "P_BY_WALD_OF_RATIO", verdict: "possible" });
    expect(find(few).message).toContain("as in a logistic regression, does (0.206, from 3 of 11");
    expect(find({ ...few, test: "fisher" }).verdict).toBe("contradicted");
    expect(find({ ...few, p: "0.09" }).verdict).toBe("contradicted");
    // z = log((12/22)/(3/10)) / sqrt(1/12 - 1/22 + 1/3 - 1/10), 2 * pnorm(-z) is 0.2510
    expect(find({ n: ["22", "10"], count: ["12", "3"], p: "0.251" }).message).toContain(
      "Wald's test of the risk ratio does (0.251",
    );
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

  it("recomputes arms of thousands by the tests that are quick there", () => {
    // R: fisher.test(matrix(c(10, 20, 4990, 4980), 2)) 0.09823, chisq.test 0.09984 and, without
    // correction, 0.06748.
    const large = { n: ["5000", "5000"], count: ["10", "20"] };
    expect(find({ ...large, p: "0.1" }).code).toBe("P_REPRODUCED");
    expect(find({ ...large, p: "0.5" }).code).toBe("P_CONTRADICTED");
    expect(find({ ...large, p: "0.01" }).code).toBe("P_CONTRADICTED");
    expect(find({ ...large, p: "0.08" })).toMatchObject({
      code: "P_OF_TOO_MANY_TABLES", // Boschloo's p lies between Fisher's mid-p and Fisher's
      verdict: "possible",
      unexplained: true,
    });
    expect(find({ ...large, p: "0.08", test: "barnard" })).toMatchObject({
      code: "P_OF_TOO_MANY_TABLES",
      verdict: "possible",
    });
  });

  it("leaves arms alone in which a test takes seconds", () => {
    const registry = { n: ["3000000", "12"], count: ["3000", "1"], p: "0.01" };
    expect(find(registry)).toMatchObject({ code: "P_OF_TOO_MANY_TABLES", verdict: "possible" });
  });

  it("does not take one of very many pairs of counts for the right one", () => {
    const many = { n: ["20000", "20000"], count: undefined, percent: ["20", "21"] };
    const code = (p: string) =>
      checkClaims(claimsOf(raw("two-proportions", { ...counts, ...many, p })))[0]!.findings.find(
        (one) => one.code.startsWith("P_"),
      )!.code;
    expect(code("0.0512")).toMatch(/P_REPRODUCED|P_OF_MANY_COUNTS/);
    expect(code("<0.001")).toBe("P_REPRODUCED"); // 3900 and 4299 of 20 000
    expect(code("0.0000000000001")).toBe("P_CONTRADICTED");
  });

  it("asks Boschloo's and Barnard's tests also where they are too slow to be listed", () => {
    // scipy 1.17.1: boschloo_exact and barnard_exact([[50, 70], [50, 30]], n = 256) 0.0040194199
    const arms = { n: ["100", "100"], count: ["50", "70"] };
    const finding = find({ ...arms, p: "0.004019" });
    expect(finding.code).toBe("P_REPRODUCED");
    expect(finding.message).toContain("by Barnard's test (0.00402)");
    expect(find({ ...arms, p: "0.004019", test: "boschloo" }).code).toBe("P_REPRODUCED");
    const boschloo = find({ ...arms, p: "0.0001" });
    expect(boschloo.code).toBe("P_CONTRADICTED");
    expect(boschloo.message).toContain("Barnard's test and Boschloo's test do not give it either.");
  });

  it("takes the names of tests as papers print them", () => {
    for (const test of ["Fisher's exact test", "FISHER EXACT", "Fisher’s exact"]) {
      expect(find({ p: "0.003", test }).code).toBe("P_REPRODUCED");
      expect(find({ p: "0.006", test }).code).toBe("P_CONTRADICTED");
    }
    expect(find({ p: "0.006", test: "χ²" }).code).toBe("P_REPRODUCED");
    expect(find({ p: "0.006", test: "chi-square without continuity correction" }).code).toBe(
      "P_CONTRADICTED",
    );
    expect(find({ p: "0.5", test: "McNemar's test" }).code).toBe("P_OF_ANOTHER_TEST");
    // R: fisher.test(matrix(c(11, 1, 3, 8), 2), alternative = "greater") 0.002490
    expect(find({ p: "0.0025", test: "one-sided Fisher's exact test" }).code).toBe("P_REPRODUCED");
  });

  it("lets a z test be unpooled", () => {
    // R: 1 of 21 against 14 of 51, unpooled z: 0.003574; pooled (chisq.test) 0.0312
    const leak = { n: ["21", "51"], count: ["1", "14"], test: "z-test" };
    expect(find({ ...leak, p: "0.004" }).code).toBe("P_REPRODUCED");
    expect(find({ ...leak, p: "0.031" }).code).toBe("P_REPRODUCED");
    expect(find({ ...leak, p: "0.015" }).code).toBe("P_CONTRADICTED");
  });

  it("counts by truncation where no rounding allows a count", () => {
    // 7 of 11 is 63.6 %: 63 with its decimals cut off. R: fisher.test of 11 of 12 against 7 of 11 0.155
    const { findings } = checkClaims(
      claimsOf(
        raw("two-proportions", { ...counts, count: undefined, percent: ["92", "63"], p: "0.15" }),
      ),
    )[0]!;
    expect(findings.map(({ code }) => code)).toEqual([
      "PERCENT_BY_TRUNCATION",
      "P_REPRODUCED",
      "PERCENT_POSSIBLE",
    ]);
  });

  it("names the least change: another p, or one patient", () => {
    // Yates's p is 0.00627: 0.0063 is 0.03 from 0.0065, relatively, one of 11 patients 0.09.
    expect(find({ p: "0.0065" }).smallestChange).toEqual({
      label: "p",
      printed: "0.0065",
      instead: "0.0063",
    });
    // R: fisher.test of 10 of 12 against 3 of 11 0.01228; of 11 of 12 against 4 of 11 0.009423.
    expect(find({ p: "0.0094", test: "fisher" }).smallestChange).toEqual({
      label: "count (TOE)",
      printed: "3",
      instead: "4",
    });
    expect(find({ p: ">0.9" }).smallestChange).toMatchObject({ label: "p", instead: "<0.1" });
  });

  it("searches the sizes of the arms where they are not printed", () => {
    const arms = { arms: ["3D", "TOE"], n: undefined, count: undefined };
    const p = (fields: Record<string, unknown>) =>
      checkClaims(claimsOf(raw("two-proportions", { ...arms, ...fields })))[0]!.findings.find(
        ({ code }) => code.startsWith("P_"),
      )!;
    const found = p({ percent: ["92", "27"], p: "0.01" });
    expect(found).toMatchObject({ code: "P_WITHOUT_N", verdict: "not-checkable" });
    expect(found.message).toContain(
      "The smallest arms in which it goes with 92 % against 27 % are 12 and 11 (11 of 12 against 3 of 11 by the chi-square test with Yates's correction, 0.00627).",
    );
    // R: the largest p of the smallest arms: chisq.test(matrix(c(11, 1, 7, 4), 2)) 0.2619, twice the
    // smaller one-sided fisher.test 0.2628.
    expect(p({ percent: ["92", "64"], p: "0.33" })).toMatchObject({
      code: "P_OF_NO_SIZES",
      verdict: "possible",
      unexplained: true,
    });
    expect(p({ percent: ["50", "51"], p: "<0.001" })).toMatchObject({
      code: "P_WITHOUT_N",
      verdict: "not-checkable",
    });
    expect(p({ percent: ["50", "51"], p: "0.999" }).verdict).toBe("not-checkable");
    expect(p({ percent: ["92", "64"], p: "0.33", test: "fisher" }).verdict).toBe("not-checkable");
  });
});
