import { describe, expect, it } from "vitest";
import { pearsonCorrelation, spearmanCorrelation } from "../../../src/analysis/index.js";
import type { Claim } from "../../../src/claims/index.js";
import { checkClaims, type Finding } from "../../../src/claims/index.js";
import { correlationP } from "../../../src/claims/rules/correlation-p.js";
import { seeded } from "../../../src/numeric/index.js";
import { printed, printedP, somePairs, someRule } from "../../printing.js";
import { claimsOf, raw } from "../claim-files.js";

const all = (fields: Record<string, unknown>): readonly Finding[] =>
  checkClaims(claimsOf(raw("correlation", { coefficient: "pearson", ...fields })))[0]!.findings;
const find = (fields: Record<string, unknown>): Finding => all(fields)[0]!;

describe("correlationP", () => {
  it("recomputes the p of Pearson's r", () => {
    // R 4.2.2: 2 * pt(-0.622 * sqrt(20 / (1 - 0.622^2)), 20) = 0.0019968.
    const finding = find({ r: "0.622", n: "22", p: "0.002" });
    expect(finding).toMatchObject({ code: "P_REPRODUCED", verdict: "reproduced" });
    expect(finding.message).toBe(
      "p = 0.002 follows from r = 0.622 of 22 pairs by Student's t (0.002) and Fisher's z (0.0015).",
    );
    expect(finding.computed![0]!.label).toBe("p, Student's t");
    expect(finding.computed![0]!.value).toBeCloseTo(0.0019968, 7);
  });

  it("allows values that round to r", () => {
    // r from 0.615 to 0.625 has p from 0.00187 to 0.00232.
    expect(find({ r: "0.62", n: "22", p: "0.0019" })).toMatchObject({
      code: "P_WITHIN_ROUNDING",
      verdict: "possible",
    });
    expect(find({ r: "0.62", n: "22", p: "0.0024" }).verdict).toBe("contradicted");
  });

  it("contradicts a p that no test gives, and says which n or side would", () => {
    const finding = find({ r: "0.622", n: "22", p: "0.003" });
    expect(finding).toMatchObject({
      code: "P_CONTRADICTED",
      verdict: "contradicted",
      source: "fisher1921",
      // t = 3.45 and p = 0.0025 at 0.611
      smallestChange: { label: "r", printed: "0.622", instead: "0.611" },
    });
    expect(finding.message).toBe(
      "p = 0.003 does not follow from r = 0.622 of 22 pairs, whatever rounds to it. By Student's t 0.00198 to 0.00202 and Fisher's z 0.00148 to 0.00152. It would be the p of 20 or 21 pairs by Student's t, as when patients have no value.",
    );
    expect(find({ r: "0.622", n: "22", p: "0.0010" }).message).toContain(
      "One-sided, Student's t would give it.",
    );
    expect(find({ r: "0.622", n: "22", p: "0.0010", sided: "one" }).verdict).toBe("reproduced");
    expect(find({ r: "-0.622", n: "22", p: "0.0010", sided: "one" }).verdict).toBe("reproduced");
    expect(find({ r: "0.622", n: "22", p: ">0.05" }).verdict).toBe("contradicted");
  });

  it("gives ranks the tests of ranks, and leaves room for ties in small samples", () => {
    // cor.test(method = "spearman"): exact p of rho = 0.6294 of 12 pairs is 0.0324, t gives 0.0283.
    const spearman = { coefficient: "spearman", r: "0.63", n: "12" };
    expect(find({ ...spearman, p: "0.032" }).message).toContain("the exact test of ranks");
    expect(find({ ...spearman, p: "0.028" }).message).toContain("Student's t");
    expect(find({ ...spearman, p: "0.021" })).toMatchObject({
      code: "P_NOT_WITHOUT_TIES",
      verdict: "possible",
      unexplained: true,
    });
    expect(find({ ...spearman, p: "0.5" }).code).toBe("P_CONTRADICTED");
    expect(find({ ...spearman, n: "40", p: "0.02" }).code).toBe("P_CONTRADICTED");
  });

  it("holds a named test to that test", () => {
    const r = { r: "0.622", n: "22" };
    expect(find({ ...r, p: "0.0015", test: "Fisher z" }).verdict).toBe("reproduced");
    expect(find({ ...r, p: "0.0015", test: "t" }).verdict).toBe("contradicted");
    expect(find({ ...r, p: "0.5", test: "permutation" })).toMatchObject({
      code: "P_OF_ANOTHER_TEST",
      verdict: "possible",
    });
  });

  it("knows the least numbers of pairs and perfect correlations", () => {
    expect(find({ r: "0.78", n: "2" })).toMatchObject({
      code: "CORRELATION_OF_TOO_FEW",
      smallestChange: { label: "r", printed: "0.78", instead: "1" },
    });
    expect(find({ r: "-1.00", n: "2", p: "0.5" }).code).toBe("P_OF_TOO_FEW");
    expect(find({ r: "0.5", n: "1" }).verdict).toBe("contradicted");
    expect(find({ r: "1.00", n: "10", p: "<0.001" }).code).toBe("P_REPRODUCED");
    expect(find({ r: "1", n: "10", p: "0.2" }).code).toBe("P_CONTRADICTED");
    // df 1: 2 * pt(-0.866 / sqrt(1 - 0.866^2), 1) = 0.3333.
    expect(find({ r: "0.866", n: "3", p: "0.333" }).code).toBe("P_REPRODUCED");
  });

  it("does not recompute a p without n, but says of how many pairs it would be", () => {
    const finding = find({ r: "0.50", p: "0.005" });
    expect(finding).toMatchObject({ code: "P_WITHOUT_N", verdict: "not-checkable" });
    expect(finding.message).toContain("it would be the p of 29, 30 or 31 pairs");
    expect(find({ r: "0.50" }).code).toBe("NOTHING_TO_HOLD_AGAINST");
  });
});

