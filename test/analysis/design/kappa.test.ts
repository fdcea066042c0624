import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cohenKappa,
  kappaDesign,
  kappaLowerLimit,
  kappaPrecision,
} from "../../../src/analysis/index.js";

const kappa = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const share = fc.double({ min: 0.1, max: 0.9, noNaN: true });

describe("kappaDesign", () => {
  it("does not depend on the order of the categories", () => {
    fc.assert(
      fc.property(kappa, kappa, share, fc.integer({ min: 2, max: 6 }), (k0, k1, p, raters) => {
        fc.pre(Math.abs(k0 - k1) > 0.05);
        const { raw } = kappaDesign(k0, k1, [p, 1 - p], raters);
        expect(kappaDesign(k0, k1, [1 - p, p], raters).raw / raw).toBeCloseTo(1, 9);
        const three = kappaDesign(k0, k1, [0.2, 0.3, 0.5], raters).raw;
        expect(kappaDesign(k0, k1, [0.5, 0.2, 0.3], raters).raw / three).toBeCloseTo(1, 9);
      }),
    );
  });

  it("has the target's power at its size and less with one subject fewer", () => {
    const { n, power, powerAt } = kappaDesign(0.4, 0.6, [0.3, 0.7], 3);
    expect(power).toBe(powerAt(n));
    expect(power).toBeGreaterThanOrEqual(0.8);
    expect(powerAt(n - 1)).toBeLessThan(0.8);
  });

  it("needs fewer subjects with more raters", () => {
    const sizes = [2, 3, 4, 5, 6].map((raters) => kappaDesign(0.4, 0.6, [0.3, 0.7], raters).raw);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it("takes three categories of which one is all but empty as two", () => {
    const two = kappaDesign(0.4, 0.7, [0.3, 0.7], 2).raw;
    expect(kappaDesign(0.4, 0.7, [0.3, 0.7 - 1e-9, 1e-9], 2).raw).toBeCloseTo(two, 5);
  });

  it("gives up a kappa of 0 by the chi-square of independence", () => {
    // Two raters, shares of a half: the cells are (1 ± κ)/4 twice, so the distance is κ².
    const shift = 1.959963984540054 + 0.8416212335729143;
    expect(kappaDesign(0, 0.5, [0.5, 0.5], 2).raw).toBeCloseTo(shift ** 2 / 0.25, 3);
  });
});

describe("kappaLowerLimit", () => {
  it("needs more subjects the nearer the lowest acceptable kappa", () => {
    const sizes = [0.3, 0.4, 0.5, 0.6].map(
      (lowest) => kappaLowerLimit(0.7, lowest, [0.3, 0.7], 2).n,
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });

  it("is met by twice the one-sided error of a two-sided test with power one half", () => {
    const { raw } = kappaDesign(0.5, 0.7, [0.3, 0.7], 3, { sides: 1, power: 0.5 });
    expect(kappaLowerLimit(0.7, 0.5, [0.3, 0.7], 3).raw).toBeCloseTo(raw, 9);
  });
});

describe("kappaPrecision", () => {
  it("has the standard error of cohenKappa in a table of just those shares", () => {
    fc.assert(
      fc.property(kappa, share, (k, p) => {
        const n = 1e9; // counts so large that their rounding does not show
        const off = Math.round(n * p * (1 - p) * (1 - k));
        const both = Math.round(n * (p * p + k * p * (1 - p)));
        const test = cohenKappa(
          [
            [both, off],
            [off, n - both - 2 * off],
          ],
          "unweighted",
        );
        const { lower, upper } = test.kappa.ci;
        const { raw } = kappaPrecision(k, p, (upper - lower) / 2);
        expect(raw / n).toBeCloseTo(1, 5);
      }),
      { numRuns: 50 },
    );
  });
});
