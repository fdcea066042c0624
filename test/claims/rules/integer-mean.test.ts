import { describe, expect, it } from "vitest";
import { checkClaims, type Finding } from "../../../src/claims/index.js";
import { claimsOf, raw } from "../claim-files.js";

const RULE = "A mean and standard deviation of whole numbers must be those of some whole numbers";
const findings = (kind: string, fields: Record<string, unknown>): readonly Finding[] =>
  checkClaims(claimsOf(raw(kind, { integer: true, ...fields })))[0]!.findings.filter(
    ({ rule }) => rule === RULE,
  );
const ofMean = (fields: Record<string, unknown>): Finding => findings("mean", fields)[0]!;
const ofArms = (fields: Record<string, unknown>): readonly Finding[] =>
  findings("two-means", { arms: ["A", "B"], ...fields });
const codes = (found: readonly Finding[]): string[] => found.map(({ code }) => code);

describe("integerMean, by GRIM", () => {
  it("contradicts the example of Brown and Heathers: 28 answers with a mean of 5.19", () => {
    const finding = ofMean({ n: "28", mean: "5.19", sd: "1.10" });
    expect(finding).toMatchObject({
      code: "MEAN_IMPOSSIBLE",
      verdict: "contradicted",
      message:
        "No 28 whole numbers have a mean of 5.19: a sum of 145 gives 5.18 and 146 gives 5.21.",
      wouldBePossible: ["mean 5.18 (sum 145)", "mean 5.21 (sum 146)"],
      source: "brown2017",
    });
    expect(finding.computed!.map(({ value }) => value)).toEqual([145 / 28, 146 / 28]);
    // 5.18 is nearer, but 28 integers of sum 145 have no SD of 1.10; those of sum 146 do.
    expect(finding.smallestChange).toEqual({ label: "mean", printed: "5.19", instead: "5.21" });
  });

  it("says when the decimals were cut off", () => {
    // 61/51 = 1.196 is 1.20; cut off it is 1.19.
    expect(ofMean({ n: "51", mean: "1.19", sd: "0.50" }).message).toContain(
      "With its decimals cut off instead of rounded, a sum of 61 would print so.",
    );
  });

  it("takes a half both ways", () => {
    // 1/8 = 0.125; SD of seven 0 and a 1 is 0.3536.
    for (const mean of ["0.12", "0.13"]) {
      expect(ofMean({ n: "8", mean, sd: "0.35" }).verdict).toBe("possible");
    }
    expect(ofMean({ n: "8", mean: "0.14", sd: "0.35" }).verdict).toBe("contradicted");
  });

  it("finds every mean possible where n is at least 10 to the decimals", () => {
    for (const mean of ["2.1", "2.2", "2.3"]) {
      expect(ofMean({ n: "10", mean, sd: "1.1" }).code).toBe("MEAN_AND_SPREAD_POSSIBLE");
    }
    expect(ofMean({ n: "1000000000", mean: "5.12", sd: "1.00" }).verdict).toBe("possible");
  });

  it("checks the mean of one subject, which has no spread", () => {
    expect(ofMean({ n: "1", mean: "3.0", sd: "0" }).code).toBe("MEAN_POSSIBLE");
    expect(ofMean({ n: "1", mean: "3.5", sd: "0" }).code).toBe("MEAN_IMPOSSIBLE");
  });

  it("bears on whole numbers only, and needs n", () => {
    expect(findings("mean", { n: "28", mean: "5.19", sd: "1.10", integer: false })).toEqual([]);
    const arms = ofArms({ mean: ["5.19", "5.20"], sd: ["1.1", "1.1"] });
    expect(codes(arms)).toEqual(["MEAN_WITHOUT_N", "MEAN_WITHOUT_N"]);
    expect(arms[0]!.verdict).toBe("not-checkable");
  });
});

