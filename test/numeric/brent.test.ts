import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brent } from "../../src/numeric/index.js";

describe("brent", () => {
  it("finds roots to the last bits", () => {
    expect(brent((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(brent((x) => Math.cos(x) - x, 0, 1)).toBeCloseTo(0.7390851332151607, 15);
    expect(brent((x) => (x - 1) ** 3, -5, 4)).toBeCloseTo(1, 4); // flat: the values vanish first
  });

  it("needs few evaluations where the function is smooth", () => {
    let evaluations = 0;
    brent(
      (x) => {
        evaluations++;
        return Math.exp(x) - 10;
      },
      0,
      10,
    );
    expect(evaluations).toBeLessThan(25);
  });

  it("finds the root of any rising cubic", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (root) => {
        const found = brent((x) => (x - root) * (1 + (x - root) ** 2), -100, 90);
        expect(Math.abs(found - root)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(root)));
      }),
    );
  });

  it("crosses infinite values and discontinuities", () => {
    const jump = brent(
      (x) => (x < 0.3 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY),
      0,
      1,
    );
    expect(jump).toBeCloseTo(0.3, 14);
  });

  it("returns an end that is a root and refuses a bracket without a sign change", () => {
    expect(brent((x) => x, 0, 1)).toBe(0);
    expect(brent((x) => x - 1, 0, 1)).toBe(1);
    expect(() => brent((x) => x * x + 1, -1, 1)).toThrow("brent: needs a sign change");
    expect(() => brent((x) => x, Number.NEGATIVE_INFINITY, 1)).toThrow("needs a finite bracket");
  });
});
