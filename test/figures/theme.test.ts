import { describe, expect, it } from "vitest";
import { AREAS, COLOURS } from "../../src/figures/theme.js";

/** Relative luminance, as WCAG 2.1 defines it. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

describe("COLOURS", () => {
  it("are legible as text and as lines on paper", () => {
    for (const name of ["ink", "quiet", "accent", "second"] as const) {
      expect(contrast(COLOURS[name], COLOURS.paper), name).toBeGreaterThan(4.5);
    }
  });
});

describe("AREAS", () => {
  it("have an outline that stands out from paper and an ink that is read on them", () => {
    for (const { fill, outline, ink } of AREAS) {
      expect(contrast(outline, COLOURS.paper)).toBeGreaterThan(3);
      expect(contrast(ink, fill)).toBeGreaterThan(4.5);
    }
  });

  it("stay apart in grey print, the first from the others", () => {
    for (const { fill } of AREAS.slice(1)) expect(contrast(fill, AREAS[0].fill)).toBeGreaterThan(3);
  });
});
