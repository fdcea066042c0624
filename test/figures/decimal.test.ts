import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsFor, fixed } from "../../src/figures/decimal.js";

describe("fixed", () => {
  it("rounds halves of the decimal as written away from zero", () => {
    expect(fixed(1.005, 2)).toBe("1.01"); // the double lies below 1.005; toFixed gives 1.00
    expect(fixed(-1.005, 2)).toBe("-1.01");
    expect(fixed(2.675, 2)).toBe("2.68");
    expect(fixed(0.5, 0)).toBe("1");
    expect(fixed(0.49999999999999994, 0)).toBe("0"); // the largest double below one half
    expect(fixed(9.9995, 3)).toBe("10.000");
  });

  it("gives zero no sign", () => {
    expect(fixed(-0.004, 2)).toBe("0.00");
    expect(fixed(-0, 1)).toBe("0.0");
    expect(fixed(-0.005, 2)).toBe("-0.01");
  });

  it("writes the smallest and the largest doubles out", () => {
    expect(fixed(5e-324, 2)).toBe("0.00");
    expect(fixed(1e21, 1)).toBe("1000000000000000000000.0");
    expect(fixed(1.7976931348623157e308, 0)).toBe(`17976931348623157${"0".repeat(292)}`);
  });

  it("shifts the point without arithmetic", () => {
    expect(0.575 * 100).toBe(57.49999999999999);
    expect(fixed(0.575, 0, 2)).toBe("58");
    expect(fixed(0.285, 0, 2)).toBe("29");
    expect(fixed(12345, 1, -3)).toBe("12.3");
  });

  it("is never more than half a unit of the last place away", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const written = Number(fixed(value, decimals));
          expect(Math.abs(written - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-9));
        },
      ),
    );
  });

  it("refuses what is not finite, and digits that a double is not worth", () => {
    expect(() => fixed(Number.NaN, 2)).toThrow("fixed: needs a finite number; got NaN");
    expect(() => fixed(1, -1)).toThrow("decimals must be 0 to 17; got -1");
    expect(() => fixed(1, 1.5)).toThrow("got 1.5");
  });
});

describe("decimalsFor", () => {
  it("counts after rounding", () => {
    expect(decimalsFor(0.0123, 2)).toBe(3);
    expect(decimalsFor(0.0996, 2)).toBe(2); // 0.10
    expect(decimalsFor(9.96, 2)).toBe(0); // 10
    expect(decimalsFor(123456, 2)).toBe(0);
    expect(decimalsFor(0, 3)).toBe(0);
    expect(decimalsFor(0.0123, 2, 2)).toBe(1); // 1.2 %
  });

  it("refuses no digits", () => {
    expect(() => decimalsFor(1, 0)).toThrow("significant digits must be 1 to 17; got 0");
  });
});