describe("integerMean, by GRIMMER", () => {
  it("contradicts a spread that no sum of squares gives", () => {
    // Sum 62; 17·2.465² + 62²/18 = 316.85 to 317.69: only 317, odd where the sum is even.
    expect(ofMean({ n: "18", mean: "3.44", sd: "2.47" })).toMatchObject({
      code: "SPREAD_IMPOSSIBLE",
      verdict: "contradicted",
      source: "anaya2016",
      smallestChange: { label: "sd", printed: "2.47", instead: "2.48" },
    });
    expect(ofMean({ n: "18", mean: "3.44", sd: "2.48" }).verdict).toBe("possible");
  });

  it("names the divisor n, or the standard error, where that would do", () => {
    // Sum 77; 30·1.31² + 77²/30 = 249.1, odd as the sum, within 248.7 to 249.5.
    const finding = ofMean({ n: "30", mean: "2.57", sd: "1.31", minimum: 1, maximum: 5 });
    expect(finding.verdict).toBe("contradicted");
    expect(finding.message).toContain("As a standard deviation with the divisor n it would be");
  });

  it("contradicts what only an open scale allows", () => {
    // 12 devices in 9 patients with at least one each: SD 1.12 needs squares 4 + 4 + …: somebody with none.
    const fields = { n: "9", mean: "1.33", sd: "1.12", maximum: 5 };
    expect(ofMean({ ...fields, minimum: 0 }).verdict).toBe("possible");
    expect(ofMean({ ...fields, minimum: 1 }).verdict).toBe("contradicted");
  });

  it("takes an SD of 0 for equal values", () => {
    expect(ofMean({ n: "12", mean: "1", sd: "0", minimum: 1 })).toMatchObject({
      code: "MEAN_AND_SPREAD_POSSIBLE",
      message: expect.stringContaining("such as 12 × 1"),
    });
    expect(ofMean({ n: "12", mean: "1.50", sd: "0.00" }).verdict).toBe("contradicted");
  });

  it("leads a spread far beyond its bounds back to the nearest possible", () => {
    // R: sd(rep(c(1, 7), 10)) = 3.078; at a mean of 4 nothing is more.
    const finding = ofMean({ n: "20", mean: "4.00", sd: "30.80", minimum: 1, maximum: 7 });
    expect(finding.smallestChange).toEqual({ label: "sd", printed: "30.80", instead: "3.08" });
  });

  it("ends on a scale without end, and says what it did not search", () => {
    const finding = ofMean({ n: "24", mean: "12345678.5", sd: "1234567.8" });
    expect(finding).toMatchObject({ code: "SPREAD_NOT_SEARCHED", verdict: "possible" });
    expect(ofMean({ n: "12", mean: "9007199254740992.5", sd: "1.0" }).verdict).toBe("possible");
  });
});

describe("integerMean, by DEBIT", () => {
  const shares = { n: "20", mean: "0.35", minimum: 0, maximum: 1 };

  it("recomputes the spread of zeros and ones", () => {
    // R: sd(rep(0:1, c(13, 7))) = 0.4893605
    const finding = ofMean({ ...shares, sd: "0.49" });
    expect(finding).toMatchObject({
      code: "SPREAD_REPRODUCED",
      verdict: "reproduced",
      source: "heathers2019",
    });
    expect(finding.computed![0]!.value).toBeCloseTo(0.4893605, 7);
    // 0.5 is 48 to 52 of 97 … several counts.
    expect(ofMean({ ...shares, n: "97", mean: "0.5", sd: "0.50" }).code).toBe(
      "SPREAD_WITHIN_ROUNDING",
    );
  });

  it("contradicts any other", () => {
    expect(ofMean({ ...shares, sd: "0.45" })).toMatchObject({
      code: "SPREAD_IMPOSSIBLE",
      smallestChange: { label: "sd", printed: "0.45", instead: "0.49" },
    });
    expect(ofMean({ ...shares, mean: "1.35", sd: "0.49" }).verdict).toBe("contradicted");
  });
});

