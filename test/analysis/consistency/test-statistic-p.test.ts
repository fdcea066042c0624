import { describe, expect, it } from "vitest";
import { statisticFromP, testStatisticP } from "../../../src/analysis/index.js";

describe("testStatisticP", () => {
  it("gives both tails and each, where the statistic has sides", () => {
    // 2 * pt(-2.2, 28) = 0.03622548
    const { spans, agrees } = testStatisticP("t", "2.20", ["28"], "0.036");
    expect(spans.map(({ tail }) => tail)).toEqual(["both", "own", "other"]);
    expect(spans[0]!.asPrinted).toBeCloseTo(0.03622548, 8);
    expect(spans[1]!.asPrinted).toBeCloseTo(0.01811274, 8);
    expect(spans[2]!.asPrinted).toBeCloseTo(1 - 0.01811274, 8);
    expect(agrees).toBe(true);
    expect(testStatisticP("F", "3.10", ["2", "40"], "0.06").spans).toHaveLength(1);
    expect(testStatisticP("F", "3.10", ["1", "40"], "0.09").spans).toHaveLength(3);
    expect(testStatisticP("chi2", "3.84", ["1"], "0.05").spans).toHaveLength(3);
  });

  it("is the same for t squared as F, and for z squared as chi-square", () => {
    const t = testStatisticP("t", "2.00000", ["28"], "0.05").spans[0]!;
    const f = testStatisticP("F", "4.00000", ["1", "28"], "0.05").spans[0]!;
    expect(f.asPrinted).toBeCloseTo(t.asPrinted, 12);
    const z = testStatisticP("z", "-2.00000", [], "0.05").spans[0]!;
    const chi2 = testStatisticP("chi2", "4.00000", ["1"], "0.05").spans[0]!;
    expect(chi2.asPrinted).toBeCloseTo(z.asPrinted, 12);
  });

  it("widens by the rounding of approximate degrees of freedom", () => {
    // 2 * pt(-2.5, c(17.5, 18, 18.5)): 0.022618, 0.022308, 0.022016
    const [both] = testStatisticP("t", "2.50000", ["18"], "0.0226").spans;
    expect(both).toMatchObject({ byDf: true, agrees: true, prints: false });
    expect(both!.lower).toBeCloseTo(0.022016, 5);
    expect(both!.upper).toBeCloseTo(0.022618, 5);
    const [counted] = testStatisticP("chi2", "5.99146", ["2"], "0.05").spans;
    expect(counted!.upper / counted!.lower).toBeLessThan(1.00001);
    expect(testStatisticP("F", "3.100", ["1.60", "30.20"], "0.07").agrees).toBe(true);
  });

  it("sees a decision error where the p turns it", () => {
    expect(testStatisticP("F", "3.10", ["2", "40"], "<0.05").decisionError).toBe(true);
    expect(testStatisticP("F", "3.10", ["2", "40"], "0.08").decisionError).toBe(false);
    expect(testStatisticP("z", "1.96", [], "<0.05").decisionError).toBe(false);
  });

  it("refuses degrees of freedom and signs that are not the statistic's", () => {
    expect(() => testStatisticP("t", "2.2", ["2", "40"], "0.04")).toThrow(
      "testStatisticP: needs as many degrees of freedom as t has, 1; got 2",
    );
    expect(() => testStatisticP("F", "-3.1", ["2", "40"], "0.04")).toThrow(
      'needs F of at least 0; got "-3.1"',
    );
    expect(() => testStatisticP("chi2", "3.1", ["0"], "0.04")).toThrow(
      'needs degrees of freedom above 0; got "0"',
    );
  });
});

describe("statisticFromP", () => {
  it("inverts each test", () => {
    const cases = [
      ["t", ["28"], "2.20"],
      ["F", ["2", "40"], "3.10"],
      ["chi2", ["3"], "7.81"],
      ["z", [], "1.96"],
    ] as const;
    for (const [statistic, df, value] of cases) {
      const [both] = testStatisticP(statistic, value, df, "0.05").spans;
      const { lower, upper } = statisticFromP(statistic, df, both!.asPrinted.toFixed(9));
      expect(lower).toBeCloseTo(Number(value), 5);
      expect(upper).toBeCloseTo(Number(value), 5);
    }
    expect(statisticFromP("z", [], "<0.05").upper).toBe(Number.POSITIVE_INFINITY);
  });
});
