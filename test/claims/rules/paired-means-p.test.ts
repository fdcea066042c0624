import { describe, expect, it } from "vitest";
import { pearsonCorrelation, signedRankTest, signTest } from "../../../src/analysis/index.js";
import { type Claim, checkClaims, type Finding } from "../../../src/claims/index.js";
import { pairedMeansP } from "../../../src/claims/rules/paired-means-p.js";
import { mean, sampleStandardDeviation, seeded, tTwoSided } from "../../../src/numeric/index.js";
import { printed, printedP, somePairs, someRule } from "../../printing.js";
import { claimsOf, raw } from "../claim-files.js";

// R 4.2.2: with r = 0.5 the SD of the differences is 1 and 2 * pt(-0.5 * sqrt(20), 19) = 0.0375406.
const pairs = { arms: ["before", "after"], n: "20", mean: ["10.0", "10.5"], sd: ["1.0", "1.0"] };
const find = (fields: Record<string, unknown>): Finding =>
  checkClaims(claimsOf(raw("two-means-paired", { ...pairs, ...fields })))[0]!.findings[0]!;

describe("pairedMeansP", () => {
  it("recomputes the p where the correlation is printed", () => {
    const finding = find({ r: "0.50", p: "0.04" });
    expect(finding).toMatchObject({ code: "P_REPRODUCED", verdict: "reproduced" });
    expect(finding.computed).toEqual([
      { label: "p, the paired t test", value: expect.closeTo(0.03754055, 7) },
    ]);
    expect(find({ r: "0.50", p: "0.06" })).toMatchObject({
      code: "P_WITHIN_ROUNDING",
      verdict: "possible",
    });
    expect(find({ r: "0.50", p: "0.019", sided: "one" }).code).toBe("P_REPRODUCED");
  });

  it("gives the data of Student 1908, whatever is printed of them", () => {
    // t.test(extra ~ group, sleep, paired = TRUE): t = -4.0621, p = 0.002833; cor = 0.7952.
    const sleep = { n: "10", mean: ["0.75", "2.33"], sd: ["1.789", "2.002"], p: "0.0028" };
    expect(find({ ...sleep, r: "0.795" }).code).toBe("P_REPRODUCED");
    const implied = find(sleep);
    expect(implied).toMatchObject({ code: "P_IMPLIES_CORRELATION", verdict: "possible" });
    expect(implied.computed![0]!.value).toBeCloseTo(0.795, 2);
  });

  it("says what correlation a p implies, and what is odd about it", () => {
    // qt(0.993, 21) = 2.6806, SD of the differences 5.2494, r = (9 + 16 − 27.556)/24 = −0.1065.
    const ostium = { n: "22", mean: ["25", "22"], sd: ["3", "4"], arms: ["CT", "TOE"] };
    const finding = find({ ...ostium, p: "0.014" });
    expect(finding.code).toBe("P_IMPLIES_CORRELATION");
    expect(finding.computed![0]!.value).toBeCloseTo(-0.1064997, 6);
    expect(finding.message).toContain("As printed it is negative");
    // Student's t of two groups: 2 * pt(-3 / sqrt(25 / 22), 42) = 0.007409.
    expect(find({ ...ostium, p: "0.0074" }).message).toContain(
      "It is the p of Student's (0.00741) t test of two separate groups.",
    );
  });

  it("contradicts a p of no correlation, for a named t test or where ranks cannot give it either", () => {
    const far = { mean: ["10", "20"], sd: ["1", "1"] };
    // |t| ≥ 9/(3/√20) = 13.4 even at r = −1; at most one difference has the other sign.
    expect(find({ ...far, p: "0.5" })).toMatchObject({
      code: "P_CONTRADICTED",
      verdict: "contradicted",
    });
    const apart = { sd: ["1.0", "9.0"], mean: ["10.0", "10.5"] };
    // |t| ≤ 0.6/(7.9/√20) = 0.34, p ≥ 0.73.
    expect(find({ ...apart, p: "0.04" })).toMatchObject({
      code: "P_NOT_BY_PAIRED_T",
      verdict: "possible",
      unexplained: true,
    });
    expect(find({ ...apart, p: "0.04", test: "paired t-test" }).verdict).toBe("contradicted");
    // 2/2⁵ = 0.0625 and 2Φ(−√5) = 0.0253 are the least p of 5 signs or ranks.
    expect(find({ ...apart, n: "5", p: "0.001" }).verdict).toBe("contradicted");
  });

  it("reads a one-sided p above ½ as that of the other side", () => {
    expect(find({ p: "0.95", sided: "one" }).code).toBe("P_OF_OTHER_SIDE");
    expect(find({ p: "0.02", sided: "one" }).code).toBe("P_IMPLIES_CORRELATION");
  });

  it("bounds a test of ranks by the number of pairs", () => {
    expect(find({ p: "0.3", test: "Wilcoxon signed-rank" })).toMatchObject({
      code: "P_OF_ANOTHER_TEST",
      verdict: "possible",
    });
    expect(find({ n: "5", p: "0.001", test: "wilcoxon" }).code).toBe("P_BEYOND_RANKS");
    expect(find({ p: "0.3", test: "mixed model" }).code).toBe("P_OF_ANOTHER_TEST");
  });

  it("says which reading would explain a contradicted p", () => {
    const named = { r: "0.50", mean: ["10.00", "10.50"], sd: ["1.00", "1.00"], test: "t" };
    const oneSided = find({ ...named, p: "0.019" });
    expect(oneSided.verdict).toBe("contradicted");
    expect(oneSided.message).toContain("One-sided it would.");
    expect(find({ ...named, p: "0.62" }).message).toContain("standard errors of the means");
    // Student's t of two groups of 20: 2 * pt(-0.5 / sqrt(0.1), 38) = 0.122.
    expect(find({ ...named, p: "0.122" }).message).toContain("two separate groups");
    expect(oneSided.smallestChange).toEqual({ label: "r", printed: "0.50", instead: "0.60" });
  });

  it("does not recompute without a p or with one subject", () => {
    expect(find({ r: "0.50" })).toMatchObject({ code: "P_NOT_PRINTED", verdict: "not-checkable" });
    expect(find({}).code).toBe("NOTHING_TO_HOLD_AGAINST");
    expect(find({ n: "1", p: "0.04" }).code).toBe("P_OF_TOO_FEW");
  });
});

