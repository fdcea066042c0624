import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { riskDifference } from "../../../src/analysis/index.js";

const arm = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }))
  .map(([count, others]) => ({ count, n: count + others }));

describe("riskDifference", () => {
  it("turns its sign when successes become failures", () => {
    const turned = ({ count, n }: { count: number; n: number }) => ({ count: n - count, n });
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const [one, other] = [riskDifference(a, b), riskDifference(turned(a), turned(b))];
        for (const method of ["newcombe", "mee", "miettinenNurminen", "agrestiCaffo"] as const) {
          expect(other[method].upper).toBeCloseTo(-one[method].lower, 9);
        }
      }),
    );
  });

  it("holds the difference inside its score intervals, which stay in [−1, 1]", () => {
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const got = riskDifference(a, b);
        for (const { lower, upper } of [got.newcombe, got.mee, got.miettinenNurminen]) {
          expect(lower).toBeGreaterThanOrEqual(-1);
          expect(lower).toBeLessThanOrEqual(got.value);
          expect(upper).toBeGreaterThanOrEqual(got.value);
          expect(upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
