import { describe, expect, it } from "vitest";
import { recomputedP } from "../../../src/analysis/index.js";

describe("recomputedP", () => {
  it("is the same for t squared as F on 1 degree of freedom, and for large df as z", () => {
    const t = recomputedP({ test: "t", value: "2.00", df: 28 }, "= .05");
    expect(recomputedP({ test: "F", value: "4.00", df1: 1, df2: 28 }, "= .05").p).toBeCloseTo(
      t.p,
      13,
    );
    const z = recomputedP({ test: "z", value: "1.96" }, "= .05");
    expect(recomputedP({ test: "t", value: "1.96", df: 1e12 }, "= .05").p).toBeCloseTo(z.p, 10);
    expect(recomputedP({ test: "chi2", value: "3.8416", df: 1 }, "= .05").p).toBeCloseTo(z.p, 13);
  });

  it("sees no error where rounding explains it", () => {
    // t(28) = 2.20 lies in [2.195, 2.205), p in 0.0358 … 0.0366
    const got = recomputedP({ test: "t", value: "2.20", df: 28 }, "= .04");
    expect([got.consistent, got.decisionError]).toEqual([true, false]);
    expect(recomputedP({ test: "t", value: "-2.20", df: 28 }, "= .04").p).toBe(got.p);
  });

  it("sees a decision error only where the error turns the decision", () => {
    const test = { test: "F", value: "3.10", df1: 2, df2: 40 } as const; // p = 0.056
    expect(recomputedP(test, "= .04").decisionError).toBe(true);
    expect(recomputedP(test, "< .05").decisionError).toBe(true);
    expect(recomputedP(test, "= .07")).toMatchObject({ consistent: false, decisionError: false });
    expect(recomputedP(test, "> .05")).toMatchObject({ consistent: true, decisionError: false });
  });

  it("gives 0 for a correlation that may be 1", () => {
    expect(recomputedP({ test: "r", value: "1.0", df: 10 }, "< .001")).toMatchObject({
      p: 0,
      lower: 0,
    });
  });

  it("gives one-sided p of a statistic with sides", () => {
    // pt(2.2, 28, lower.tail = FALSE) = 0.01811274
    const test = { test: "t", value: "2.20", df: 28 } as const;
    const greater = recomputedP(test, "= .018", { alternative: "greater" });
    expect(greater.p).toBeCloseTo(0.01811274, 8);
    expect(greater.consistent).toBe(true);
    expect(recomputedP(test, "= .98", { alternative: "less" }).p).toBeCloseTo(0.98188726, 8);
    expect(
      recomputedP({ test: "z", value: "-1.64" }, "= .05", { alternative: "less" }).consistent,
    ).toBe(true);
    expect(() =>
      recomputedP({ test: "chi2", value: "3.84", df: 1 }, "= .05", { alternative: "greater" }),
    ).toThrow("recomputedP: needs t, z or r for a one-sided p; got chi2");
  });

  it("refuses degrees of freedom that are none, and a p above 1", () => {
    expect(() => recomputedP({ test: "t", value: "2.20", df: 0 }, "= .04")).toThrow(
      "recomputedP: needs degrees of freedom above 0; got 0",
    );
    expect(() => recomputedP({ test: "z", value: "2.20" }, "= 1.04")).toThrow(
      "recomputedP: needs a p between 0 and 1",
    );
  });
});
