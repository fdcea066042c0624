import { describe, expect, it } from "vitest";
import { readTestName } from "../../src/claims/test-names.js";

describe("readTestName", () => {
  it.each([
    ["fisher", "fisher"],
    ["Fisher's exact test", "fisher"],
    ["Fisher’s Exact", "fisher"],
    ["fisher exact", "fisher"],
    ["FISHER EXACT TEST", "fisher"],
    ["Fisher-Freeman-Halton exact test", "fisher"],
    ["exact test", "fisher"],
    ["fisher-doubled", "fisher-doubled"],
    ["Fisher's exact test, doubling the smaller tail", "fisher-doubled"],
    ["fisher-mid-p", "fisher-mid-p"],
    ["mid-p", "fisher-mid-p"],
    ["Fisher's mid-P", "fisher-mid-p"],
    ["chi2", "chi2"],
    ["Chi2", "chi2"],
    ["chi-square", "chi2"],
    ["chi-squared test", "chi2"],
    ["Chi square", "chi2"],
    ["χ²", "chi2"],
    ["χ2 test", "chi2"],
    ["X²", "chi2"],
    ["x2", "chi2"],
    ["chisq.test", "chi2"],
    ["Pearson's chi-squared test", "chi2"],
    ["Pearson", "chi2"],
    ["prop.test", "chi2"],
    ["chi-square without continuity correction", "chi2-uncorrected"],
    ["uncorrected χ²", "chi2-uncorrected"],
    ["n-1 chi-square", "chi2-n-1"],
    ["N − 1 χ² test", "chi2-n-1"],
    ['"N-1" Chi-squared test (Campbell)', "chi2-n-1"],
    ["chi2-n-1", "chi2-n-1"],
    ["yates", "yates"],
    ["Yates' corrected chi-square", "yates"],
    ["chi-square test with Yates's correction", "yates"],
    ["χ² with continuity correction", "yates"],
    ["g", "g"],
    ["G-test", "g"],
    ["likelihood ratio", "g"],
    ["z", "z"],
    ["z-test", "z"],
    ["two-proportion z test", "z"],
    ["Barnard's exact test", "barnard"],
    ["Boschloo", "boschloo"],
    ["t", "t"],
    ["t-test", "t"],
    ["Student's t", "t"],
    ["Student’s t-test", "t"],
    ["student", "t"],
    ["unpaired t test", "t"],
    ["independent-samples t-test", "t"],
    ["t test with equal variances", "student"],
    ["pooled t-test", "student"],
    ["ANOVA", "student"],
    ["one-way ANOVA", "student"],
    ["Welch's t test", "welch"],
    ["Welch's", "welch"],
    ["Welch's ANOVA", "welch"],
    ["t-test, unequal variances", "welch"],
  ])("knows %j as %s", (printed, name) => {
    expect(readTestName(printed)).toEqual({ name });
  });

  it.each([
    "mann-whitney",
    "Mann–Whitney U",
    "Wilcoxon rank-sum test",
    "log-rank",
    "McNemar's test",
    "mid-p McNemar",
    "Mantel–Haenszel chi-square",
    "chi-square test for trend",
    "paired t-test",
    "paired Student's t test",
    "one-sample t test",
    "repeated-measures ANOVA",
    "ANCOVA",
    "Fisher's z transformation",
    "logistic regression",
    "permutation t test",
    "no idea",
  ])("knows no test to recompute in %j", (printed) => {
    expect(readTestName(printed).name).toBeUndefined();
  });

  it("reads the sides that a name tells", () => {
    expect(readTestName("one-tailed Fisher's exact test")).toEqual({
      name: "fisher",
      sided: "one",
    });
    expect(readTestName("2-sided t-test")).toEqual({ name: "t", sided: "two" });
    expect(readTestName("Fisher's exact test (one-sided)")).toEqual({
      name: "fisher",
      sided: "one",
    });
  });
});
