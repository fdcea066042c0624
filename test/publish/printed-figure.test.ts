import { describe, expect, it } from "vitest";
import { printedFigure } from "../../src/publish/printed-figure.js";

describe("printedFigure", () => {
  it.each([
    [{ n: "22" }, "n = 22"],
    [{ n: "22", count: "21", percent: "95" }, "21 of 22 (95 %)"],
    [{ n: "22", percent: "55" }, "55 % of 22"],
    [{ percent: "100" }, "100 %"],
    [
      { arms: ["3D", "control"], n: ["21", "21"], count: ["0", "3"] },
      "3D 0 of 21; control 3 of 21",
    ],
    [
      {
        arms: ["3D", "control"],
        unit: "mGy*cm2",
        n: ["21", "21"],
        mean: ["561.4", "651.6"],
        sd: ["25.3", "32.1"],
        p: "<0.05",
      },
      "3D 561.4 ± 25.3 mGy·cm² (n = 21); control 651.6 ± 32.1 mGy·cm² (n = 21), p < 0.05",
    ],
    [
      { arms: ["CT", "TOE"], unit: "mm", n: "22", mean: ["25", "22"], sd: ["3", "4"], p: "0.014" },
      "CT 25 ± 3 mm; TOE 22 ± 4 mm, n = 22, p = 0.014",
    ],
    [
      { arms: ["3D", "usual"], median: ["13.5", "19.0"], q1: ["11.1", "13.4"], q3: ["15", "23"] },
      "3D median 13.5 (11.1 to 15); usual median 19.0 (13.4 to 23)",
    ],
    [
      { n: "12", r: "0.778", coefficient: "concordance", p: "0.001" },
      "n = 12, concordance = 0.778, p = 0.001",
    ],
    [{ n: "12", raters: "3", icc: "0.915" }, "n = 12, ICC = 0.915, 3 raters"],
    [
      { n: "55", cases: "15", auc: "0.88", ci: ["0.77", "0.99"] },
      "n = 55, AUC = 0.88, 95 % CI 0.77 to 0.99, 15 cases",
    ],
    [
      { measure: "RR", estimate: "2.0", ci: ["1.1", "3.6"], level: "90" },
      "RR = 2.0, 90 % CI 1.1 to 3.6",
    ],
    [
      { measure: "MD", unit: "mm", estimate: "-1.2", ci: ["-2.0", "-0.4"], level: 99, p: "0.001" },
      "MD = -1.2 mm, 99 % CI -2.0 to -0.4, p = 0.001",
    ],
    [{ statistic: "t", value: "2.1", df: ["42"], p: "0.04" }, "t(42) = 2.1, p = 0.04"],
    [
      { statistic: "F", value: "3.5", df: [2, "40"], p: "<0.05", sided: "one" },
      "F(2, 40) = 3.5, p < 0.05 (one-sided)",
    ],
    [{ statistic: "chi2", value: "5.02", df: ["1"], p: "0.025" }, "χ²(1) = 5.02, p = 0.025"],
    [{ statistic: "z", value: "1.96", df: [], p: "0.05" }, "z = 1.96, p = 0.05"],
    [{ bias: "0.3", limits: ["-2.1", "2.7"] }, "bias = 0.3, limits -2.1 to 2.7"],
    [
      {
        n: "24",
        unit: "mm",
        bias: "0.3",
        biasCi: ["-0.2", "0.8"],
        sd: "1.2",
        limits: ["-2.1", "2.7"],
      },
      "n = 24, bias = 0.3 mm (95 % CI -0.2 to 0.8), SD 1.2, limits -2.1 to 2.7 mm",
    ],
    [
      { n: "12", mean: "3.1", sd: "0.4", ci: ["2.8", "3.4"], unit: "mm" },
      "3.1 ± 0.4 mm (n = 12), 95 % CI 2.8 to 3.4",
    ],
    [
      {
        arms: ["a", "b"],
        mean: ["1", "2"],
        sd: ["3", "4"],
        spread: "sem",
        p: "0.5",
        test: "welch",
      },
      "a 1 ± 3; b 2 ± 4, ± is the SEM, p = 0.5 (Welch)",
    ],
    [
      { arms: ["a", "b"], median: ["1", "2"], q3: ["3", "4"], ratio: "2", p: "0.5", test: "other" },
      "a median 1 (– to 3); b median 2 (– to 4), ratio 2, p = 0.5 (other)",
    ],
    [
      {
        arms: ["3D model", "in vivo"],
        unit: "%",
        n: "22",
        mean: ["16", "18"],
        sd: ["3", "5"],
        r: "0.622",
        coefficient: "spearman",
        p: "0.003",
      },
      "3D model 16 ± 3 %; in vivo 18 ± 5 %, n = 22, ρ = 0.622, p = 0.003",
    ],
    [{ low: "24", high: "48", unit: "h" }, "24 to 48 h"],
    [{ value: "15", unit: "min" }, "15 min"],
    [
      {
        counts: [
          ["6", "3"],
          ["2", "5"],
        ],
      },
      "counts 6, 3 / 2, 5",
    ],
    [
      {
        counts: [
          ["6", "3"],
          ["2", "5"],
        ],
        sensitivity: "75",
        odds: "5.0",
        p: "0.3",
        test: "fisher",
      },
      "counts 6, 3 / 2, 5, sensitivity 75, odds ratio 5.0, p = 0.3 (Fisher)",
    ],
    [{ rank: "2" }, "rank 2"],
    [{}, "a statement without a figure"],
  ])("prints %j", (claim, words) => {
    expect(printedFigure(claim)).toBe(words);
  });

  it("passes over what a statement's free fields may hold", () => {
    const odd = {
      arms: "both",
      ci: [["a"], {}],
      counts: [1, null],
      df: {},
      n: ["1", "2"],
      p: 0.04,
    };
    expect(printedFigure(odd)).toBe("p = 0.04");
  });

  it("keeps the digits as they were printed", () => {
    expect(printedFigure({ auc: "0.60" })).toBe("AUC = 0.60");
  });
});
