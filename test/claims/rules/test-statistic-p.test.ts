import { describe, expect, it } from "vitest";
import { type Claim, checkClaims, type Finding } from "../../../src/claims/index.js";
import { testStatisticP } from "../../../src/claims/rules/test-statistic-p.js";
import {
  chiSquareSurvival,
  fSurvival,
  normalSurvival,
  seeded,
  tSurvival,
  tTwoSided,
} from "../../../src/numeric/index.js";
import { printed, printedP, someRule } from "../../printing.js";
import { claimsOf, raw } from "../claim-files.js";

const t28 = { statistic: "t", value: "2.20", df: ["28"] };
const find = (fields: Record<string, unknown>): Finding =>
  checkClaims(claimsOf(raw("test", fields)))[0]!.findings[0]!;

describe("testStatisticP", () => {
  it("recomputes the p of each statistic", () => {
    // R 4.2.2: pt, pf, pchisq and pnorm give 0.0362255, 0.0560222, 0.0500435 and 0.2301393.
    const cases = [
      [t28, "0.036", 0.03622548],
      [{ statistic: "F", value: "3.10", df: [2, 40] }, "0.056", 0.05602222],
      [{ statistic: "chi2", value: "3.84", df: ["1"] }, "0.05", 0.05004352],
      [{ statistic: "z", value: "-1.2", df: [] }, "0.23", 0.2301393],
    ] as const;
    for (const [test, p, value] of cases) {
      const finding = find({ ...test, p });
      expect(finding).toMatchObject({ code: "P_REPRODUCED", source: "nuijten2016" });
      expect(finding.computed![0]!.value).toBeCloseTo(value, 7);
    }
    expect(find({ ...t28, p: "0.036" }).message).toBe(
      "p = 0.036 follows from t(28) = 2.20: the two-sided p is 0.0362.",
    );
  });

  it("lets the statistic and the p be rounded", () => {
    // t from 2.195 to 2.205: p from 0.03583 to 0.03662.
    expect(find({ ...t28, p: "0.0366" })).toMatchObject({
      code: "P_WITHIN_ROUNDING",
      verdict: "possible",
    });
    expect(find({ ...t28, p: "0.0368" }).verdict).toBe("possible"); // df from 27.5
    expect(find({ ...t28, p: "0.0375" }).verdict).toBe("contradicted");
    // 1.96 stands for 1.955 to 1.965, p from 0.0494 to 0.0506.
    const z = { statistic: "z", value: "1.96", df: [] };
    expect(find({ ...z, p: "<0.05" }).verdict).toBe("reproduced");
    expect(find({ ...z, p: ">0.05" }).code).toBe("P_WITHIN_ROUNDING");
    expect(find({ statistic: "z", value: "1.9608", df: [], p: "0.05" }).code).toBe("P_REPRODUCED");
    expect(find({ statistic: "z", value: "5.1", df: [], p: "0.000" }).code).toBe("P_REPRODUCED");
    expect(find({ statistic: "z", value: "5.1", df: [], p: "<0.001" }).code).toBe("P_REPRODUCED");
  });

  it("lets approximate degrees of freedom be rounded, and counted ones not", () => {
    // 2 * pt(-2.5, c(17.5, 18, 18.5)): 0.02262, 0.02231, 0.02202.
    const welch = { statistic: "t", value: "2.500", df: [18] };
    expect(find({ ...welch, p: "0.0226" }).message).toContain("and the degrees of freedom");
    expect(find({ ...welch, df: ["17.7"], p: "0.02249" }).code).toBe("P_REPRODUCED");
    const chi2 = { statistic: "chi2", value: "6.000", df: [2] };
    expect(find({ ...chi2, p: "0.0498" }).code).toBe("P_REPRODUCED");
    expect(find({ ...chi2, p: "0.0408" }).verdict).toBe("contradicted");
  });

  it("flags decisions and one-sided p, and says the least change", () => {
    const finding = find({ ...t28, p: "0.018" });
    expect(finding).toMatchObject({ code: "P_CONTRADICTED", verdict: "contradicted" });
    expect(finding.message).toBe(
      "p = 0.018 does not follow from t(28) = 2.20: the two-sided p is 0.0362 (0.0357 to 0.0368 over the rounding). One-sided it would be 0.0181, as printed.",
    );
    expect(find({ ...t28, p: "0.018", sided: "one" }).verdict).toBe("reproduced");
    expect(find({ ...t28, value: "-2.20", p: "0.98", sided: "one" }).verdict).toBe("reproduced");
    const f = find({ statistic: "F", value: "3.10", df: [2, 40], p: "<0.05" });
    expect(f.message).toContain(
      "That turns the decision at 0.05: the printed p is significant, the recomputed one is not.",
    );
    expect(f.smallestChange).toEqual({ label: "value", printed: "3.10", instead: "3.23" });
    // pchisq(5.99, 2, lower = FALSE) = 0.05004; of 1 degree of freedom 0.0144.
    const chi2 = { statistic: "chi2", value: "5.99", df: ["1"], p: "0.050" };
    expect(find(chi2).verdict).toBe("contradicted");
    expect(find({ ...t28, p: "0.07" }).message).not.toContain("One-sided");
  });
});

