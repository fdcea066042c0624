import { describe, expect, it } from "vitest";
import { checkClaims, type Finding } from "../../../src/claims/index.js";
import { claimsOf, raw } from "../claim-files.js";

// R 4.2.2 from the summaries: t = 2.120, p = 0.0455139 (Student, df 22) and 0.0468185 (Welch, df 19.8).
const time = { arms: ["3D", "TOE"], n: ["12", "12"], mean: ["55", "73"], sd: ["17", "24"] };
const find = (fields: Record<string, unknown>): Finding =>
  checkClaims(claimsOf(raw("two-means", { ...time, ...fields })))[0]!.findings[0]!;

describe("twoMeansPrintedP", () => {
  it("recomputes Student's and Welch's p", () => {
    const finding = find({ p: "<0.05" });
    expect(finding).toMatchObject({ code: "P_REPRODUCED", verdict: "reproduced" });
    const p = (test: string) =>
      finding.computed!.find(({ label }) => label === `p, ${test} if ± is the standard deviation`)!;
    expect(p("Student's t test").value).toBeCloseTo(0.0455139, 7);
    expect(p("Welch's t test").value).toBeCloseTo(0.04681846, 7);
  });

  it("says under which reading of ± the p agrees", () => {
    expect(find({ p: "<0.05" }).message).toBe(
      "p <0.05 follows from the printed means by Student's t test (0.0455) and Welch's t test (0.0468) if ± is the standard deviation; not by Student's t test (0.547) or Welch's t test (0.547) if ± is the standard error.",
    );
    const sem = find({ p: "0.55" });
    expect(sem).toMatchObject({ code: "P_REPRODUCED_AS_SEM", verdict: "reproduced" });
    expect(sem.message).toContain(
      "So ± would have to be the standard error, which the source does not say.",
    );
    expect(find({ p: "0.55", spread: "sem" }).code).toBe("P_REPRODUCED");
    expect(find({ p: "0.55", spread: "sd" }).message).toContain(
      "Against what is stated, Student's t test if ± is the standard error and Welch's t test if ± is the standard error would give it.",
    );
    expect(find({ p: "0.55", spread: "sd" }).verdict).not.toBe("reproduced");
    expect(find({ p: "0.05", spread: "sem" }).verdict).not.toBe("reproduced");
  });

  it("allows values that round to the printed means", () => {
    // From 54.5 ± 16.5 and 73.5 ± 23.5 Student's p is 0.0318; the printed values give 0.0455.
    expect(find({ p: "0.032", spread: "sd" })).toMatchObject({
      code: "P_WITHIN_ROUNDING",
      verdict: "possible",
    });
    expect(find({ p: "0.020", spread: "sd" }).code).toBe("P_NOT_BY_T");
  });

  it("claims a contradiction only against a test that is named", () => {
    expect(find({ p: "0.001", test: "t" })).toMatchObject({
      code: "P_CONTRADICTED",
      verdict: "contradicted",
    });
    expect(find({ p: "0.001", test: "welch" }).verdict).toBe("contradicted");
    expect(find({ p: "0.001" })).toMatchObject({ verdict: "possible", unexplained: true });
    expect(find({ p: "0.001", test: "mann-whitney" })).toMatchObject({
      code: "P_OF_ANOTHER_TEST",
      verdict: "possible",
    });
  });

  it("keeps an unexplained p from passing as reproduced", () => {
    const verdicts = checkClaims(
      claimsOf(
        raw("two-means", { ...time, id: "s/q/a", p: "0.001" }),
        raw("two-means", { ...time, id: "s/q/b", p: "0.001" }),
      ),
    );
    for (const { verdict, findings } of verdicts) {
      expect([verdict, findings[0]!.code]).toEqual(["possible", "P_NOT_BY_T"]);
    }
  });

  it("reads a one-sided p as one-sided", () => {
    expect(find({ p: "0.023", sided: "one", spread: "sd" }).code).toBe("P_REPRODUCED");
    expect(find({ p: "0.023", test: "t", spread: "sd" }).verdict).toBe("contradicted");
  });

  it("is the same with the arms exchanged and with another origin", () => {
    const swapped = { arms: ["TOE", "3D"], mean: ["73", "55"], sd: ["24", "17"] };
    const moved = { mean: ["155", "173"] };
    for (const p of ["<0.05", "0.03", "0.001"]) {
      expect(find({ ...swapped, p }).code).toBe(find({ p }).code);
      expect(find({ ...moved, p }).computed).toEqual(find({ p }).computed);
    }
  });

  it("does not recompute without sizes", () => {
    expect(find({ n: undefined, p: "0.05" }).code).toBe("P_WITHOUT_N");
    expect(find({ n: ["1", "12"], p: "0.05" }).code).toBe("P_WITHOUT_N");
    expect(find({}).code).toBe("NOTHING_TO_HOLD_AGAINST");
  });

  it("takes the names of tests as papers print them", () => {
    for (const test of ["Student's t-test", "t-test", "unpaired t test", "T TEST"]) {
      expect(find({ p: "0.046", test }).code).toBe("P_REPRODUCED"); // Student's 0.0455
      expect(find({ p: "0.047", test }).code).toBe("P_REPRODUCED"); // Welch's 0.0468
      expect(find({ p: "0.001", test }).code).toBe("P_CONTRADICTED");
    }
    expect(
      find({
        p: "0.0455",
        test: "Welch's t-test",
        mean: ["55.00", "73.00"],
        sd: ["17.00", "24.00"],
      }).code,
    ).toBe("P_CONTRADICTED");
    expect(find({ p: "0.023", test: "one-sided t test" }).code).toBe("P_REPRODUCED");
    expect(find({ p: "0.001", test: "chi-square" }).code).toBe("P_OF_ANOTHER_TEST");
    expect(find({ p: "0.001", test: "paired t-test" }).code).toBe("P_OF_ANOTHER_TEST");
  });

  it("names the nearest p that the named test gives", () => {
    // From 54.5 ± 16.5 and 73.5 ± 23.5 Student's p is 0.0318, the smallest within the rounding.
    expect(find({ p: "0.001", test: "student", spread: "sd" }).smallestChange).toEqual({
      label: "p",
      printed: "0.001",
      instead: "0.032",
    });
  });

  it("says which figures it used and where the test is described", () => {
    const { figures, source } = find({ p: "0.05" });
    expect(source).toBe("welch1947");
    expect(figures.map(({ label }) => label)).toEqual([
      "p",
      ...["n (3D)", "n (TOE)", "mean (3D)", "mean (TOE)", "sd (3D)", "sd (TOE)"],
    ]);
  });
});