describe("pairedMeansP over generated data", () => {
  it("never contradicts 100000 paired samples that were summarised, tested and printed", () => {
    const random = seeded(20240611);
    for (let run = 0; run < 100_000; run++) {
      const [x, y] = somePairs(random, 2, 20);
      const rule = someRule(random);
      const decimals = random.integer(3);
      const print = (value: number): string => printed(value, decimals, rule);
      const byRanks = random.uniform() < 0.15;
      const hasR = new Set(x).size > 1 && new Set(y).size > 1 && x.length > 2;
      const ps = byRanks ? ranksP(x, y) : [pairedP(x, y)];
      const p = ps[random.integer(ps.length)]!;
      if (Number.isNaN(p)) continue;
      const claim = {
        ...{ arms: ["a", "b"], n: String(x.length) },
        mean: [print(mean(x)), print(mean(y))],
        sd: [print(sampleStandardDeviation(x)), print(sampleStandardDeviation(y))],
        p: printedP(p, random, rule),
        ...(hasR && random.uniform() < 0.5
          ? { r: printed(pearsonCorrelation(x, y).r.value, 1 + random.integer(2), rule) }
          : {}),
        ...(random.uniform() < 0.3 ? { test: byRanks ? "wilcoxon" : "t" } : {}),
      };
      const [finding] = pairedMeansP.check(raw("two-means-paired", claim) as unknown as Claim, {
        sameQuantity: [],
      });
      if (finding!.verdict === "contradicted") expect([claim, finding]).toBe("free of it");
    }
  });

  it("contradicts most p that were changed where the correlation and a t test are printed", () => {
    const random = seeded(4);
    let [changed, caught] = [0, 0];
    for (let run = 0; run < 3000; run++) {
      const [x, y] = somePairs(random, 8, 30);
      if (new Set(x).size < 2 || new Set(y).size < 2) continue;
      const p = pairedP(x, y);
      if (!(p > 0.002 && p < 0.3)) continue;
      const claim = {
        ...{ arms: ["a", "b"], n: String(x.length), test: "t", p: printed(3 * p, 3) },
        mean: [printed(mean(x), 2), printed(mean(y), 2)],
        sd: [printed(sampleStandardDeviation(x), 2), printed(sampleStandardDeviation(y), 2)],
        r: printed(pearsonCorrelation(x, y).r.value, 3),
      };
      changed += 1;
      if (find(claim).verdict === "contradicted") caught += 1;
    }
    expect(caught / changed).toBeGreaterThan(0.95);
  });
});

/** The p of the paired t test; NaN where no difference varies. */
function pairedP(x: number[], y: number[]): number {
  const differences = x.map((value, i) => value - y[i]!);
  const sd = sampleStandardDeviation(differences);
  if (sd < 1e-9) return Number.NaN;
  return tTwoSided((mean(differences) / sd) * Math.sqrt(x.length), x.length - 1);
}

function ranksP(x: number[], y: number[]): number[] {
  const { exact, exactPratt, normal, normalContinuity } = signedRankTest(x, y);
  const all = [exact, exactPratt, normal, normalContinuity].map(({ twoSided }) => twoSided);
  return [...all, signTest(x, y).p].filter((p) => !Number.isNaN(p));
}
