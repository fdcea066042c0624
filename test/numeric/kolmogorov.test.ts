import { describe, expect, it } from "vitest";
import { kolmogorovSurvival } from "../../src/numeric/index.js";

describe("kolmogorovSurvival", () => {
  it("has the tabled critical values", () => {
    expect(kolmogorovSurvival(1.3580986393225505)).toBeCloseTo(0.05, 14);
    expect(kolmogorovSurvival(1.2238478702170823)).toBeCloseTo(0.1, 14);
    expect(kolmogorovSurvival(0.8275735551899076)).toBeCloseTo(0.5, 14);
  });

  it("joins its two series without a step", () => {
    const [below, above] = [kolmogorovSurvival(1 - 1e-12), kolmogorovSurvival(1)];
    expect(Math.abs(below - above)).toBeLessThan(1e-11);
  });

  it("keeps its digits in the far tail", () => {
    expect(kolmogorovSurvival(18) / (2 * Math.exp(-648))).toBeCloseTo(1, 14);
    expect(kolmogorovSurvival(40)).toBe(0);
  });

  it("is 1 from 0 downwards, and falls", () => {
    expect(kolmogorovSurvival(-1)).toBe(1);
    expect(kolmogorovSurvival(0)).toBe(1);
    expect(kolmogorovSurvival(0.02)).toBe(1);
    const values = Array.from({ length: 60 }, (_, i) => kolmogorovSurvival(0.3 + i / 20));
    for (let i = 1; i < values.length; i++) expect(values[i]).toBeLessThan(values[i - 1]!);
  });

  it("refuses what is no number", () => {
    expect(() => kolmogorovSurvival(Number.NaN)).toThrow("kolmogorovSurvival: needs a number");
  });
});
