import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherDesign, fisherTest, twoProportionsDesign } from "../../../src/analysis/index.js";
import { binomialPmf } from "../../../src/numeric/index.js";

const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });

describe("twoProportionsDesign", () => {
  it("is the same for the groups swapped and for the event turned round", () => {
    fc.assert(
      fc.property(share, share, (p1, p2) => {
        fc.pre(Math.abs(p1 - p2) > 0.02);
        const { raw, arcsine, unpooled } = twoProportionsDesign(p1, p2);
        for (const other of [twoProportionsDesign(p2, p1), twoProportionsDesign(1 - p1, 1 - p2)]) {
          expect(other.raw / raw).toBeCloseTo(1, 9);
          expect(other.arcsine.raw / arcsine.raw).toBeCloseTo(1, 9);
          expect(other.unpooled.raw / unpooled.raw).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it("swaps the groups' sizes with their ratio", () => {
    const twoToOne = twoProportionsDesign(0.4, 0.2, { ratio: 2 });
    const oneToTwo = twoProportionsDesign(0.2, 0.4, { ratio: 0.5 });
    expect(2 * twoToOne.raw).toBeCloseTo(oneToTwo.raw, 9);
    expect(2 * twoToOne.continuityCorrected.raw).toBeCloseTo(oneToTwo.continuityCorrected.raw, 9);
    expect(2 * twoToOne.arcsine.raw).toBeCloseTo(oneToTwo.arcsine.raw, 9);
  });

  it("has the target's power at the raw size", () => {
    const { n1, power, powerAt } = twoProportionsDesign(0.5, 0.2, { power: 0.9 });
    expect(power).toBe(powerAt(n1));
    expect(power).toBeGreaterThanOrEqual(0.9);
    expect(powerAt(n1 - 1)).toBeLessThan(0.9);
  });

  it("refuses a difference that no study can show", () => {
    expect(() => twoProportionsDesign(0.5, 0.5 + 1e-8)).toThrow("a size below 10¹² can reach");
  });

  it.each([1, 2] as const)("adds up the tables that Fisher's test rejects (%i sides)", (sides) => {
    const [n, m, p1, p2, alpha] = [9, 14, 0.75, 0.2, 0.07];
    let power = 0;
    for (let x = 0; x <= n; x++) {
      for (let y = 0; y <= m; y++) {
        const test = fisherTest([
          [x, n - x],
          [y, m - y],
        ]);
        const p = sides === 2 ? test.p : test.greater;
        if (p <= alpha) power += binomialPmf(x, n, p1) * binomialPmf(y, m, p2);
      }
    }
    const design = twoProportionsDesign(p1, p2, { alpha, sides, ratio: m / n });
    expect(design.fisherPowerAt(n)).toBeCloseTo(power, 12);
  });
});

describe("fisherDesign", () => {
  it("gives the first size whose exact power meets the target", () => {
    const { n1, n2, power, powerAt } = fisherDesign(0.3, 0.1);
    expect(n2).toBe(n1);
    expect(power).toBe(powerAt(n1));
    for (let n = 1; n < n1; n++) expect(powerAt(n)).toBeLessThan(0.8);
    expect(power).toBeGreaterThanOrEqual(0.8);
  });

  it("asks for more patients than the test without correction", () => {
    expect(fisherDesign(0.3, 0.1).n1).toBeGreaterThan(twoProportionsDesign(0.3, 0.1).n1);
  });

  it("works with an event that one group never has", () => {
    const { n1, powerAt } = fisherDesign(0, 0.5);
    expect(n1).toBe(12);
    expect(powerAt(11)).toBeLessThan(0.8);
  });

  it("refuses a difference that 10,000 patients do not show", () => {
    expect(() => fisherDesign(0.5, 0.501)).toThrow("10,000 patients can tell apart");
  });
});