const RUNS = 100_000;
const verdictsOf = (claim: Record<string, unknown>): string[] =>
  correlationP
    .check(raw("correlation", claim) as unknown as Claim, { sameQuantity: [] })
    .filter(({ verdict }) => verdict === "contradicted")
    .map(({ code, message }) => `${code}: ${message}`);

describe("correlationP over generated data", () => {
  it(`never contradicts ${RUNS} correlations that were computed, tested and printed`, () => {
    const random = seeded(20240611);
    for (let run = 0; run < RUNS; run++) {
      const [x, y] = somePairs(random, 3, 25);
      if (new Set(x).size < 2 || new Set(y).size < 2) continue;
      const isSpearman = random.uniform() < 0.3 && x.length < 7;
      const rule = someRule(random);
      const print = (value: number): string => printed(value, 1 + random.integer(3), rule);
      const got = isSpearman ? spearmanCorrelation(x, y) : pearsonCorrelation(x, y);
      const r = "rho" in got ? got.rho : got.r;
      const isExact = "exact" in got && random.uniform() < 0.7;
      const claim = {
        coefficient: isSpearman ? "spearman" : "pearson",
        r: print(r.value),
        n: String(x.length),
        p: printedP(isExact ? got.exact : got.p, random, rule),
      };
      const found = verdictsOf(claim);
      if (found.length > 0) expect([claim, found, x, y]).toBe("free of contradictions");
    }
  });

  it("contradicts most p that were changed by a digit that counts", () => {
    const random = seeded(5);
    let [changed, caught] = [0, 0];
    for (let run = 0; run < 3000; run++) {
      const [x, y] = somePairs(random, 8, 25);
      if (new Set(x).size < 2 || new Set(y).size < 2) continue;
      const { r, p } = pearsonCorrelation(x, y);
      if (p < 0.001 || p > 0.3) continue;
      const claim = {
        ...{ coefficient: "pearson", r: printed(r.value, 2), n: String(x.length) },
        p: printed(2.5 * p, 3),
      };
      changed += 1;
      if (verdictsOf(claim).length > 0) caught += 1;
    }
    expect(caught / changed).toBeGreaterThan(0.95);
  });
});
