import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlationDesign } from "../../../src/analysis/index.js";

describe("correlationDesign", () => {
  it("gives the first size with the power, and the same for either sign", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (r) => {
        const { n, raw, powerAt } = correlationDesign(r);
        expect(powerAt(n)).toBeGreaterThanOrEqual(0.8);
        if (n > 4) expect(powerAt(n - 1)).toBeLessThan(0.8);
        expect(correlationDesign(-r).raw).toBe(raw);
      }),
      { numRuns: 50 },
    );
  });

  it("comes to Fisher's size for a small correlation", () => {
    const { raw, fisher } = correlationDesign(0.02);
    expect(raw / fisher.raw).toBeCloseTo(1, 3);
  });

  it("needs at least four subjects", () => {
    expect(correlationDesign(0.999999).n).toBe(4);
  });
});
