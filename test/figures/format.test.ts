import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatEstimate,
  formatInterval,
  formatLevel,
  formatNumber,
  formatPercent,
  formatShare,
  notEstimable,
} from "../../src/figures/format.js";

const ci = { lower: 0.3494, upper: 0.8805, level: 0.95 };

describe("formatNumber", () => {
  it("writes a minus sign, sets thousands apart from 10 000 on, and keeps the unit close", () => {
    expect(formatNumber(-1.25)).toBe("\u22121.25");
    expect(formatNumber(9999)).toBe("9999.00");
    expect(formatNumber(9999.995)).toBe("10\u202f000.00");
    expect(formatNumber(-1234567.8, { decimals: 0 })).toBe("\u22121\u202f234\u202f568");
    expect(formatNumber(2.4, { decimals: 1, unit: "mm" })).toBe("2.4\u00a0mm");
  });

  it("shows what is no number", () => {
    expect(formatNumber(Number.NaN, { unit: "mm" })).toBe("\u2013");
    expect(formatNumber(Number.POSITIVE_INFINITY)).toBe("∞");
    expect(formatNumber(Number.NEGATIVE_INFINITY, { percent: true })).toBe("\u2212∞\u00a0%");
  });

  it("keeps significant digits, and turns to powers of ten where digits would be zeros", () => {
    const two = (value: number): string => formatNumber(value, { significant: 2 });
    expect(two(0.0996)).toBe("0.10");
    expect(two(123456)).toBe("123\u202f456");
    expect(two(1.25e-9)).toBe("1.3\u00a0×\u00a010⁻⁹");
    expect(two(9.996e-8)).toBe("1.0\u00a0×\u00a010⁻⁷");
    expect(two(-3e15)).toBe("\u22123.0\u00a0×\u00a010¹⁵");
    expect(two(0)).toBe("0");
  });
});

describe("formatPercent and formatShare", () => {
  it("round the percentage as a decimal", () => {
    expect(formatPercent(0.575)).toBe("58\u00a0%");
    expect(formatPercent(1 / 3, 1)).toBe("33.3\u00a0%");
  });

  it("give the count with its share", () => {
    expect(formatShare(6, 9)).toBe("6\u00a0of\u00a09 (67\u00a0%)");
    expect(formatShare(21, 22, 1)).toBe("21\u00a0of\u00a022 (95.5\u00a0%)");
    expect(formatShare(0, 0)).toBe("0\u00a0of\u00a00 (not estimable)");
  });

  it("keep 0 % for none and 100 % for all", () => {
    expect(formatShare(0, 9)).toContain("(0\u00a0%)");
    expect(formatShare(1, 1000)).toContain("(<\u00a01\u00a0%)");
    expect(formatShare(999, 1000)).toContain("(>\u00a099\u00a0%)");
    expect(formatShare(9999, 10000, 1)).toContain("(>\u00a099.9\u00a0%)");
    expect(formatShare(9, 9)).toContain("(100\u00a0%)");
  });

  it("refuse counts that cannot be", () => {
    expect(() => formatShare(7, 6)).toThrow("needs whole 0 ≤ count ≤ n; got 7 of 6");
    expect(() => formatShare(0.5, 6)).toThrow("got 0.5 of 6");
  });

  it("set thousands apart in counts", () => {
    expect(formatCount(12345)).toBe("12\u202f345");
  });
});

describe("formatEstimate", () => {
  it("gives the estimate with its interval and level", () => {
    const text = formatEstimate({ value: 2 / 3, ci });
    expect(text).toBe("0.67 (95\u00a0%\u00a0CI 0.35 to 0.88)");
    expect(formatEstimate({ value: 2 / 3, ci }, { percent: true, decimals: 0 })).toBe(
      "67\u00a0% (95\u00a0%\u00a0CI 35 to 88\u00a0%)",
    );
  });

  it("shows an open end, and a level with decimals", () => {
    const open = { lower: 0.5, upper: Number.POSITIVE_INFINITY, level: 0.999 };
    expect(formatEstimate({ value: 3, ci: open })).toBe("3.00 (99.9\u00a0%\u00a0CI 0.50 to ∞)");
    expect(formatLevel(0.9)).toBe("90\u00a0%\u00a0CI");
    expect(formatLevel(1)).toBe("100\u00a0%\u00a0CI");
  });

  it("says when there is no estimate, and why", () => {
    expect(formatEstimate({ value: Number.NaN, ci }, {}, "zero-variance")).toBe(
      "not estimable (zero variance)",
    );
    expect(notEstimable()).toBe("not estimable");
    expect(formatInterval({ ...ci, lower: Number.NaN })).toBe("not estimable");
  });
});
