import { describe, expect, it } from "vitest";
import { type ProportionTest, twoProportions } from "../../../src/analysis/index.js";

describe("twoProportions", () => {
  it("turns every sign and inverts every ratio when the arms swap", () => {
    const one = twoProportions({ count: 11, n: 12 }, { count: 3, n: 11 });
    const other = twoProportions({ count: 3, n: 11 }, { count: 11, n: 12 });
    for (const method of ["newcombe", "newcombeContinuity", "mee", "miettinenNurminen"] as const) {
      expect(other.difference[method].lower).toBeCloseTo(-one.difference[method].upper, 12);
      expect(other.difference[method].upper).toBeCloseTo(-one.difference[method].lower, 12);
    }
    for (const method of ["katz", "koopman", "miettinenNurminen"] as const) {
      const { lower, upper } = other.riskRatio[method];
      expect(1 / upper / one.riskRatio[method].lower).toBeCloseTo(1, 11);
      expect(1 / lower / one.riskRatio[method].upper).toBeCloseTo(1, 11);
    }
    expect(1 / other.oddsRatio.conditional.value / one.oddsRatio.conditional.value).toBeCloseTo(
      1,
      11,
    );
    for (const { test, alternative, p } of one.tests) {
      const mirrored = { "two-sided": "two-sided", less: "greater", greater: "less" }[alternative];
      const there = other.tests.find((t) => t.test === test && t.alternative === mirrored);
      expect(there!.p).toBeCloseTo(p, 10);
    }
  });

  it("gives R's one-sided chi-square, with and without correction", () => {
    // R 4.2: prop.test(c(11, 3), c(12, 11), alternative = "greater")
    const { tests } = twoProportions({ count: 11, n: 12 }, { count: 3, n: 11 });
    const p = (test: ProportionTest): number =>
      tests.find((one) => one.test === test && one.alternative === "greater")!.p;
    expect(p("yates")).toBeCloseTo(0.00313565582215878, 14);
    expect(p("chi2")).toBeCloseTo(0.000786415393654966, 14);
  });

  it("refuses an empty arm and counts beyond it", () => {
    const arm = { count: 1, n: 2 };
    expect(() => twoProportions({ count: 0, n: 0 }, arm)).toThrow(
      "twoProportions: needs n to be a positive integer; got 0",
    );
    expect(() => twoProportions(arm, { count: 3, n: 2 })).toThrow("a count from 0 to 2; got 3");
  });
});
