import { describe, expect, it } from "vitest";
import { iccTable } from "../../../src/analysis/index.js";
import { type Claim, checkClaims, type Finding } from "../../../src/claims/index.js";
import { reliabilityInterval } from "../../../src/claims/rules/reliability-interval.js";
import { seeded } from "../../../src/numeric/index.js";
import { printed, someRule } from "../../printing.js";
import { claimsOf, raw } from "../claim-files.js";

// Shrout and Fleiss 1979, 6 targets and 4 judges; intervals by psych::ICC(x, lmer = FALSE) 2.2.9.
const shrout = { n: "6", raters: "4" };
const find = (fields: Record<string, unknown>): Finding =>
  checkClaims(claimsOf(raw("reliability", { ...shrout, ...fields })))[0]!.findings[0]!;

describe("reliabilityInterval", () => {
  it("recomputes the intervals that coefficient, subjects and raters determine", () => {
    const cases = [
      ["0.1657", "-0.1329", "0.7226", "ICC(1)"],
      ["0.7148", "0.3425", "0.9459", "ICC(C,1)"],
      ["0.4428", "-0.884", "0.912", "ICC(k)"],
      ["0.90932", "0.67568", "0.98589", "ICC(C,k)"],
    ] as const;
    for (const [icc, lower, upper, name] of cases) {
      const finding = find({ icc, ci: [lower, upper] });
      expect(finding.message).toContain(`as ${name}.`);
      expect(["INTERVAL_REPRODUCED", "INTERVAL_WITHIN_ROUNDING"]).toContain(finding.code);
    }
    expect(find({ icc: "0.166", ci: ["-0.13", "0.72"] })).toMatchObject({
      code: "INTERVAL_REPRODUCED",
      verdict: "reproduced",
      source: "shrout1979",
    });
  });

  it("finds agreement possible for some differences between the raters", () => {
    for (const [icc, ...ci] of [
      ["0.29", "0.019", "0.761"],
      ["0.62", "0.071", "0.927"],
    ]) {
      expect(find({ icc, ci })).toMatchObject({
        code: "INTERVAL_OF_SOME_AGREEMENT",
        verdict: "possible",
      });
    }
  });

  it("leaves an interval that no formula gives unexplained, and names another level", () => {
    expect(find({ icc: "0.71", ci: ["0.60", "0.80"] })).toMatchObject({
      code: "INTERVAL_NOT_BY_F",
      verdict: "possible",
      unexplained: true,
    });
    // 90 %: F = 1 + 4 · 0.7148/(1 − 0.7148) = 11.027 over and times qf(0.95, …): 0.4120, 0.9258.
    expect(find({ icc: "0.715", ci: ["0.412", "0.926"] }).message).toContain("At 90 %");
  });

  it("contradicts what no coefficient has", () => {
    expect(find({ icc: "0.74", ci: ["0.80", "0.90"] })).toMatchObject({
      code: "ESTIMATE_OUTSIDE_INTERVAL",
      smallestChange: { label: "ci (lower)", printed: "0.80", instead: "0.74" },
    });
    expect(find({ icc: "0.74", ci: ["0.90", "0.34"] }).code).toBe("INTERVAL_ENDS_SWAPPED");
    expect(find({ icc: "0.74", ci: ["0.34", "1.05"] })).toMatchObject({
      code: "INTERVAL_BEYOND_SCALE",
      smallestChange: { label: "ci (upper)", printed: "1.05", instead: "1.00" },
    });
    expect(find({ icc: "0.10", ci: ["0.15", "0.40"] }).message).toContain(
      "A minus sign may be lost: -0.15 instead of 0.15.",
    );
    // −1/(4 − 1) = −0.333: single ratings cannot disagree more.
    expect(find({ icc: "-0.50" })).toMatchObject({
      code: "COEFFICIENT_TOO_LOW",
      smallestChange: { label: "icc", printed: "-0.50", instead: "-0.33" },
    });
    expect(find({ icc: "-0.33" }).verdict).toBe("not-checkable");
    expect(find({ icc: "-0.50", label: "average ICC" }).verdict).toBe("not-checkable");
    expect(find({ icc: "0.5", n: "1" }).code).toBe("COEFFICIENT_OF_ONE_SUBJECT");
  });

  it("gives the intervals that a coefficient alone implies", () => {
    const finding = find({ icc: "0.165742" });
    expect(finding).toMatchObject({ code: "INTERVAL_NOT_PRINTED", verdict: "not-checkable" });
    expect(finding.message).toContain("-0.133 to 0.723 as ICC(1)");
    const lower = finding.computed!.find(({ label }) => label === "lower, ICC(1)")!;
    expect(lower.value).toBeCloseTo(-0.1329323, 5);
    expect(find({ icc: "0.5", raters: "1" }).code).toBe("COEFFICIENT_OF_ONE_RATER");
  });
});

describe("reliabilityInterval over generated ratings", () => {
  it("never contradicts 100000 coefficients that were computed and printed, and explains each", () => {
    const random = seeded(20240611);
    let held = 0;
    for (let run = 0; held < 100_000; run++) {
      const ratings = someRatings(random);
      if (new Set(ratings.flat()).size < 2) continue;
      const rule = someRule(random);
      // The coefficients of agreement take most of the time: one table in 50 has them held too.
      const coefficients = iccTable(ratings).coefficients.filter(
        ({ name }) => !name.startsWith("ICC(A") || run % 50 === 0,
      );
      for (const { icc, choice, note } of coefficients) {
        if (note !== undefined || icc.value < -1 || Number.isNaN(icc.ci.lower)) continue;
        for (const decimals of [1, 2, 2, 3]) {
          const claim = {
            label: choice.unit === "average" ? "average ICC" : "ICC",
            icc: printed(icc.value, decimals, rule),
            ci: [icc.ci.lower, icc.ci.upper].map((end) => printed(end, decimals, rule)),
            n: String(ratings.length),
            raters: String(ratings[0]!.length),
          };
          const [finding] = reliabilityInterval.check(
            raw("reliability", claim) as unknown as Claim,
            { sameQuantity: [] },
          );
          held += 1;
          // Averages of raters who agree less than by chance have limits that run off the scale.
          const isOdd = choice.type === "agreement" && icc.value < 0;
          const isUnexplained = finding!.unexplained === true && !isOdd;
          const isBad = finding!.verdict === "contradicted" || isUnexplained;
          if (isBad) expect([claim, finding, ratings]).toBe("possible");
        }
      }
    }
  });
});

/** Ratings of some subjects by some raters who differ in their means, whole numbers among them. */
function someRatings(random: ReturnType<typeof seeded>): number[][] {
  const [n, k] = [2 + random.integer(10), 2 + random.integer(3)];
  const [between, offset] = [3 * random.uniform(), 2 * random.uniform() * random.integer(2)];
  const offsets = Array.from({ length: k }, () => offset * random.normal());
  const isWhole = random.uniform() < 0.3;
  return Array.from({ length: n }, () => {
    const subject = between * random.normal();
    return offsets.map((by) => {
      const value = subject + by + random.normal();
      return isWhole ? Math.round(2 * value) : value;
    });
  });
}
