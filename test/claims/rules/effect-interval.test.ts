import { describe, expect, it } from "vitest";
import { checkClaims, type Finding } from "../../../src/claims/index.js";
import { normalSurvival, seeded } from "../../../src/numeric/index.js";
import { oneOf, printed, printedPOf } from "../../analysis/consistency/printing.js";
import { claimsOf, raw } from "../claim-files.js";

const effect = (
  measure: string,
  estimate: string,
  ci: readonly [string, string],
  more: Record<string, unknown> = {},
) => raw("effect", { measure, estimate, ci, ...more });
const check = (...args: Parameters<typeof effect>) => checkClaims(claimsOf(effect(...args)))[0]!;
const find = (...args: Parameters<typeof effect>): Finding => check(...args).findings[0]!;

describe("effectInterval", () => {
  it("reproduces an effect in the middle of its limits, and its p", () => {
    const { verdict, findings } = check("HR", "0.80", ["0.60", "1.07"], { p: "0.13" });
    expect(verdict).toBe("reproduced");
    expect(findings.map(({ code }) => code)).toEqual(["EFFECT_IN_MIDDLE", "EFFECT_P_REPRODUCED"]);
    expect(findings[0]!.message).toBe(
      "HR 0.80 (0.60 to 1.07): the middle of the printed limits on the log scale is 0.8012, printed as 0.80.",
    );
    // R: 2 * pnorm(log(0.80) / (log(1.07 / 0.60) / 2 / qnorm(0.975)))
    expect(findings[1]!.computed!.at(-1)!.value).toBeCloseTo(0.1305169641, 8);
  });

  it("is content with what rounds so", () => {
    expect(find("MD", "2.0", ["0.5", "3.7"])).toMatchObject({
      code: "EFFECT_WITHIN_ROUNDING",
      verdict: "possible",
    });
    expect(check("MD", "2.0", ["0.5", "3.5"], { p: "0.02" }).findings[1]).toMatchObject({
      code: "EFFECT_P_BY_T",
      verdict: "possible",
    });
  });

  it("leaves a lopsided interval unexplained as long as some method makes such ones", () => {
    expect(find("OR", "0.053", ["0.0012", "0.457"])).toMatchObject({
      code: "EFFECT_OFF_MIDDLE",
      unexplained: true,
    });
    expect(find("HR", "1.50", ["1.00", "2.00"]).code).toBe("EFFECT_MIDDLE_OF_ANOTHER_SCALE");
    expect(find("kappa", "0.55", ["0.10", "0.62"]).code).toBe("EFFECT_INSIDE");
    expect(find("NNT", "10", ["5", "-20"]).code).toBe("EFFECT_ANYWHERE");
  });

  it("contradicts what no interval can be, with the least change", () => {
    expect(find("HR", "0.80", ["0.60", "0.90"])).toMatchObject({
      code: "EFFECT_LOPSIDED",
      verdict: "contradicted",
      smallestChange: { label: "estimate", printed: "0.80", instead: "0.77" },
    });
    expect(find("OR", "1.5", ["1.7", "2.0"]).message).toBe(
      "OR 1.5 (1.7 to 2.0) lies outside its own interval, 1.7 to 2.0.",
    );
    expect(find("MD", "2.0", ["3.5", "0.5"]).message).toContain("Exchanged, the limits have it");
    expect(find("OR", "1.5", ["-0.5", "2.0"]).code).toBe("EFFECT_BELOW_ZERO");
  });

  it("says which lost sign would do", () => {
    expect(find("MD", "1.2", ["-3.4", "1.0"])).toMatchObject({
      code: "EFFECT_OUTSIDE",
      smallestChange: { label: "estimate", printed: "1.2", instead: "-1.2" },
    });
    expect(find("MD", "-1.2", ["3.4", "1.0"])).toMatchObject({
      code: "EFFECT_ENDS_SWAPPED",
      smallestChange: { label: "ci (lower)", instead: "-3.4" },
    });
    expect(find("MD", "0.4", ["-3.7", "2.9"])).toMatchObject({
      code: "EFFECT_SIGN_LOST",
      verdict: "contradicted",
    });
  });

  it("contradicts a p that decides otherwise than the interval", () => {
    expect(find("OR", "2.10", ["1.20", "3.68"], { p: "0.25" })).toMatchObject({
      code: "EFFECT_P_AGAINST_INTERVAL",
      verdict: "contradicted",
      smallestChange: { label: "p", printed: "0.25", instead: "0.01" },
    });
    expect(find("HR", "0.50", ["0.40", "0.63"], { p: "0.04" })).toMatchObject({
      code: "EFFECT_P_FAR_FROM_INTERVAL",
      smallestChange: { instead: "<0.01" },
    });
    expect(find("HR", "0.80", ["0.60", "1.07"], { p: "0.08" })).toMatchObject({
      code: "EFFECT_P_NOT_BY_INTERVAL",
      unexplained: true,
    });
    expect(find("HR", "0.80", ["0.60", "1.07"], { p: "0.065" }).message).toContain("One-sided");
  });

  it("does not hold a p against what it cannot follow from", () => {
    const codes = (...args: Parameters<typeof effect>) =>
      check(...args).findings.map(({ code }) => code);
    const numbers = ["HR", "0.80", ["0.60", "1.07"]] as const;
    expect(codes(...numbers, { p: "0.001", test: "log-rank" })).toContain(
      "EFFECT_P_OF_ANOTHER_TEST",
    );
    expect(codes(...numbers, { p: "0.001", test: "Wald" })).toContain("EFFECT_P_AGAINST_INTERVAL");
    expect(codes(...numbers, { p: "0.13", level: "950" })).toContain("EFFECT_P_WITHOUT_LEVEL");
    expect(codes(...numbers, { p: "0.20", level: 90 })).toContain("EFFECT_P_REPRODUCED");
    expect(codes(...numbers, { p: "0.065", sided: "one" })).toContain("EFFECT_P_REPRODUCED");
    expect(codes("OR", "1.5", ["1.7", "2.0"], { p: "0.1" })).toContain("EFFECT_P_WITHOUT_INTERVAL");
    expect(codes("AUC", "0.8", ["0.7", "0.9"], { p: "0.1" })).toContain("EFFECT_P_WITHOUT_NULL");
  });

  it("never contradicts an effect, interval and p of the same normal test", () => {
    const random = seeded(20240615);
    const claims = Array.from({ length: 10_000 }, () => {
      const error = 0.05 + random.uniform();
      const value = error * random.normal() * 3;
      const isRatio = random.uniform() < 0.5;
      const decimals = 1 + random.integer(3);
      const [lower, estimate, upper] = [
        value - 1.959964 * error,
        value,
        value + 1.959964 * error,
      ].map((x) => printed(isRatio ? Math.exp(x) : x, decimals, random)) as [
        string,
        string,
        string,
      ];
      const measure = isRatio ? oneOf(["OR", "HR", "RR"], random) : oneOf(["MD", "logOR"], random);
      const p = printedPOf(2 * normalSurvival(Math.abs(value / error)), random);
      return effect(measure, estimate, [lower, upper], { p });
    });
    const wrong = checkClaims(
      claimsOf(...claims.map((one, i) => ({ ...one, id: `s/q${i}/text` }))),
    ).filter(
      ({ verdict, findings }) => verdict === "contradicted" || findings[0]!.unexplained === true,
    );
    expect(wrong).toEqual([]);
  });
});
