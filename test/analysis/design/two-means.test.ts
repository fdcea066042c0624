import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { twoMeansDesign } from "../../../src/analysis/index.js";

const delta = fc.double({ min: 0.2, max: 3, noNaN: true });
const sd = fc.double({ min: 0.5, max: 2, noNaN: true });
const ratio = fc.double({ min: 0.2, max: 5, noNaN: true });

describe("twoMeansDesign", () => {
  it("gives the first size with the power, whatever the ratio", () => {
    fc.assert(
      fc.property(delta, sd, ratio, (d, s, r) => {
        const { n1, power, powerAt } = twoMeansDesign(d, s, { ratio: r, power: 0.9 });
        expect(power).toBeGreaterThanOrEqual(0.9);
        if (n1 > 2) expect(powerAt(n1 - 1)).toBeLessThan(0.9);
      }),
      { numRuns: 15 },
    );
  });

  it("does not depend on the unit or the sign of the difference", () => {
    fc.assert(
      fc.property(delta, sd, (d, s) => {
        const { n1, n2, raw } = twoMeansDesign(d, s);
        const inMicrometres = twoMeansDesign(-1000 * d, 1000 * s);
        expect(inMicrometres).toMatchObject({ n1, n2 });
        expect(inMicrometres.raw).toBeCloseTo(raw, 6);
      }),
      { numRuns: 15 },
    );
  });

  it("gives the raw size at which two groups, not whole, have the power", () => {
    const { raw } = twoMeansDesign(1, 1.5);
    expect(raw).toBeCloseTo(36.305687, 5); // R: power.t.test(delta = 1, sd = 1.5, power = .8, strict = TRUE)
  });

  it("has at least two patients in each group", () => {
    expect(twoMeansDesign(50, 1)).toMatchObject({ n1: 2, n2: 2 });
    expect(twoMeansDesign(50, 1, { ratio: 0.1 })).toMatchObject({ n1: 2, n2: 2 });
  });

  it("makes the second group the smallest whole one of at least the ratio", () => {
    const { n1, n2 } = twoMeansDesign(0.7, 1.1, { ratio: 1.1 });
    expect(n1).toBe(38);
    expect(n2).toBe(42); // 41.8
  });

  it("does not add a patient for rounding in doubles: 40 × (0.1 + 0.2) is 12", () => {
    const rounded = twoMeansDesign(1, 1, { ratio: 0.1 + 0.2 }).powerAt(40);
    expect(rounded).toBe(twoMeansDesign(1, 1, { ratio: 0.3 }).powerAt(40));
  });

  it("needs fewer patients with one side", () => {
    expect(twoMeansDesign(1, 1.5, { sides: 1 }).n1).toBe(29);
  });
});
