import { describe, expect, it } from "vitest";
import {
  betaCdf,
  betaSurvival,
  fSurvival,
  normalSurvival,
  tSurvival,
} from "../../src/numeric/index.js";

/** [x, a, b, I_x(a, b)] by mpmath with 50 digits. */
const MPMATH = [
  [0.815656, 3662, 20.99, 1.44492438050166e-286], // R's pbeta: 1.4495e-286
  [0.573524, 1309, 24.3, 1.676824295235938e-275],
  [0.814443, 3035, 1.55, 1.063230804766945e-269],
  [0.000125838, 0.1459, 4148, 0.9167003045503701],
] as const;

describe("the incomplete beta function", () => {
  it("holds large and unequal shapes in the far tail", () => {
    for (const [x, a, b, truth] of MPMATH) {
      expect(Math.abs(betaCdf(x, a, b) / truth - 1), `${x}, ${a}, ${b}`).toBeLessThan(2e-12);
    }
    const above = 1 - 0.9167003045503701;
    expect(Math.abs(betaSurvival(0.000125838, 0.1459, 4148) / above - 1)).toBeLessThan(1e-14);
    expect(Math.abs(fSurvival(4.2635, 8, 999) / 4.722290099575523e-5 - 1)).toBeLessThan(1e-13);
  });

  it("has closed forms for shapes of 1", () => {
    for (const x of [1e-12, 0.3, 0.999]) {
      for (const a of [1e-3, 1, 40, 1e6]) {
        expect(Math.abs(betaCdf(x, a, 1) - x ** a)).toBeLessThanOrEqual(1e-12 * x ** a);
        const other = -Math.expm1(a * Math.log1p(-x)); // 1 − (1 − x)^a
        expect(Math.abs(betaCdf(x, 1, a) / other - 1)).toBeLessThan(1e-12);
      }
    }
  });

  it("carries Student's t to any degrees of freedom", () => {
    expect(tSurvival(3, 1e300)).toBeCloseTo(normalSurvival(3), 17);
    expect(Math.abs(tSurvival(6.208, 1e6) / 2.684205182253892e-10 - 1)).toBeLessThan(1e-13);
  });

  it("keeps what is left of 1 when nearly all mass lies at the end", () => {
    // R 4.2 pbeta
    expect(Math.abs(betaCdf(0.9995, 1000, 0.001) / 0.000560217983782175 - 1)).toBeLessThan(1e-11);
  });
});
