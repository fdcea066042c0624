import { describe, expect, it } from "vitest";
import { pairedMeansDesign, twoMeansDesign } from "../../../src/analysis/index.js";

describe("pairedMeansDesign", () => {
  it("gives the first size with the power", () => {
    const { n, power, powerAt } = pairedMeansDesign(1, 2.2, { power: 0.9 });
    expect(powerAt(n)).toBe(power);
    expect(power).toBeGreaterThanOrEqual(0.9);
    expect(powerAt(n - 1)).toBeLessThan(0.9);
  });

  it("needs about half of the patients of two groups when the measurements are unrelated", () => {
    const pairs = pairedMeansDesign(1, 3 * Math.SQRT2).n;
    const patients = 2 * twoMeansDesign(1, 3).n1;
    expect(pairs / patients).toBeCloseTo(0.5, 1);
  });

  it("needs at least two pairs", () => {
    expect(pairedMeansDesign(1000, 1).n).toBe(2);
  });

  it("comes near the target from above with a large sample", () => {
    const { n, raw, power } = pairedMeansDesign(0.001, 1);
    expect(n).toBe(Math.ceil(raw));
    expect(raw).toBeCloseTo(7_848_862.43, 2); // R: power.t.test(type = "paired", strict = TRUE)
    expect(power).toBeCloseTo(0.8, 6);
  });

  it("refuses an effect of 0 and a power below alpha", () => {
    expect(() => pairedMeansDesign(0, 1)).toThrow("needs a delta other than 0; got 0");
    const low = { alpha: 0.1, power: 0.05 };
    expect(() => pairedMeansDesign(1, 1, low)).toThrow("needs a power above alpha, 0.1; got 0.05");
  });
});
