import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mcNemarDesign, mcNemarExactDesign, mcNemarTest } from "../../../src/analysis/index.js";
import { binomialPmf } from "../../../src/numeric/index.js";

const share = fc.double({ min: 0.01, max: 0.5, noNaN: true });

describe("mcNemarDesign", () => {
  it("is the same for the methods swapped, and Miettinen's size is not above Connor's", () => {
    fc.assert(
      fc.property(share, share, (p10, p01) => {
        fc.pre(Math.abs(p10 - p01) > 0.01);
        const { raw, miettinen } = mcNemarDesign(p10, p01);
        expect(mcNemarDesign(p01, p10).raw).toBe(raw);
        expect(miettinen.raw).toBeLessThanOrEqual(raw * (1 + 1e-12));
      }),
    );
  });

  it("adds up the tables that the exact test rejects", () => {
    const [n, p10, p01, alpha] = [17, 0.5, 0.1, 0.06];
    let power = 0;
    for (let d = 0; d <= n; d++) {
      for (let b = 0; b <= d; b++) {
        const { exact } = mcNemarTest([
          [n - d, b],
          [d - b, 0],
        ]);
        const chance = binomialPmf(d, n, p10 + p01) * binomialPmf(b, d, p10 / (p10 + p01));
        if (d > 0 && exact <= alpha) power += chance;
      }
    }
    expect(mcNemarDesign(p10, p01, { alpha }).exactPowerAt(n)).toBeCloseTo(power, 12);
  });

  it("works when only one method ever finds what the other misses", () => {
    const { raw, power } = mcNemarDesign(1, 0);
    expect(raw).toBeCloseTo(1.959964 ** 2, 4);
    expect(power).toBe(1);
  });
});

describe("mcNemarExactDesign", () => {
  it("gives the first size with the exact power", () => {
    const { n, power, powerAt } = mcNemarExactDesign(0.3, 0.05);
    for (let smaller = 1; smaller < n; smaller++) expect(powerAt(smaller)).toBeLessThan(0.8);
    expect(power).toBe(powerAt(n));
    expect(power).toBeGreaterThanOrEqual(0.8);
    expect(n).toBeGreaterThan(mcNemarDesign(0.3, 0.05).n);
  });

  it("needs six discordant pairs at the least: 2 × 0.5⁶ is the first p below 0.05", () => {
    expect(mcNemarExactDesign(1, 0).n).toBe(6);
    expect(mcNemarExactDesign(1, 0, { sides: 1 }).n).toBe(5);
  });

  it("refuses a difference that 100,000 pairs do not show", () => {
    expect(() => mcNemarExactDesign(0.2, 0.201)).toThrow("100,000 pairs can tell apart");
  });
});
