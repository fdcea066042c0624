import { describe, expect, it } from "vitest";
import { type ClaimVerdict, checkClaims } from "../../../src/claims/index.js";
import { claimsOf, raw } from "../claim-files.js";

const hold = (
  kind: string,
  here: Record<string, unknown>,
  there: Record<string, unknown>,
): readonly ClaimVerdict[] =>
  checkClaims(
    claimsOf(
      raw(kind, { id: "s/q/text", ...here }),
      raw(kind, { id: "s/q/table", source: "table", ...there }),
    ),
  );
const codesOf = (verdicts: readonly ClaimVerdict[]): string[] =>
  verdicts.map(({ findings }) => findings.find(({ otherClaim }) => otherClaim)!.code);

describe("sourcesAgree", () => {
  it("contradicts both sides when sizes differ, however close", () => {
    const [text, table] = hold("sample-size", { n: "22" }, { n: "23" });
    expect([text!.verdict, table!.verdict]).toEqual(["contradicted", "contradicted"]);
    expect(text!.findings[0]).toMatchObject({
      message: "n is 22 here and 23 in s/q/table (table); no rounding reconciles them.",
      otherClaim: "s/q/table",
      figures: [{ label: "n", printed: "22" }],
      wouldBePossible: ["n 23"],
      smallestChange: { label: "n", printed: "22", instead: "23" },
    });
  });

  it("names a change only where one figure would do", () => {
    const two = { arms: ["a", "b"], median: ["13.5", "19"] };
    const change = (median: string[]) =>
      hold("two-medians", two, { ...two, median })[0]!.findings[0]!.smallestChange;
    expect(change(["13.5", "17"])).toEqual({ label: "median (b)", printed: "19", instead: "17" });
    expect(change(["12.5", "17"])).toBeUndefined();
  });

  it("holds a percentage against a count that another source prints instead", () => {
    const held = (percent: string) =>
      hold("proportion", { percent }, { n: "22", count: "21" }).map(({ findings }) =>
        findings.find(({ otherClaim }) => otherClaim),
      );
    expect(held("90").map((finding) => finding?.message)).toEqual([
      "percent is 90 here and 95.45 (21 of 22) in s/q/table (table); no rounding reconciles them.",
      "percent is 95.45 (21 of 22) here and 90 in s/q/text (text); no rounding reconciles them.",
    ]);
    expect(held("95").map((finding) => finding?.verdict)).toEqual(["possible", "possible"]);
    // 2 of 3 is 66.67 %: rounded 67, cut off 66
    const third = (percent: string) =>
      codesOf(hold("proportion", { percent }, { n: "3", count: "2" }))[0];
    expect(["65", "66", "67", "68"].map(third)).toEqual([
      "SOURCES_DISAGREE",
      "SOURCES_AGREE",
      "SOURCES_AGREE",
      "SOURCES_DISAGREE",
    ]);
    const arms = hold(
      "two-proportions",
      { arms: ["a", "b"], percent: ["10", "48"] },
      { arms: ["b", "a"], n: ["21", "20"], count: ["10", "2"] },
    );
    expect(codesOf(arms)).toEqual(["SOURCES_AGREE", "SOURCES_AGREE"]);
  });

  it("knows one test by several names, and does not compare the p of two tests", () => {
    const two = { arms: ["a", "b"], n: ["12", "11"], count: ["11", "3"], p: "0.003" };
    const codes = (test: string, p: string) =>
      hold("two-proportions", { ...two, test: "fisher" }, { ...two, test, p })[0]!.findings.map(
        ({ code }) => code,
      );
    expect(codes("Fisher's exact test", "0.004")).toContain("SOURCES_DISAGREE");
    expect(codes("chi-square", "0.002")).not.toContain("SOURCES_DISAGREE");
  });

  it.each([
    ["0.78", "0.778", "SOURCES_AGREE"],
    ["0.78", "0.77", "SOURCES_DISAGREE"],
    ["0.315", "0.32", "SOURCES_AGREE"],
    ["0.6", "0.60", "SOURCES_AGREE"],
    ["0.60", "0.64", "SOURCES_DISAGREE"],
    ["0.6", "0.64", "SOURCES_AGREE"],
    ["12", "13", "SOURCES_AGREE"], // 12.5 with the half to the even digit, and away from zero
    ["13", "14", "SOURCES_DISAGREE"], // 13.5 is 14 by either
    ["-0.6", "0.6", "SOURCES_DISAGREE"],
    ["−0.6", "-0.60", "SOURCES_AGREE"],
  ])("reconciles %s and %s by rounding: %s", (bias, other, code) => {
    const limits = ["-50", "50"];
    expect(codesOf(hold("bland-altman", { bias, limits }, { bias: other, limits }))).toEqual([
      code,
      code,
    ]);
  });

  it("does not hold different statistics against each other, but says so", () => {
    const near = hold(
      "correlation",
      { r: "0.78", coefficient: "pearson" },
      { r: "0.778", coefficient: "concordance" },
    );
    expect(codesOf(near)[0]).toBe("SOURCES_NAME_DIFFERENT_STATISTICS");
    expect(near[0]!.findings[0]!.message).toContain("agree within rounding: r 0.78 and 0.778");
    const far = hold(
      "correlation",
      { r: "0.78", coefficient: "pearson" },
      { r: "0.5", coefficient: "concordance" },
    );
    expect(far.map(({ verdict }) => verdict)).toEqual(["possible", "possible"]);
    const sizes = hold(
      "correlation",
      { n: "12", r: "0.78", coefficient: "pearson" },
      { n: "13", r: "0.78", coefficient: "concordance" },
    );
    expect(codesOf(sizes)).toEqual(["SOURCES_DISAGREE", "SOURCES_DISAGREE"]);
  });

  it("compares p-values as bounds, and only of the same test", () => {
    const means = { arms: ["a", "b"], mean: ["1", "2"], sd: ["1", "1"] };
    const ps = (p: string, q: string, more = {}) =>
      codesOf(hold("two-means", { ...means, p, ...more }, { ...means, p: q, sided: "two" }))[0];
    expect(ps("<0.05", "0.01")).toBe("SOURCES_AGREE");
    expect(ps("<0.01", "0.04")).toBe("SOURCES_DISAGREE");
    expect(ps("0.012", "0.01")).toBe("SOURCES_AGREE");
    expect(ps("<0.01", "0.04", { sided: "one" })).toBe("SOURCES_AGREE"); // the p is left out
  });

  it("matches arms by name and refuses other arms and other units", () => {
    const a = { arms: ["3D", "TOE"], median: ["1", "2"] };
    const swapped = { arms: ["TOE", "3D"], median: ["2", "1"] };
    expect(codesOf(hold("two-medians", a, swapped))).toEqual(["SOURCES_AGREE", "SOURCES_AGREE"]);
    const others = hold("two-medians", a, { ...a, arms: ["3D", "CT"] });
    expect(codesOf(others)[0]).toBe("SOURCES_NOT_COMPARABLE");
    expect(others[0]!.verdict).toBe("not-checkable");
    const units = hold("two-medians", { ...a, unit: "min" }, { ...a, unit: "h" });
    expect(units[0]!.findings[0]!.message).toContain("one is in min, the other in h");
  });

  it("does not compare other kinds or sources with no figure in common", () => {
    const kinds = checkClaims(
      claimsOf(raw("sample-size", { n: "22" }), raw("range", { id: "s/q/b", low: "1", high: "2" })),
    );
    expect(codesOf(kinds)[0]).toBe("SOURCES_NOT_COMPARABLE");
    const none = hold("proportion", { n: "22" }, { percent: "95" });
    expect(none[0]!.findings.map(({ message }) => message).join()).toContain("no figure in common");
  });

  it("compares the figures of statements, not their words", () => {
    expect(codesOf(hold("statement", { rank: "2" }, { rank: "1" }))[0]).toBe("SOURCES_DISAGREE");
    expect(codesOf(hold("statement", { value: "15" }, { value: "15.0" }))[0]).toBe("SOURCES_AGREE");
    expect(codesOf(hold("statement", { said: "best" }, { said: "worst" }))[0]).toBe(
      "SOURCES_NOT_COMPARABLE",
    );
  });

  it("compares fourfold tables and intervals by place", () => {
    const counts = [
      ["6", "3"],
      ["2", "5"],
    ];
    const table = hold(
      "two-by-two",
      { counts },
      {
        counts: [
          ["6", "3"],
          ["3", "5"],
        ],
      },
    );
    expect(table[0]!.findings[0]!.message).toContain("counts (3) is 2 here and 3 in");
    const auc = { n: "55", auc: "0.88" };
    const cis = hold("auc", { ...auc, ci: ["0.77", "0.99"] }, { ...auc, ci: ["0.8", "0.97"] });
    expect(cis[0]!.findings[0]!.message).toContain("ci (2) is 0.99 here and 0.97 in");
    expect(cis[0]!.findings[0]!.figures).toHaveLength(1);
  });
});
