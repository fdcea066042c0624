import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grim } from "../../../src/analysis/index.js";

describe("grim", () => {
  it("finds every sum behind a mean that integers can have", () => {
    const size = fc.integer({ min: 1, max: 60 });
    const sum = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(size, sum, fc.integer({ min: 0, max: 4 }), (n, total, decimals) => {
        const printed = (Math.round((total / n) * 10 ** decimals) / 10 ** decimals).toFixed(
          decimals,
        );
        expect(grim(printed, n).possibleSums).toContain(total);
      }),
    );
  });

  it("takes a half up and down: 0.5 prints 0.125 to two decimals as 0.12 and 0.13", () => {
    expect(grim("0.12", 8).possibleSums).toEqual([1]);
    expect(grim("0.13", 8).possibleSums).toEqual([1]);
  });

  it("counts trailing zeros: 2.5 and 2.50 are not the same print", () => {
    expect(grim("2.5", 7).consistent).toBe(false);
    expect(grim("2.5", 19).possibleSums).toEqual([47, 48]);
    expect(grim("2.50", 19).consistent).toBe(false);
  });

  it("mirrors its sums with the sign", () => {
    expect(grim("-3.45", 20).possibleSums).toEqual([-69]);
  });

  it("refuses what is no print and no size", () => {
    expect(() => grim("2,5", 16)).toThrow('grim: needs a printed number such as "0.60"; got "2,5"');
    expect(() => grim(2.5 as unknown as string, 16)).toThrow("grim: needs a number as printed");
    expect(() => grim("2.5", 0)).toThrow("grim: needs n to be a positive integer; got 0");
  });
});