describe("integerMean, of two arms", () => {
  // 9 × 1, 2 × 2, 1 × 3: mean 1.3333, SD 0.6513, standard error 0.1880, with the divisor n 0.6236.
  // 4 × 1, 3 × 2, 3 × 3, 1 × 4, 1 × 5: mean 2.3333, SD 1.3027, standard error 0.3761, 1.2472.
  const arms = { n: ["12", "12"], mean: ["1.33", "2.33"], minimum: 1 };

  it("reads ± as the SD", () => {
    const found = ofArms({ ...arms, sd: ["0.65", "1.30"] });
    expect(codes(found)).toEqual(["MEAN_AND_SPREAD_POSSIBLE", "MEAN_AND_SPREAD_POSSIBLE"]);
    expect(found[0]!.message).toBe(
      "A: 12 whole numbers of at least 1 can have a mean of 1.33 and a standard deviation of 0.65, such as 9 × 1, 2 × 2 and 1 × 3, and no others.",
    );
  });

  it("says what holds in every distribution", () => {
    // 16 devices in 12 patients, SD 0.7 of any: see the counts that SPRITE lists.
    const [, second] = ofArms({ ...arms, mean: ["1.33", "1.75"], sd: ["0.65", "0.87"] });
    expect(second!.message).toMatch(/; each of the \d+ such distributions has at least \d+ × 1\b/);
  });

  it("says when only the reading as the standard error, or the divisor n, is possible", () => {
    const asSem = ofArms({ ...arms, sd: ["0.188", "0.376"] });
    expect(codes(asSem)).toEqual(["SPREAD_ONLY_AS_SEM", "SPREAD_ONLY_AS_SEM"]);
    expect(asSem[0]!.verdict).toBe("possible");
    const divided = ofArms({ ...arms, sd: ["0.624", "1.247"] });
    expect(codes(divided)).toEqual(["SPREAD_ONLY_WITH_DIVISOR_N", "SPREAD_ONLY_WITH_DIVISOR_N"]);
    expect(divided[0]).toMatchObject({ verdict: "possible", unexplained: true });
  });

  it("holds to the reading that is told", () => {
    const asSem = { ...arms, sd: ["0.188", "0.376"] };
    expect(codes(ofArms({ ...asSem, spread: "sem" }))[0]).toBe("MEAN_AND_SPREAD_POSSIBLE");
    const found = ofArms({ ...asSem, spread: "sd" });
    expect(codes(found)).toEqual(["SPREAD_IMPOSSIBLE", "SPREAD_IMPOSSIBLE"]);
    expect(found[0]!.message).toContain("As a standard error it would be possible.");
    expect(ofArms({ ...arms, sd: ["0.65", "1.30"], spread: "sem" })[0]!.verdict).toBe(
      "contradicted",
    );
  });

  it("wants one reading for both arms", () => {
    const found = ofArms({ ...arms, sd: ["0.651", "0.376"] });
    expect(codes(found)).toEqual(["SPREADS_IRRECONCILABLE"]);
    expect(found[0]!.message).toBe(
      "No one meaning of ± makes both arms possible for whole numbers: in A only as standard deviation and in B only as standard error.",
    );
    // 0.376·√12 = 1.302 as a standard deviation.
    expect(found[0]!.smallestChange).toMatchObject({ label: "sd (A)", instead: "0.188" });
  });

  it("labels the figures of an arm with its name", () => {
    const [finding] = ofArms({ ...arms, mean: ["1.35", "2.33"], sd: ["0.65", "1.30"] });
    expect(finding!.message).toContain("A: No 12 whole numbers have a mean of 1.35");
    expect(finding!.figures.map(({ label }) => label)).toEqual(["mean (A)", "n (A)"]);
    expect(finding!.smallestChange!.label).toBe("mean (A)");
  });

  it("finds the devices of Ciobotaru 2018 possible with the divisor n alone", () => {
    // 21 patients, 22 devices: SS = 20/21, √(SS/20) = 0.2182, √(SS/21) = 0.2130, printed 0.21.
    // 51 patients, 61 devices: SS = Q − 100/51 with Q even; Q = 16: √(14.04/50) = 0.530,
    // √(14.04/51) = 0.5247, printed 0.52; Q = 14: 0.491 and 0.486.
    const found = ofArms({
      n: ["21", "51"],
      mean: ["1.05", "1.20"],
      sd: ["0.21", "0.52"],
      minimum: 1,
    });
    expect(codes(found)).toEqual(["SPREAD_ONLY_WITH_DIVISOR_N", "SPREAD_ONLY_WITH_DIVISOR_N"]);
  });
});
