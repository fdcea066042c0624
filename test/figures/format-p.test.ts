import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatP, formatPCell, formatPRange } from "../../src/figures/format-p.js";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("formatP", () => {
  it.each([
    [0, "p < 0.001"],
    [1e-300, "p < 0.001"],
    [0.0009999, "p < 0.001"],
    [0.001, "p = 0.001"],
    [0.0041, "p = 0.004"],
    [0.0995, "p = 0.100"],
    [0.1, "p = 0.10"],
    [0.62, "p = 0.62"],
    [0.9949, "p = 0.99"],
    [0.995, "p > 0.99"],
    [1 - 1e-12, "p = 1.00"], // a sum of probabilities that is 1
    [1 + 1e-12, "p = 1.00"],
    [Number.NaN, "p not estimable"],
  ])("prints %f as the field does: %s", (p, text) => {
    expect(plain(formatP(p))).toBe(text);
  });

  it("rounds a sum of probabilities as the number that it stands for", () => {
    // McNemar's mid-p of 5 against 1 is exactly 1/8; summed in doubles it falls just below.
    expect(formatPCell(0.12499999999999997)).toBe("0.13");
    expect(formatPCell(0.125)).toBe("0.13");
    expect(formatPCell(0.1249999999)).toBe("0.12");
  });

  it("does not round a value onto the usual limit", () => {
    expect(plain(formatP(0.0496))).toBe("p = 0.0496");
    expect(plain(formatP(0.04996))).toBe("p = 0.04996");
    expect(plain(formatP(0.0504))).toBe("p = 0.0504");
    expect(plain(formatP(0.05))).toBe("p = 0.050");
    expect(plain(formatP(0.05 + 1e-17))).toBe("p = 0.050");
  });

  it("gives one digit more than a printed figure has", () => {
    expect(plain(formatP(0.01389, { against: "0.014" }))).toBe("p = 0.0139");
    expect(plain(formatP(0.0389, { against: "<0.01" }))).toBe("p = 0.039");
    expect(plain(formatP(0.31469, { against: "0.31" }))).toBe("p = 0.315");
    expect(plain(formatP(1e-5, { against: "<0.001" }))).toBe("p < 0.0001");
  });

  it("never prints nothing, and never all for less", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (p, d) => {
          for (const text of [formatPCell(p), formatPCell(p, { decimals: d })]) {
            expect(text).not.toMatch(/^0\.0+$/);
            if (p < 0.99) expect(text).not.toMatch(/^1/);
          }
        },
      ),
    );
  });

  it("refuses what is no probability", () => {
    expect(() => formatP(1.1)).toThrow("formatP: needs a value from 0 to 1; got 1.1");
    expect(() => formatP(-0.01)).toThrow("got -0.01");
    expect(() => formatP(0.2, { against: "ns" })).toThrow('got "ns"');
  });

  it("leaves out p = in a table's cell", () => {
    expect(plain(formatPCell(0.0004))).toBe("< 0.001");
    expect(formatPCell(0.004)).toBe("0.004");
    expect(formatPCell(Number.NaN)).toBe("\u2013");
  });
});

describe("formatPRange", () => {
  it("gives both ends, or one value where they print alike", () => {
    expect(plain(formatPRange(0.0041, 0.21))).toBe("p from 0.004 to 0.21");
    expect(plain(formatPRange(0.00001, 0.21))).toBe("p from < 0.001 to 0.21");
    expect(plain(formatPRange(0.62, 0.624))).toBe("p = 0.62");
    expect(plain(formatPRange(Number.NaN, 0.624))).toBe("p not estimable");
  });

  it("refuses ends in the wrong order", () => {
    expect(() => formatPRange(0.2, 0.1)).toThrow("needs low ≤ high; got 0.2, 0.1");
  });
});
