import { describe, expect, it } from "vitest";
import { differenceOfEstimates, proportion, riskDifference } from "../../../src/analysis/index.js";

const interval = (lower: number, upper: number) => ({ lower, upper, level: 0.95 });

describe("differenceOfEstimates", () => {
  it("gives R's limits for two correlations, r = 0.49 of 145 and 0.36 of 87", () => {
    // l <- function(r, n) tanh(atanh(r) + c(-1, 1) * qnorm(.975) / sqrt(n - 3)); a <- l(.49, 145); b <- l(.36, 87)
    // .13 - sqrt((.49 - a[1])^2 + (b[2] - .36)^2); .13 + sqrt((a[2] - .49)^2 + (.36 - b[1])^2)
    const got = differenceOfEstimates(
      { value: 0.49, ci: interval(0.35537628, 0.6047084332) },
      { value: 0.36, ci: interval(0.1616069468, 0.5304243837) },
    );
    expect(got.value).toBeCloseTo(0.13, 12);
    expect(got.ci.lower).toBeCloseTo(-0.08718198943, 6);
    expect(got.ci.upper).toBeCloseTo(0.3591676857, 6);
  });

  it("is Newcombe's interval when the estimates are shares with score intervals", () => {
    const share = (count: number, n: number) => {
      const { value, intervals } = proportion(count, n);
      return { value, ci: intervals.wilson };
    };
    const got = differenceOfEstimates(share(11, 12), share(3, 11));
    expect(got.ci).toEqual(riskDifference({ count: 11, n: 12 }, { count: 3, n: 11 }).newcombe);
  });

  it("refuses estimates outside their intervals and intervals of two levels", () => {
    const one = { value: 1, ci: interval(0, 2) };
    expect(() => differenceOfEstimates(one, { value: 3, ci: interval(0, 2) })).toThrow(
      "within its interval; got 3 in 0 to 2",
    );
    const other = { value: 1, ci: { lower: 0, upper: 2, level: 0.9 } };
    expect(() => differenceOfEstimates(one, other)).toThrow("of one level; got 0.95 and 0.9");
  });
});
