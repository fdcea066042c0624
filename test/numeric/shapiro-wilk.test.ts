import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile, shapiroWilk } from "../../src/numeric/index.js";

const sample = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 80 })
  .filter((values) => new Set(values).size > 1);

describe("shapiroWilk", () => {
  it("gives R's values across the sizes where its formulas change", () => {
    const squares = (n: number): number[] => Array.from({ length: n }, (_, i) => (i + 1) ** 2);
    const known = [
      [3, 0.9795918367346941, 0.7262263099420559],
      [4, 0.9621240375974995, 0.7922685878322078],
      [6, 0.9409240289626913, 0.6666530381957297],
      [11, 0.9186320447592519, 0.3074108474932317],
      [12, 0.9162924414742846, 0.2566734676616257],
      [50, 0.89812479966181, 0.0004168851518945943],
    ] as const;
    for (const [n, w, p] of known) {
      const test = shapiroWilk(squares(n));
      expect(Math.abs(test.w / w - 1), `${n}`).toBeLessThan(1e-10);
      expect(Math.abs(test.p / p - 1), `${n}`).toBeLessThan(1e-8);
    }
  });

  it("finds nothing against normal scores, and everything against a column of two values", () => {
    const scores = Array.from({ length: 5000 }, (_, i) => normalQuantile((i + 0.5) / 5000));
    expect(shapiroWilk(scores).p).toBeGreaterThan(0.999);
    const split = Array.from({ length: 5000 }, (_, i) => i % 2);
    expect(shapiroWilk(split).p).toBeLessThan(1e-50);
    expect(shapiroWilk(split).p).toBeGreaterThan(0);
  });

  it("does not mind order, unit, offset or sign", () => {
    fc.assert(
      fc.property(
        sample,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        (x, b, a) => {
          const { w, p } = shapiroWilk(x);
          expect(w).toBeGreaterThan(0);
          expect(w).toBeLessThanOrEqual(1);
          for (const changed of [x.map((v) => a + b * v), x.map((v) => -v), x.toReversed()]) {
            const again = shapiroWilk(changed);
            expect(again.w).toBeCloseTo(w, 12);
            expect(Math.abs(again.p - p)).toBeLessThan(1e-8);
          }
        },
      ),
    );
  });

  it("is certain of three evenly spaced values, and cannot judge equal ones", () => {
    expect(shapiroWilk([1, 2, 3])).toEqual({ w: 1, p: 1 });
    expect(shapiroWilk([2, 2, 2, 2])).toEqual({
      w: Number.NaN,
      p: Number.NaN,
      note: "zero-variance",
    });
  });

  it("refuses fewer than 3 and more than 5,000 values", () => {
    expect(() => shapiroWilk([1, 2])).toThrow("shapiroWilk: needs 3 to 5000 values; got 2");
    expect(() => shapiroWilk(new Float64Array(5001))).toThrow("got 5001");
  });
});
