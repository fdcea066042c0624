import { describe, expect, it } from "vitest";
import {
  betweenSpan,
  type WeightedInterval,
} from "../../../src/analysis/consistency/subgroup-spread.js";
import { seeded } from "../../../src/numeric/index.js";

const interval = (n: number, lower: number, upper: number): WeightedInterval => ({
  n,
  values: { lower, upper },
});

describe("betweenSpan", () => {
  it("is one number for known means", () => {
    // 3(1 − 2.5)² + 3(4 − 2.5)² = 13.5
    const { lower, upper } = betweenSpan([interval(3, 1, 1), interval(3, 4, 4)]);
    expect([lower, upper]).toEqual([13.5, 13.5]);
  });

  it("is 0 from where the intervals meet", () => {
    expect(betweenSpan([interval(3, 1, 2), interval(5, 1.5, 4)]).lower).toBe(0);
  });

  it("spans every choice of means, and is reached", () => {
    const random = seeded(31);
    for (let run = 0; run < 300; run++) {
      const groups = Array.from({ length: 2 + random.integer(3) }, () => {
        const at = 10 * random.uniform();
        return interval(1 + random.integer(30), at, at + 3 * random.uniform());
      });
      const { lower, upper } = betweenSpan(groups);
      let [least, most] = [Number.POSITIVE_INFINITY, 0];
      for (let i = 0; i < 400; i++) {
        const means = groups.map(({ values }) => {
          const share = i < 200 ? random.uniform() : random.integer(2);
          return values.lower + share * (values.upper - values.lower);
        });
        const total = groups.reduce((sum, { n }) => sum + n, 0);
        const mean = groups.reduce((sum, { n }, k) => sum + n * means[k]!, 0) / total;
        const squares = groups.reduce((sum, { n }, k) => sum + n * (means[k]! - mean) ** 2, 0);
        [least, most] = [Math.min(least, squares), Math.max(most, squares)];
      }
      expect(least).toBeGreaterThanOrEqual(lower * (1 - 1e-12));
      expect(most).toBeLessThanOrEqual(upper * (1 + 1e-12));
      expect(most).toBeCloseTo(upper, 6); // a corner, which the second half of the draws finds
    }
  });

  it("is no narrower with more groups than corners can be tried for", () => {
    const few = Array.from({ length: 12 }, (_, i) => interval(2 + i, i, i + 1 + (i % 3)));
    const [, most] = [0, betweenSpan(few).upper];
    const many = [...few, interval(1, 5, 5)];
    expect(betweenSpan(many).upper).toBeGreaterThanOrEqual(most);
  });
});
