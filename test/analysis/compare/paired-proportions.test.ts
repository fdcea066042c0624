import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairedProportions } from "../../../src/analysis/index.js";

const cell = fc.integer({ min: 0, max: 40 });
const METHODS = ["tango", "newcombe", "newcombeCorrected", "agrestiMin", "wald"] as const;

describe("pairedProportions", () => {
  it("turns every interval round when the methods swap, and holds the difference", () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        fc.pre(a + b + c + d > 0);
        const one = pairedProportions([
          [a, b],
          [c, d],
        ]).difference;
        const other = pairedProportions([
          [a, c],
          [b, d],
        ]).difference;
        for (const method of METHODS) {
          expect(other[method].lower).toBeCloseTo(-one[method].upper, 10);
          if (method === "agrestiMin") continue; // it is centred elsewhere
          expect(one[method].lower).toBeLessThanOrEqual(one.value);
          expect(one[method].upper).toBeGreaterThanOrEqual(one.value);
        }
      }),
    );
  });

  it("has a score interval that does not depend on which concordant cell a pair is in", () => {
    const one = pairedProportions([
      [20, 12],
      [2, 16],
    ]);
    const other = pairedProportions([
      [36, 12],
      [2, 0],
    ]);
    expect(other.difference.tango).toEqual(one.difference.tango);
  });

  it("has the limits 1 or −1 when one method alone always succeeds", () => {
    const got = pairedProportions([
      [0, 7],
      [0, 0],
    ]);
    expect(got.difference.tango.upper).toBe(1);
    expect(got.phi).toBe(0);
  });

  it("refuses an empty table", () => {
    const empty = [
      [0, 0],
      [0, 0],
    ] as const;
    expect(() => pairedProportions(empty)).toThrow("needs at least one subject; got 0");
  });
});
