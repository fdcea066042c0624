import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracyPrecision, proportionPrecision } from "../../../src/analysis/index.js";

/** Half-width of Wilson's interval of a proportion seen in n patients. */
function wilsonHalfWidth(p: number, n: number): number {
  const z2 = 1.959963984540054 ** 2;
  return Math.sqrt(z2 * ((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
}

describe("proportionPrecision", () => {
  it("gives the size at which Wilson's interval has the half-width", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.01, max: 0.3, noNaN: true }),
        (p, halfWidth) => {
          const { wilson } = proportionPrecision(p, halfWidth);
          expect(wilsonHalfWidth(p, wilson.raw)).toBeCloseTo(halfWidth, 9);
        },
      ),
    );
  });

  it("does not ask for too few where events are rare, as Wald's interval does", () => {
    const { wald, wilson } = proportionPrecision(0.02, 0.05);
    expect(wald.n).toBe(31); // Wald's interval would reach below 0
    expect(wilson.n).toBe(52);
  });
});

describe("accuracyPrecision", () => {
  it("takes the larger total, which moves from sensitivity to specificity with the prevalence", () => {
    const rare = accuracyPrecision(0.9, 0.9, 0.1, 0.05);
    const frequent = accuracyPrecision(0.9, 0.9, 0.9, 0.05);
    expect(rare.total).toBe(rare.totalForSensitivity);
    expect(frequent.total).toBe(frequent.totalForSpecificity);
    expect(frequent.total).toBe(rare.total);
  });
});
