import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { debit } from "../../../src/analysis/index.js";

describe("debit", () => {
  it("finds the count behind every share and its SD", () => {
    const counts = fc
      .integer({ min: 2, max: 200 })
      .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(counts, ({ n, k }) => {
        const sd = Math.sqrt((k * (n - k)) / (n * (n - 1)));
        expect(debit((k / n).toFixed(3), sd.toFixed(3), n).counts).toContain(k);
      }),
    );
  });

  it("is symmetric in zeros and ones", () => {
    expect(debit("0.35", "0.49", 20).counts).toEqual([7]);
    expect(debit("0.65", "0.49", 20).counts).toEqual([13]);
  });

  it("knows that a constant sample has no spread", () => {
    expect(debit("0.00", "0.00", 20).counts).toEqual([0]);
    expect(debit("0.00", "0.10", 20).consistent).toBe(false);
  });

  it("reads the spread as it is told", () => {
    // 7 of 20: SD 0.489, standard error 0.109, with the divisor n 0.477.
    expect(debit("0.35", "0.48", 20).consistent).toBe(false);
    expect(debit("0.35", "0.48", 20, { spread: "population-sd" }).counts).toEqual([7]);
    expect(debit("0.35", "0.11", 20, { spread: "sem" }).counts).toEqual([7]);
  });

  it("refuses shares above 1 and a negative SD", () => {
    expect(() => debit("1.20", "0.10", 20)).toThrow('debit: needs a share from 0 to 1; got "1.20"');
    expect(() => debit("0.20", "-0.10", 20)).toThrow("debit: needs an SD of at least 0");
  });
});
