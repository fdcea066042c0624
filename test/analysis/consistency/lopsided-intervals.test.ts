import { describe, expect, it } from "vitest";
import { symmetryOn, type Triple } from "../../../src/analysis/consistency/interval-symmetry.js";
import { lopsidedBound } from "../../../src/analysis/consistency/lopsided-intervals.js";
import type { EffectFamily } from "../../../src/analysis/index.js";
import { type Interval, oddsRatio, riskRatio } from "../../../src/analysis/index.js";

const exactly = (x: number) => ({ lower: x, upper: x, lowerIncluded: true, upperIncluded: true });

/** How lopsided an interval is as a share of what its family may be; 0 where it has no such shape. */
function shareOfBound(family: EffectFamily, value: number, { lower, upper }: Interval): number {
  if (!(lower > 0 && value >= lower && value <= upper && upper < Number.POSITIVE_INFINITY))
    return 0;
  const triple: Triple = { lower: exactly(lower), estimate: exactly(value), upper: exactly(upper) };
  const log = { midpoint: 0, printsAsEstimate: false, ...symmetryOn("log", triple)! };
  const bound = lopsidedBound(family, [log], triple)!;
  return log.lopsidedness / bound.ratio;
}

describe("lopsidedBound", () => {
  it("holds every interval of the odds ratio of arms of up to 25", () => {
    let most = 0;
    for (const n1 of [2, 3, 5, 8, 13, 25]) {
      for (const n2 of [2, 4, 7, 12, 25]) {
        for (let a = 0; a <= n1; a++) {
          for (let c = 0; c <= n2; c++) {
            const or = oddsRatio({ count: a, n: n1 }, { count: c, n: n2 });
            const { woolf, haldane, conditional, conditionalMidP } = or;
            for (const value of [or.value, conditional.value, haldane.value]) {
              for (const ci of [woolf, haldane.ci, conditional.ci, conditionalMidP]) {
                most = Math.max(most, shareOfBound("ratio", value, ci));
              }
            }
          }
        }
      }
    }
    expect(most).toBeLessThan(1);
    expect(most).toBeGreaterThan(0.5); // the bound is not idle
  });

  it("holds the exact interval of a rate against a known one", () => {
    // R: qgamma(0.025, k) and qgamma(0.975, k + 1), over k
    const limits = [
      [1, 0.02531781, 5.571643],
      [2, 0.2422093, 7.224688],
      [5, 1.623486, 11.66833],
      [100, 81.36397, 121.627],
    ] as const;
    for (const [k, lower, upper] of limits) {
      expect(shareOfBound("ratio", k, { lower, upper, level: 0.95 })).toBeLessThan(1);
    }
  });

  it("holds the score intervals of the ratio of risks in arms of at least five, at most four to one", () => {
    let most = 0;
    const sizes = [5, 6, 8, 10, 15, 20, 30, 40, 60];
    for (const n1 of sizes) {
      for (const n2 of sizes.filter((n) => n <= 4 * n1 && n1 <= 4 * n)) {
        for (let a = 1; a <= n1; a += n1 > 30 && a < n1 - 6 ? 3 : 1) {
          for (let c = 1; c <= n2; c += n2 > 30 && c < n2 - 6 ? 3 : 1) {
            const rr = riskRatio({ count: a, n: n1 }, { count: c, n: n2 });
            for (const ci of [rr.koopman, rr.miettinenNurminen]) {
              most = Math.max(most, shareOfBound("risk-ratio", rr.value, ci));
            }
          }
        }
      }
    }
    expect(most).toBeLessThan(1);
  });
});
