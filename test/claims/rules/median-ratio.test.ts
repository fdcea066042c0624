import { describe, expect, it } from "vitest";
import { checkClaims, type Finding } from "../../../src/claims/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { printed, someRule } from "../../printing.js";
import { claimsOf, raw } from "../claim-files.js";

const arms = { arms: ["3D", "TOE"], median: ["1978", "7291"] };
const find = (fields: Record<string, unknown>): readonly Finding[] =>
  checkClaims(claimsOf(raw("two-medians", { ...arms, ...fields })))[0]!.findings;

describe("medianRatio", () => {
  it("finds medians between their quartiles", () => {
    const [finding] = find({ q1: ["1548", "1811"], q3: ["4800", "12734"] });
    expect(finding).toMatchObject({ code: "QUARTILES_IN_ORDER", verdict: "possible" });
    expect(finding!.message).toBe("Each median lies between its quartiles.");
    expect(find({ q1: ["1978", "7291"], q3: ["1978", "7291"] })[0]!.verdict).toBe("possible");
    expect(find({ q3: ["4800", "12734"] })[0]!.message).toContain("below its upper quartile");
  });

  it("contradicts a median outside its quartiles, by arm", () => {
    const [finding, ...others] = find({ q1: ["1548", "7811"], q3: ["4800", "12734"] });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "QUARTILES_OUT_OF_ORDER", verdict: "contradicted" });
    expect(finding!.message).toBe(
      "TOE: the lower quartile 7811 lies above the median 7291; no rounding brings them in order.",
    );
    // 7811 → 7291 is 0.067 of it, 7291 → 7811 0.071.
    expect(finding!.smallestChange).toEqual({
      label: "q1 (TOE)",
      printed: "7811",
      instead: "7291",
    });
    expect(finding!.figures.map(({ label }) => label)).toEqual([
      "q1 (TOE)",
      "median (TOE)",
      "q3 (TOE)",
    ]);
  });

  it("says when the quartiles are exchanged", () => {
    const [finding] = find({ q1: ["4800", "1811"], q3: ["1548", "12734"] });
    expect(finding!.message).toContain("With the quartiles exchanged they would be.");
    expect(finding!.wouldBePossible).toEqual(["quartiles 1548 and 4800"]);
    expect(finding!.smallestChange).toBeUndefined();
  });

  it("allows for rounding to fewer digits", () => {
    const median = ["14", "14"];
    expect(find({ median, q1: ["14.4", "14.5"] })[0]!.verdict).toBe("possible");
    expect(find({ median, q1: ["15.1", "13"] })[0]!.verdict).toBe("contradicted");
  });

  it("holds a ratio against the medians", () => {
    // 7291/1978 = 3.686, 1978/7291 = 0.2713
    expect(find({ ratio: "3.7" })[0]).toMatchObject({
      code: "RATIO_REPRODUCED",
      verdict: "reproduced",
      message: "The ratio 3.7 follows from the medians: TOE / 3D = 3.686.",
    });
    expect(find({ ratio: "0.27" })[0]!.code).toBe("RATIO_REPRODUCED");
    expect(find({ median: ["2", "7"], ratio: "3.9" })[0]).toMatchObject({
      code: "RATIO_WITHIN_ROUNDING", // 3.5 is that of the printed ones, 3.9 that of 1.75 and 6.8
      verdict: "possible",
    });
    const [wrong] = find({ ratio: "5" });
    expect(wrong).toMatchObject({ code: "RATIO_CONTRADICTED", verdict: "contradicted" });
    expect(wrong!.smallestChange).toEqual({ label: "ratio", printed: "5", instead: "4" });
    expect(wrong!.message).toBe(
      "The ratio 5 is no quotient of the medians, 3D / TOE = 0.2713 or TOE / 3D = 3.686, nor their difference over one of them, |3D − TOE| / 3D = 2.686 or |3D − TOE| / TOE = 0.7287; no rounding of the medians brings any of these to it.",
    );
  });

  it("takes a relative change for an explanation, but not for an answer", () => {
    // (7921 − 1978)/1978 = 3.0045
    expect(find({ median: ["1978", "7921"], ratio: "3" })[0]).toMatchObject({
      code: "RATIO_AS_CHANGE",
      verdict: "possible",
      unexplained: true,
      wouldBePossible: ["0 (3D / TOE)", "4 (TOE / 3D)"],
    });
    expect(find({ median: ["100", "360"], ratio: "3" })[0]!.code).toBe("RATIO_AS_CHANGE");
    expect(find({ median: ["100", "390"], ratio: "3" })[0]!.code).toBe("RATIO_AS_CHANGE");
    expect(find({ median: ["100", "359.9"], ratio: "3.5" })[0]!.code).toBe("RATIO_BY_TRUNCATION");
  });

  it("leaves a ratio over a median of 0, and the p of medians, alone", () => {
    expect(find({ median: ["0", "3"], ratio: "3" })[0]!.code).toBe("RATIO_OVER_ZERO");
    expect(find({ p: "0.029" })).toMatchObject([
      { code: "P_OF_MEDIANS", verdict: "not-checkable" },
    ]);
    expect(find({})[0]!.code).toBe("NOTHING_TO_HOLD_AGAINST");
  });

  it("never contradicts medians, quartiles and ratio of data", () => {
    const random = seeded(19);
    const claims = Array.from({ length: 20_000 }, (_, i) => {
      const decimals = random.integer(3);
      const rule = someRule(random);
      const groups = [0, 1].map(() => {
        const n = 3 + random.integer(30);
        const spread = 0.2 + random.uniform();
        return Array.from({ length: n }, () => Math.exp(2 + spread * random.normal())).sort(
          (a, b) => a - b,
        );
      });
      const at = (share: number) => groups.map((x) => quantile(x, share));
      const [q1, median, q3] = [at(0.25), at(0.5), at(0.75)];
      const text = (values: number[]) => values.map((x) => printed(x, decimals, rule));
      const ratios = [
        median[0]! / median[1]!,
        median[1]! / median[0]!,
        Math.abs(median[1]! / median[0]! - 1),
      ];
      const ratio = printed(ratios[random.integer(3)]!, random.integer(3), rule);
      const figures = { q1: text(q1), median: text(median), q3: text(q3), ratio };
      return raw("two-medians", { id: `s/${i}/t`, arms: ["a", "b"], ...figures });
    });
    const wrong = checkClaims(claimsOf(...claims)).filter((one) => one.verdict === "contradicted");
    expect(wrong).toEqual([]);
  });
});

/** R's quantile of type 7. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)]!;
  return below + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? below) - below);
}
