import { describe, expect, it } from "vitest";
import { linConcordance, pearsonCorrelation } from "../../src/analysis/index.js";
import type { CorrelationClaim } from "../../src/claims/claim.js";
import { concordanceFindings } from "../../src/claims/concordance-findings.js";
import { checkClaims, type Finding } from "../../src/claims/index.js";
import { normalSurvival, seeded } from "../../src/numeric/index.js";
import { printed, printedP, somePairs, someRule } from "../printing.js";
import { claimsOf, raw } from "./claim-files.js";

const RUNS = 100_000;
const all = (fields: Record<string, unknown>): readonly Finding[] =>
  checkClaims(claimsOf(raw("correlation", { coefficient: "pearson", ...fields })))[0]!.findings;
const find = (fields: Record<string, unknown>): Finding => all(fields)[0]!;
const verdictsOf = (claim: Record<string, unknown>): string[] =>
  concordanceFindings(raw("correlation", claim) as unknown as CorrelationClaim)
    .filter(({ verdict }) => verdict === "contradicted")
    .map(({ code, message }) => `${code}: ${message}`);

describe("concordanceFindings", () => {
  it("gives the coefficient of concordance that means and SDs imply", () => {
    // 2 * 0.622 * 3 * 5 / (9 + 25 + 4 * 22/21) = 0.4886
    const means = { mean: ["16", "18"], sd: ["3", "5"], arms: ["model", "in vivo"] };
    const finding = all({ r: "0.622", n: "22", p: "0.002", ...means })[1]!;
    expect(finding.code).toBe("MEANS_IMPLY_CONCORDANCE");
    expect(finding.computed![0]!.value).toBeCloseTo(0.4886, 4);
  });

  it("derives what it can from a p beside a coefficient of concordance", () => {
    const lin = { coefficient: "concordance", r: "0.778", n: "12" };
    const finding = find({ ...lin, p: "0.001" });
    expect(finding).toMatchObject({ code: "CONCORDANCE_P_POSSIBLE", source: "lin1989" });
    // t = qt(1 - c(0.0015, 0.0005)/2, 10), r = t / sqrt(t^2 + 10): 0.8067, 0.8473.
    expect(finding.message).toContain("implies r from 0.807 to 0.847");
    // 2 * pt(-0.778 * sqrt(10 / (1 - 0.778^2)), 10) = 0.00287: a larger p is impossible.
    expect(find({ ...lin, p: "0.02" })).toMatchObject({ code: "CONCORDANCE_P_TOO_LARGE" });
    expect(find({ ...lin, ci: ["0.50", "0.92"] }).code).toBe("INTERVAL_POSSIBLE");
    expect(find({ ...lin, ci: ["0.10", "0.99"] })).toMatchObject({ unexplained: true });
    expect(find({ ...lin, ci: ["0.80", "0.92"] }).code).toBe("ESTIMATE_OUTSIDE_INTERVAL");
    expect(find({ ...lin, n: undefined, p: "0.001" }).code).toBe("CONCORDANCE_WITHOUT_N");
    const means = { mean: ["10", "20"], sd: ["2", "3"], arms: ["a", "b"] };
    expect(find({ ...lin, ...means }).code).toBe("CONCORDANCE_ABOVE_MEANS");
    expect(find({ ...lin, ...means, mean: ["10", "11"] }).code).toBe("MEANS_IMPLY_PEARSON");
  });

  it("holds a coefficient called Pearson's against the concordance of another source", () => {
    const [table] = checkClaims(
      claimsOf(
        raw("correlation", { id: "s/q/table", r: "0.78", coefficient: "pearson" }),
        raw("correlation", {
          id: "s/q/primary",
          ...{ r: "0.778", n: "12", p: "0.001", coefficient: "concordance" },
        }),
      ),
    );
    const finding = table!.findings.find(({ code }) => code === "CONCORDANCE_CALLED_PEARSON")!;
    expect(finding).toMatchObject({ verdict: "possible", otherClaim: "s/q/primary" });
    expect(finding.message).toContain("As Pearson's r, 0.78 would have p 0.00249 to 0.00307");
  });

  it(`never contradicts ${RUNS} coefficients of concordance`, () => {
    const random = seeded(3);
    for (let run = 0; run < RUNS; run++) {
      const [x, y] = somePairs(random, 3, 25);
      if (new Set(x).size < 2 || new Set(y).size < 2) continue;
      const rule = someRule(random);
      const { concordance, pearson, standardError, asymptotic } = linConcordance(x, y);
      const decimals = 1 + random.integer(3);
      const print = (value: number): string => printed(value, decimals, rule);
      const size = Math.abs(concordance.value);
      const z = (Math.atanh(size) * (1 - size * size)) / standardError;
      const ofPearson = pearsonCorrelation(x, y).p;
      const p = random.uniform() < 0.5 ? ofPearson : 2 * normalSurvival(z);
      const ci = random.uniform() < 0.7 ? concordance.ci : asymptotic;
      const coarse = 1 + random.integer(2);
      const moments = (values: number[]): [string, string] => {
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        return [mean, Math.sqrt(square / (values.length - 1))].map((one) =>
          printed(one, coarse, rule),
        ) as [string, string];
      };
      const [[m1, s1], [m2, s2]] = [moments(x), moments(y)];
      const claim = {
        coefficient: "concordance",
        r: print(concordance.value),
        n: String(x.length),
        ...(Number.isNaN(p) || random.uniform() < 0.6 ? {} : { p: printedP(p, random, rule) }),
        ...(Number.isNaN(ci.lower) ? {} : { ci: [print(ci.lower), print(ci.upper)] }),
        ...{ arms: ["a", "b"], mean: [m1, m2], sd: [s1, s2] },
      };
      const found = verdictsOf(claim);
      if (found.length > 0) expect([claim, found, pearson]).toBe("free of contradictions");
    }
  });
});
