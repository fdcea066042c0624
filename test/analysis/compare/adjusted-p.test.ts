import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedP, type PAdjustment } from "../../../src/analysis/index.js";

const METHODS = ["bonferroni", "sidak", "holm", "hochberg", "hommel", "bh", "by"] as const;
const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

/** Hommel by its definition: the largest p of Simes' test over all intersections that hold i. */
function byAllIntersections(p: readonly number[]): number[] {
  const simes = (some: number[]): number =>
    Math.min(...some.sort((a, b) => a - b).map((x, i) => (some.length * x) / (i + 1)));
  return p.map((_, i) => {
    let most = 0;
    for (let bits = 1; bits < 2 ** p.length; bits++) {
      if ((bits >> i) & 1) most = Math.max(most, simes(p.filter((_, j) => (bits >> j) & 1)));
    }
    return Math.min(1, most);
  });
}

describe("adjustedP", () => {
  it("adjusts Holm and Benjamini–Hochberg by hand", () => {
    expect([...adjustedP([0.01, 0.04, 0.03], "holm")]).toEqual([0.03, 0.06, 0.06]);
    expect([...adjustedP([0.01, 0.04, 0.03], "bh")]).toEqual([0.03, 0.04, 0.04]);
    expect([...adjustedP([0.5, 0.8], "bonferroni")]).toEqual([1, 1]);
  });

  it("leaves a single p alone", () => {
    for (const method of METHODS) expect(adjustedP([0.03], method)[0]).toBeCloseTo(0.03, 15);
  });

  it("is Hommel's closed test", () => {
    const few = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(few, (p) => {
        const adjusted = adjustedP(p, "hommel");
        for (const [i, truth] of byAllIntersections(p).entries()) {
          expect(adjusted[i]).toBeCloseTo(truth, 12);
        }
      }),
    );
  });

  it("keeps p within [p, 1], in order, whichever order they come in", () => {
    fc.assert(
      fc.property(ps, fc.constantFrom(...METHODS), (p, method) => {
        const adjusted = adjustedP(p, method);
        for (const [i, value] of adjusted.entries()) {
          expect(value).toBeGreaterThanOrEqual(p[i]! * (1 - 1e-15));
          expect(value).toBeLessThanOrEqual(1);
          for (const [j, other] of adjusted.entries()) {
            if (p[i]! < p[j]!) expect(value).toBeLessThanOrEqual(other);
          }
        }
        expect([...adjustedP(p.toReversed(), method)]).toEqual([...adjusted].reverse());
      }),
    );
  });

  it("orders the rules by what they ask", () => {
    fc.assert(
      fc.property(ps, (p) => {
        const by = (method: PAdjustment): Float64Array => adjustedP(p, method);
        const chain = [by("bh"), by("hommel"), by("hochberg"), by("holm"), by("bonferroni")];
        for (let i = 0; i < p.length; i++) {
          for (let k = 1; k < chain.length; k++) {
            expect(chain[k]![i]).toBeGreaterThanOrEqual(chain[k - 1]![i]! * (1 - 1e-12));
          }
          expect(by("sidak")[i]).toBeLessThanOrEqual(by("bonferroni")[i]! * (1 + 1e-12));
          expect(by("by")[i]).toBeGreaterThanOrEqual(by("bh")[i]! * (1 - 1e-12));
        }
      }),
    );
  });

  it("keeps tiny p from vanishing", () => {
    expect(adjustedP([1e-300, 0.5], "sidak")[0]! / 2e-300).toBeCloseTo(1, 12);
  });

  it("refuses what is no p and no rule", () => {
    expect(() => adjustedP([0.2, 1.2], "holm")).toThrow(
      "adjustedP: needs p values between 0 and 1; value 1 is 1.2",
    );
    expect(() => adjustedP([0.2], "tukey" as PAdjustment)).toThrow(
      'adjustedP: needs a method of bonferroni, sidak, holm, hochberg, hommel, bh, by; got "tukey"',
    );
  });
});
