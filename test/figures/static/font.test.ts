import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fontFiles, textExtent, textWidth } from "../../../src/figures/static/font.js";

describe("textWidth", () => {
  // Chromium 156, getComputedTextLength at 100 px in the same font file.
  it("agrees with a browser's width of what figures print", () => {
    expect(textWidth("p = 0.004", 100)).toBeCloseTo(368.90625, 1);
    const sentence = textWidth("Sensitivity 0.67 (95 % CI 0.35 to 0.88)", 100);
    expect(sentence / 1508.8125).toBeGreaterThan(0.999);
    expect(sentence / 1508.8125).toBeLessThan(1.002);
  });

  it("never falls short of the browser's where the browser sets ligatures or tight capitals", () => {
    expect(textWidth("first", 100)).toBeGreaterThan(161.8);
    expect(textWidth("AVATAR To Ty LT. Wa", 100)).toBeGreaterThan(822.7);
  });

  it("grows with size, text and weight", () => {
    expect(textWidth("abc", 26)).toBeCloseTo(2 * textWidth("abc", 13), 10);
    expect(textWidth("abc", 13, 600)).toBeGreaterThan(textWidth("abc", 13));
    expect(textWidth("", 13)).toBe(0);
  });

  it("has a glyph for every sign that numbers are printed with", () => {
    const unknown = textWidth("\ue000", 100); // private use: the font's empty box
    for (const sign of "\u00a0\u202f\u2212\u2013∞×⁻⁰¹²³⁴⁵⁶⁷⁸⁹≤≥²") {
      expect(textWidth(sign, 100), `U+${sign.codePointAt(0)!.toString(16)}`).not.toBe(unknown);
    }
  });
});

describe("textExtent", () => {
  it("is the font's ascent and descent", () => {
    // Chromium 156, getBBox at 100 px: 102 above, 40 below.
    const { above, below } = textExtent(100);
    expect(above).toBeCloseTo(102.4, 5);
    expect(below).toBeCloseTo(40, 5);
  });
});

describe("fontFiles", () => {
  it("are there", () => {
    expect(fontFiles().map(existsSync)).toEqual([true, true]);
  });
});
