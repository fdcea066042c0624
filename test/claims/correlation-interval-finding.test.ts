import { describe, expect, it } from "vitest";
import { pearsonCorrelation, spearmanCorrelation } from "../../src/analysis/index.js";
import {
  correlationIntervalFinding,
  type TestedCorrelation,
} from "../../src/claims/correlation-interval-finding.js";
import { checkClaims, type Finding } from "../../src/claims/index.js";
import { seeded } from "../../src/numeric/index.js";
import { printed, somePairs, someRule } from "../printing.js";
import { claimsOf, raw } from "./claim-files.js";

const find = (fields: Record<string, unknown>): Finding =>
  checkClaims(claimsOf(raw("correlation", { coefficient: "pearson", ...fields })))[0]!.findings[0]!;

describe("correlationIntervalFinding", () => {
  it("recomputes intervals on Fisher's scale", () => {
    // tanh(atanh(0.6) + c(-1, 1) * qnorm(0.975) / 3) = 0.0396, 0.8733; psych::r.con(0.6, 12) agrees.
    const r = { r: "0.60", n: "12" };
    expect(find({ ...r, ci: ["0.04", "0.87"] })).toMatchObject({ code: "INTERVAL_REPRODUCED" });
    expect(find({ ...r, ci: ["0.045", "0.875"] }).code).toBe("INTERVAL_WITHIN_ROUNDING");
    // Bonett and Wright: sqrt((1 + 0.18) / 9) in place of 1/3 gives −0.016, 0.884.
    const spearman = { ...r, coefficient: "spearman" };
    expect(find({ ...spearman, ci: ["-0.02", "0.88"] }).message).toContain("Bonett and Wright's");
    expect(find({ ...r, ci: ["-0.02", "0.88"] })).toMatchObject({
      code: "INTERVAL_NOT_BY_FISHER",
      verdict: "possible",
      unexplained: true,
    });
    expect(find({ ...r, ci: ["0.15", "0.85"] }).message).toContain("At 90 % it would follow.");
  });

  it("contradicts intervals that are none", () => {
    const r = { r: "0.50", n: "30" };
    expect(find({ ...r, ci: ["0.55", "0.73"] })).toMatchObject({
      code: "ESTIMATE_OUTSIDE_INTERVAL",
      smallestChange: { label: "ci (lower)", printed: "0.55", instead: "0.50" },
    });
    expect(find({ ...r, ci: ["0.73", "0.17"] }).code).toBe("INTERVAL_ENDS_SWAPPED");
    expect(find({ ...r, ci: ["0.17", "1.20"] })).toMatchObject({
      code: "INTERVAL_BEYOND_SCALE",
      smallestChange: { label: "ci (upper)", printed: "1.20", instead: "1.00" },
    });
    expect(find({ ...r, ci: ["0.45", "0.55"] }).code).toBe("INTERVAL_TOO_NARROW");
    // R: tanh(atanh(0.30) + c(-1, 1) * qnorm(0.975) / sqrt(22 - 3)) is -0.139 to 0.641
    expect(find({ r: "0.30", n: "22", ci: ["0.14", "0.64"] })).toMatchObject({
      code: "INTERVAL_LOST_SIGN",
      smallestChange: { label: "ci (lower)", printed: "0.14", instead: "-0.14" },
    });
    const lost = find({ r: "0.12", n: "80", ci: ["0.10", "0.33"] });
    expect(lost).toMatchObject({
      code: "INTERVAL_LOST_SIGN",
      smallestChange: { label: "ci (lower)", printed: "0.10", instead: "-0.10" },
    });
    expect(find({ r: "-0.05", n: "80", ci: ["0.27", "0.17"] }).message).toContain(
      "A minus sign may be lost: -0.27 instead of 0.27.",
    );
  });

  it("says of how many pairs an interval without n is", () => {
    expect(find({ r: "0.50", ci: ["0.17", "0.73"] }).message).toContain("29 to 30 pairs");
    expect(find({ r: "0.50", ci: ["0.45", "0.73"] })).toMatchObject({ unexplained: true });
  });

  it("never contradicts 100000 intervals that were computed and printed", () => {
    const random = seeded(20240612);
    for (let run = 0; run < 100_000; run++) {
      const [x, y] = somePairs(random, 4, 25);
      if (new Set(x).size < 2 || new Set(y).size < 2) continue;
      const isSpearman = random.uniform() < 0.15;
      const rule = someRule(random);
      const decimals = 1 + random.integer(3);
      const print = (value: number): string => printed(value, decimals, rule);
      const level = [0.95, 0.95, 0.9, 0.99][random.integer(4)]!;
      const got =
        isSpearman && x.length < 8
          ? spearmanCorrelation(x, y, { level }).rho
          : pearsonCorrelation(x, y, { level }).r;
      const claim = {
        coefficient: isSpearman ? "spearman" : "pearson",
        r: print(got.value),
        ...(random.uniform() < 0.9 ? { n: String(x.length) } : {}),
        ci: [print(got.ci.lower), print(got.ci.upper)],
      };
      const finding = correlationIntervalFinding(
        raw("correlation", claim) as unknown as TestedCorrelation,
      );
      if (finding!.verdict === "contradicted") expect([claim, finding]).toBe("free of it");
      if (level === 0.95 && claim.n !== undefined) expect(finding!.unexplained).toBeUndefined();
    }
  });

  it("contradicts intervals that lost a sign or belong to far more pairs", () => {
    const random = seeded(6);
    let [changed, caught] = [0, 0];
    for (let run = 0; run < 2000; run++) {
      const [x, y] = somePairs(random, 12, 40);
      if (new Set(x).size < 2 || new Set(y).size < 2) continue;
      const { r } = pearsonCorrelation(x, y);
      const narrow = [r.value - 0.02, r.value + 0.02].map((end) => printed(end, 2));
      const lost = [printed(r.ci.lower, 2).replace("-", ""), printed(r.ci.upper, 2)];
      if (Math.abs(r.value) > 0.9 || r.ci.lower > -0.1 || r.ci.upper < 0.1) continue;
      for (const ci of [narrow, lost]) {
        const claim = { coefficient: "pearson", r: printed(r.value, 2), n: String(x.length), ci };
        changed += 1;
        if (find(claim).verdict === "contradicted") caught += 1;
      }
    }
    expect(changed).toBeGreaterThan(500);
    expect(caught / changed).toBeGreaterThan(0.75);
  });
});