describe("testStatisticP over generated tests", () => {
  it("never contradicts 100000 tests that were computed and printed", () => {
    const random = seeded(20240611);
    for (let run = 0; run < 100_000; run++) {
      const rule = someRule(random);
      const { claim, p } = someTest(random, 1 + random.integer(3), rule);
      const whole = { ...claim, p: printedP(p, random, rule) };
      const [finding] = testStatisticP.check(raw("test", whole) as unknown as Claim, {
        sameQuantity: [],
      });
      if (finding!.verdict === "contradicted") expect([whole, finding]).toBe("free of it");
    }
  });

  it("contradicts most p that were changed", () => {
    const random = seeded(7);
    let [changed, caught] = [0, 0];
    for (let run = 0; run < 3000; run++) {
      const { claim, p } = someTest(random, 2, "half-up");
      if (p < 0.002 || p > 0.3) continue;
      changed += 1;
      if (find({ ...claim, p: printed(2.5 * p, 3) }).verdict === "contradicted") caught += 1;
    }
    expect(changed).toBeGreaterThan(1000);
    expect(caught / changed).toBeGreaterThan(0.9);
  });
});

/** A test with its true p; t of Welch's fractional degrees of freedom, printed whole or not. */
function someTest(
  random: ReturnType<typeof seeded>,
  decimals: number,
  rule: "half-up" | "half-even",
): { claim: Record<string, unknown>; p: number } {
  const print = (value: number): string => printed(value, decimals, rule);
  const size = 2.5 * random.normal();
  switch (random.integer(5)) {
    case 0:
      return {
        claim: { statistic: "z", value: print(size), df: [] },
        p: 2 * normalSurvival(Math.abs(size)),
      };
    case 1: {
      const df = 1 + random.integer(60);
      const sided = random.uniform() < 0.3;
      return {
        claim: { statistic: "t", value: print(size), df: [df], ...(sided ? { sided: "one" } : {}) },
        p: sided ? tSurvival(size, df) : tTwoSided(size, df),
      };
    }
    case 2: {
      const df = 2 + 40 * random.uniform();
      const text = printed(df, random.integer(2), rule);
      return {
        claim: { statistic: "t", value: print(size), df: [text] },
        p: tTwoSided(size, df),
      };
    }
    case 3: {
      const df = 1 + random.integer(8);
      const value = df * size * size * 0.4;
      return {
        claim: { statistic: "chi2", value: print(value), df: [df] },
        p: chiSquareSurvival(value, df),
      };
    }
    default: {
      const df = [1 + random.integer(5), 2 + random.integer(80)] as const;
      const value = 0.7 * size * size;
      return {
        claim: { statistic: "F", value: print(value), df: df.map(String) },
        p: fSurvival(value, ...df),
      };
    }
  }
}
