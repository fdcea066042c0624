import { describe, expect, it } from "vitest";
import { concordanceOfMeans, linConcordance } from "../../../src/analysis/index.js";

const [wright, mini] = [
  { mean: "450.35294", sd: "116.31259" },
  { mean: "452.47059", sd: "113.11505" },
];

describe("concordanceOfMeans", () => {
  it("gives each coefficient from the other", () => {
    // epiR::epi.ccc of Bland and Altman's peak flow meters: 0.9427424, C.b 0.9994307; r 0.9432794.
    const lin = concordanceOfMeans({ pearson: "0.9432794" }, wright, mini, 17);
    expect(lin.biasCorrection.asPrinted).toBeCloseTo(0.999430693, 7);
    expect(lin.concordance.asPrinted).toBeCloseTo(0.9427424, 6);
    const pearson = concordanceOfMeans({ concordance: "0.9427424" }, wright, mini, 17);
    expect(pearson.pearson.asPrinted).toBeCloseTo(0.9432794, 6);
    expect(pearson.possible).toBe(true);
  });

  it("spans what rounds to the figures, at any sign", () => {
    const [a, b] = [
      { mean: "16", sd: "3" },
      { mean: "18", sd: "5" },
    ];
    const up = concordanceOfMeans({ pearson: "0.622" }, a, b, 22);
    const down = concordanceOfMeans({ pearson: "-0.622" }, b, a, 22);
    expect(up.concordance.asPrinted).toBeCloseTo(0.48860349, 7);
    expect(up.concordance.lower).toBeLessThan(0.4886);
    expect(down.concordance.lower).toBeCloseTo(-up.concordance.upper, 12);
    const x = [14, 15, 16, 17, 18, 16];
    const y = [13, 19, 21, 24, 16, 15];
    const { concordance, pearson, biasCorrection } = linConcordance(x, y);
    const [m, s] = [16, Math.sqrt(2)];
    const got = concordanceOfMeans(
      { pearson: pearson.value.toFixed(2) },
      { mean: m.toFixed(0), sd: s.toFixed(1) },
      { mean: "18.0", sd: "4.2" },
      6,
    );
    expect(got.biasCorrection.lower).toBeLessThan(biasCorrection);
    expect(got.biasCorrection.upper).toBeGreaterThan(biasCorrection);
    expect(got.concordance.lower).toBeLessThan(concordance.value);
    expect(got.concordance.upper).toBeGreaterThan(concordance.value);
  });

  it("finds a coefficient impossible that would need Pearson's r above 1", () => {
    const far = { mean: "20", sd: "3" };
    const got = concordanceOfMeans({ concordance: "0.90" }, { mean: "10", sd: "2" }, far, 12);
    expect(got.possible).toBe(false);
    expect(got.pearson.lower).toBeGreaterThan(1);
  });

  it("refuses one subject", () => {
    expect(() => concordanceOfMeans({ pearson: "0.9" }, wright, mini, 1)).toThrow(
      "concordanceOfMeans: needs at least 2 subjects; got 1",
    );
  });
});
