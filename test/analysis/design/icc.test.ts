import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iccDesign, iccPrecision } from "../../../src/analysis/index.js";

const rho = fc.double({ min: 0, max: 0.95, noNaN: true });

describe("iccDesign", () => {
  it("gives the first size with the exact power, in either direction", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), rho, rho, (raters, rho0, rho1) => {
        fc.pre(Math.abs(rho0 - rho1) > 0.05);
        const { n, power, powerAt } = iccDesign(raters, rho0, rho1);
        expect(power).toBe(powerAt(n));
        expect(power).toBeGreaterThanOrEqual(0.8);
        if (n > 2) expect(powerAt(n - 1)).toBeLessThan(0.8);
      }),
      { numRuns: 40 },
    );
  });

  it("comes to Walter's size when subjects are many", () => {
    const { n, walter } = iccDesign(2, 0.8, 0.82);
    expect(n / walter.n).toBeCloseTo(1, 2);
  });

  it("has power alpha where the correlation is that of the null hypothesis", () => {
    const nearly = iccDesign(3, 0.7, 0.7 + 1e-4);
    expect(nearly.powerAt(20)).toBeCloseTo(0.05, 3);
  });

  it("needs more subjects with two sides", () => {
    const one = iccDesign(3, 0.7, 0.85).n;
    expect(iccDesign(3, 0.7, 0.85, { sides: 2 }).n).toBeGreaterThan(one);
    expect(iccDesign(3, 0.7, 0.85, { sides: 2, alpha: 0.1 }).n).toBe(one);
  });
});

describe("iccPrecision", () => {
  it("needs four times the subjects for half of the width", () => {
    const wide = iccPrecision(2, 0.7, 0.4).raw - 1;
    expect(iccPrecision(2, 0.7, 0.2).raw - 1).toBeCloseTo(4 * wide, 9);
  });

  it("gives Bonett's table: 2 raters, correlation 0.7, width 0.2 needs 100 subjects and 1", () => {
    // 8 × 1.96² × (0.3 × 1.7)²/(2 × 0.04) + 1
    expect(iccPrecision(2, 0.7, 0.2).n).toBe(101);
  });
});
