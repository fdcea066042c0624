import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  barnardP,
  barnardTest,
  boschlooP,
  boschlooTest,
} from "../../../src/analysis/compare/unconditional.js";
import { fisherTest } from "../../../src/analysis/index.js";

const ALL = Number.POSITIVE_INFINITY; // tables

const arms = fc.record({
  n1: fc.integer({ min: 1, max: 15 }),
  n2: fc.integer({ min: 1, max: 15 }),
  s1: fc.nat(),
  s2: fc.nat(),
});

describe("boschlooP", () => {
  it("is never above Fisher's p, which it sharpens", () => {
    fc.assert(
      fc.property(arms, ({ n1, n2, s1, s2 }) => {
        const first = { count: s1 % (n1 + 1), n: n1 };
        const second = { count: s2 % (n2 + 1), n: n2 };
        const fisher = fisherTest([
          [first.count, n1 - first.count],
          [second.count, n2 - second.count],
        ]);
        const slack = 1 + 2e-7; // p-values this near count as equal, as in R
        expect(boschlooP(first, second, "two-sided", ALL)).toBeLessThanOrEqual(fisher.p * slack);
        expect(boschlooP(first, second, "less", ALL)).toBeLessThanOrEqual(fisher.less * slack);
        expect(boschlooP(first, second, "greater", ALL)).toBeLessThanOrEqual(
          fisher.greater * slack,
        );
      }),
    );
  });
});

describe("barnardP", () => {
  it("is the largest chance of the region over every common chance", () => {
    // 7 of 7 against 0 of 6: only the two extreme tables are as far apart: p¹³ terms, by hand
    const chance = (p: number): number => p ** 7 * (1 - p) ** 6 + (1 - p) ** 7 * p ** 6;
    const top = Math.max(...Array.from({ length: 9999 }, (_, i) => chance((i + 1) / 10_000)));
    expect(barnardP({ count: 7, n: 7 }, { count: 0, n: 6 }, "two-sided", ALL)).toBeCloseTo(top, 12);
  });

  it("sees ties that rounding would break", () => {
    // 1 of 1 against 0 of 1: |z| is largest for the two discordant tables, 2p(1 − p) ≤ ½
    expect(barnardP({ count: 1, n: 1 }, { count: 0, n: 1 }, "two-sided", ALL)).toBeCloseTo(0.5, 12);
  });

  it("does not compute more tables than it may", () => {
    expect(barnardP({ count: 1, n: 5000 }, { count: 2, n: 5000 }, "less", 1e6)).toBeNaN();
    expect(boschlooP({ count: 1, n: 5000 }, { count: 2, n: 5000 }, "less", 1e6)).toBeNaN();
  });
});

describe("unconditional tests of one pair of sizes", () => {
  it("give a p that never rises with how extreme a table is, and place it against bounds", () => {
    for (const alternative of ["two-sided", "less", "greater"] as const) {
      for (const test of [barnardTest(7, 5, alternative), boschlooTest(7, 5, alternative)]) {
        const tables = Array.from({ length: 48 }, (_, i) => [i % 8, Math.floor(i / 8)] as const)
          .map(([x1, x2]) => ({ extremity: test.extremity(x1, x2), p: test.p(x1, x2), x1, x2 }))
          .sort((a, b) => a.extremity - b.extremity);
        for (const [i, { p, x1, x2 }] of tables.entries()) {
          if (i > 0) expect(p).toBeLessThanOrEqual(tables[i - 1]!.p * (1 + 1e-12));
          const within = (by: number) => ({ lower: p * by * 0.999, upper: p * by * 1.001 });
          expect(test.placeOf(x1, x2, within(1))).toBe("inside");
          expect(test.placeOf(x1, x2, within(0.99))).toBe("above");
          expect(test.placeOf(x1, x2, within(1.01))).toBe("below");
        }
      }
    }
  });
});
