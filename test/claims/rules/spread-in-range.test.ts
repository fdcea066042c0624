import { describe, expect, it } from "vitest";
import { checkClaims, type Finding } from "../../../src/claims/index.js";
import { claimsOf, raw } from "../claim-files.js";

const RULE = "A mean and standard deviation must fit between the least and the greatest value";
const findings = (kind: string, fields: Record<string, unknown>): readonly Finding[] =>
  checkClaims(claimsOf(raw(kind, fields)))[0]!.findings.filter(({ rule }) => rule === RULE);
const score = { n: "20", mean: "3.2", sd: "1.5", minimum: 1, maximum: 7 };
const ofMean = (fields: Record<string, unknown>): Finding =>
  findings("mean", { ...score, ...fields })[0]!;

describe("spreadInRange", () => {
  it("bounds the spread by the range", () => {
    // √((7 − 3.25)(3.25 − 1)·20/19) = 2.980, less what one value between the ends takes.
    const finding = ofMean({ sd: "4.5" });
    expect(finding).toMatchObject({
      code: "SPREAD_ABOVE_BOUND",
      verdict: "contradicted",
      source: "bhatia2000",
      smallestChange: { label: "sd", printed: "4.5" },
    });
    const greatest = finding.computed!.find(({ label }) => label.startsWith("greatest"))!.value;
    expect(greatest).toBeLessThan(2.981);
    expect(greatest).toBeGreaterThan(2.8);
    expect(ofMean({ sd: finding.smallestChange!.instead }).verdict).toBe("possible");
    expect(ofMean({})).toMatchObject({ code: "SPREAD_WITHIN_RANGE", verdict: "possible" });
  });

  it("keeps a mean inside the range, to the rounding", () => {
    expect(ofMean({ mean: "7.0" }).code).not.toBe("MEAN_OUT_OF_RANGE"); // may be 6.95
    expect(ofMean({ mean: "7.1" })).toMatchObject({
      code: "MEAN_OUT_OF_RANGE",
      verdict: "contradicted",
      smallestChange: { label: "mean", printed: "7.1", instead: "7.0" },
    });
    const negative = ofMean({ mean: "-3.2" });
    expect(negative.message).toContain("With the other sign, 3.2, it would.");
  });

  it("bounds whole numbers from below too", () => {
    // R: sd(rep(1:2, each = 10)) = 0.513
    expect(ofMean({ mean: "1.50", sd: "0.30", integer: true })).toMatchObject({
      code: "SPREAD_BELOW_BOUND",
      smallestChange: { label: "sd", instead: "0.51" },
    });
    expect(ofMean({ mean: "1.50", sd: "0.30" }).verdict).toBe("possible");
  });

  it("bounds by one end alone", () => {
    // All 0 but one: 2·√20 = 8.94.
    const half = { maximum: undefined, minimum: 0, mean: "2.0" };
    expect(ofMean({ ...half, sd: "9.0" }).verdict).toBe("possible"); // from a mean of 2.05: 9.17
    expect(ofMean({ ...half, sd: "9.3" }).verdict).toBe("contradicted");
  });

  it("bounds without n as for the n that allows most", () => {
    const arms = { arms: ["A", "B"], mean: ["3.2", "3.2"], minimum: 1, maximum: 7, spread: "sd" };
    const of = (sd: string) => findings("two-means", { ...arms, sd: [sd, "1.0"] })[0]!;
    expect(of("4.0").verdict).toBe("possible"); // √(2·3.75·2.25) = 4.11
    expect(of("4.2").verdict).toBe("contradicted");
  });

  it("reads ± of two arms as SD or standard error, the same for both", () => {
    const arms = {
      arms: ["A", "B"],
      n: ["20", "20"],
      mean: ["3.2", "3.2"],
      minimum: 1,
      maximum: 7,
    };
    const of = (sd: readonly string[], spread?: string) =>
      findings("two-means", { ...arms, sd, ...(spread === undefined ? {} : { spread }) });
    expect(of(["1.5", "1.4"])[0]!.code).toBe("SPREAD_WITHIN_RANGE");
    expect(of(["1.5", "1.4"], "sem")[0]!.verdict).toBe("contradicted"); // 1.45·√20 = 6.48
    expect(of(["1.5", "1.4"], "sem")[0]!.message).toContain("As a standard deviation");
    // Whole numbers: 0.11·√20 = 0.49 lies within 0.44 to 2.98, 0.11 itself does not.
    const whole = { integer: true, sd: ["0.11", "1.4"] };
    const split = findings("two-means", { ...arms, ...whole });
    expect(split[0]).toMatchObject({
      code: "SPREADS_IRRECONCILABLE_IN_RANGE",
      verdict: "contradicted",
    });
    expect(split[0]!.smallestChange).toBeDefined();
    const sems = findings("two-means", { ...arms, ...whole, sd: ["0.11", "0.12"] });
    expect(sems[0]!.message).toContain("but only as a standard error");
  });

  it("takes an end that is told in words as printed, unless the values are whole", () => {
    // Two values of mean 17.95 up to 35.5: √2·17.55 = 24.8; up to 35: √2·17.05 … at 17.85, √2·17.15 = 24.3.
    const of = (fields: Record<string, unknown>) =>
      findings("mean", { n: "2", mean: "17.9", sd: "24.6", ...fields })[0]!;
    expect(of({ minimum: "0", maximum: "35" }).verdict).toBe("possible");
    expect(of({ minimum: 0, maximum: 35 }).verdict).toBe("contradicted");
  });

  it("contradicts whole numbers between ends that have none", () => {
    expect(ofMean({ minimum: 0.2, maximum: 0.8, integer: true })).toMatchObject({
      code: "RANGE_EMPTY",
      verdict: "contradicted",
    });
  });

  it("bears only on claims whose values are known to have ends", () => {
    expect(findings("mean", { n: "20", mean: "3.2", sd: "1.5" })).toEqual([]);
    expect(findings("mean", { n: "20", mean: "3.2", sd: "1.5", integer: true })).toEqual([]);
    const below = findings("mean", { n: "20", mean: "1.50", sd: "0.30", integer: true });
    expect(below[0]!.code).toBe("SPREAD_BELOW_BOUND");
  });
});
