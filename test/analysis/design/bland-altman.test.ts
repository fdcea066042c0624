import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blandAltman,
  blandAltmanDesign,
  blandAltmanPrecision,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

describe("blandAltmanDesign", () => {
  it("does not depend on the unit or on which method comes first", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 3.2, max: 6, noNaN: true }),
        (mean, delta) => {
          const { n, raw } = blandAltmanDesign(mean, 1, delta);
          const other = blandAltmanDesign(-10 * mean, 10, 10 * delta);
          expect(other.n).toBe(n);
          expect(other.raw).toBeCloseTo(raw, 6);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("has the share of samples whose intervals lie within the limits", () => {
    const random = seeded(20240611);
    const [n, delta, samples] = [25, 3.1, 20_000];
    const z = 1.959963984540054;
    const reach = z + 2.063898561628021 * Math.sqrt(1 / n + z ** 2 / (2 * (n - 1)));
    let within = 0;
    for (let i = 0; i < samples; i++) {
      const differences = Float64Array.from({ length: n }, () => 0.2 + random.normal());
      const mean = differences.reduce((sum, d) => sum + d, 0) / n;
      const sd = Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (n - 1));
      if (Math.abs(mean) + reach * sd < delta) within++;
    }
    const power = blandAltmanDesign(0.2, 1, delta).powerAt(n);
    expect(power).toBeGreaterThan(0.3);
    expect(power).toBeLessThan(0.9);
    expect(Math.abs(within / samples - power)).toBeLessThan(4 * Math.sqrt(0.25 / samples));
  });

  it("rises to 1 with the size, also far beyond what a study can have", () => {
    const { powerAt } = blandAltmanDesign(0, 1, 2.1);
    const powers = [50, 500, 5000, 50_000, 5_000_000].map(powerAt);
    expect(powers).toEqual(powers.toSorted((a, b) => a - b));
    expect(powers.at(-1)).toBeCloseTo(1, 12);
    expect(blandAltmanDesign(0, 1, 20).powerAt(10)).toBeLessThanOrEqual(1);
  });

  it("refuses limits that are expected outside, saying where they are", () => {
    expect(() => blandAltmanDesign(1, 1, 2)).toThrow("within ±2; they reach 2.9599");
  });
});

describe("blandAltmanPrecision", () => {
  it("gives the smallest n, whose interval blandAltman confirms", () => {
    const { n, halfWidth } = blandAltmanPrecision(1, 0.5);
    expect(halfWidth).toBeLessThanOrEqual(0.5);
    expect(blandAltmanPrecision(1, halfWidth * 0.9999).n).toBe(n + 1);
    const differences = Float64Array.from({ length: n }, (_, i) => i);
    const { sd, upperLimit } = blandAltman(differences, new Float64Array(n));
    const { lower, upper } = upperLimit.intervals.approximate1999;
    expect((upper - lower) / 2 / sd.value).toBeCloseTo(halfWidth, 12);
  });

  it("has a smallest n of 2", () => {
    expect(blandAltmanPrecision(1, 1000).n).toBe(2);
  });
});
