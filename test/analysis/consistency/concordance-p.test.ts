import { describe, expect, it } from "vitest";
import { concordanceP } from "../../../src/analysis/index.js";

describe("concordanceP", () => {
  it("gives Pearson's r of the p, which must be at least as large as the coefficient", () => {
    // t = qt(1 - c(0.0015, 0.0005) / 2, 10), r = t / sqrt(t^2 + 10)
    const got = concordanceP("0.778", 12, "0.001");
    expect([got.pearson.lower, got.pearson.upper].map((r) => r.toFixed(3))).toEqual([
      "0.807",
      "0.847",
    ]);
    expect(got).toMatchObject({ pearsonIsEnough: true, possible: true });
    // 2 * pt(-0.7775 * sqrt(10 / (1 - 0.7775^2)), 10) = 0.002909
    expect(got.largest.pearson).toBeCloseTo(0.0029, 4);
    // 2 * pnorm(-atanh(0.7775) * sqrt(10)) = 0.00103
    expect(got.largest.lin).toBeCloseTo(0.00102, 4);
  });

  it("finds a p impossible that is larger than any coefficient so large has", () => {
    expect(concordanceP("0.778", 12, "0.003").possible).toBe(true);
    expect(concordanceP("0.778", 12, "0.004")).toMatchObject({
      pearsonIsEnough: false,
      possible: false,
    });
    expect(concordanceP("0.315", 17, "<0.05").possible).toBe(true);
    // Below 0 the shifts may make the standard error large, so more p are possible.
    expect(concordanceP("-0.778", 12, ">0.05").possible).toBe(true);
    expect(concordanceP("-0.778", 12, ">0.3").possible).toBe(false);
  });

  it("refuses two pairs", () => {
    expect(() => concordanceP("0.5", 2, "0.5")).toThrow("concordanceP: needs at least 3 pairs");
  });
});
