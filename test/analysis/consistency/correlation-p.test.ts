import { describe, expect, it } from "vitest";
import {
  type CorrelationP,
  correlationFromP,
  correlationP,
  pairsOfCorrelation,
  pearsonCorrelation,
  spearmanCorrelation,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { somePairs } from "../../printing.js";

const spanOf = ({ spans }: CorrelationP, test: string, alternative = "two-sided") =>
  spans.find((span) => span.test === test && span.alternative === alternative)!;

describe("correlationP", () => {
  it("gives Student's t and Fisher's z for Pearson's r", () => {
    const got = correlationP("0.622", 22, "pearson", { p: "0.002" });
    // R 4.2.2: 2 * pt(-0.622 * sqrt(20 / (1 - 0.622^2)), 20), 2 * pnorm(-atanh(0.622) * sqrt(19))
    expect(spanOf(got, "t").asPrinted).toBeCloseTo(0.00199679523, 11);
    expect(spanOf(got, "fisher-z").asPrinted).toBeCloseTo(0.001501393704, 11);
    expect(spanOf(got, "t", "greater").asPrinted).toBeCloseTo(0.00199679523 / 2, 11);
    expect(spanOf(got, "t", "less").asPrinted).toBeCloseTo(1 - 0.00199679523 / 2, 11);
    expect(spanOf(got, "normal")).toBeUndefined();
    expect(got.agrees).toBe(true);
    expect(correlationP("0.622", 22, "pearson", { p: "0.003" }).agrees).toBe(false);
  });

  it("gives ranks the exact test to 12 pairs and R's series from 10", () => {
    // cor.test(method = "spearman") of 9 pairs with rho 0.8833 (exact) and 12 with 0.6294 (series).
    const nine = correlationP("0.883", 9, "spearman");
    expect(spanOf(nine, "exact").asPrinted).toBeCloseTo(0.0030753968254, 12);
    expect(spanOf(nine, "edgeworth")).toBeUndefined();
    const twelve = correlationP("0.629", 12, "spearman");
    expect(spanOf(twelve, "edgeworth").asPrinted).toBeCloseTo(0.0323947497201, 12);
    expect(spanOf(twelve, "exact").asPrinted).toBeCloseTo(0.0323947, 3);
    const many = correlationP("0.40461538", 25, "spearman"); // 0.4046153846…, S = 1548
    expect(spanOf(many, "edgeworth").asPrinted).toBeCloseTo(0.0458481860219, 11);
    expect(spanOf(many, "exact")).toBeUndefined();
    // No S has a coefficient that prints as 0.630 of 9 pairs: 1 − 6 · 44/720 = 0.633, 46: 0.617.
    expect(spanOf(correlationP("0.630", 9, "spearman"), "exact")).toBeUndefined();
  });

  it("agrees with the tests of columns, inside the rounding", () => {
    const random = seeded(1);
    for (let run = 0; run < 300; run++) {
      const [x, y] = somePairs(random, 4, 7);
      if (new Set(x).size < x.length || new Set(y).size < y.length) continue;
      const ranks = spearmanCorrelation(x, y);
      const got = correlationP(ranks.rho.value.toFixed(3), x.length, "spearman");
      const within = (test: string, p: number): void => {
        const { lower, upper } = spanOf(got, test);
        expect(p).toBeGreaterThanOrEqual(lower);
        expect(p).toBeLessThanOrEqual(upper);
      };
      within("exact", ranks.exact);
      within("t", ranks.p);
      const pearson = pearsonCorrelation(x, y);
      const t = spanOf(correlationP(pearson.r.value.toFixed(8), x.length, "pearson"), "t");
      expect(pearson.p).toBeGreaterThanOrEqual(t.lower);
      expect(pearson.p).toBeLessThanOrEqual(t.upper);
    }
  });

  it("spans 1 where r may be 0, and 0 where it may be 1", () => {
    expect(spanOf(correlationP("0.00", 20, "pearson"), "t").upper).toBe(1);
    expect(spanOf(correlationP("-1.00", 20, "pearson"), "t")).toMatchObject({
      lower: 0,
      asPrinted: 0,
    });
    expect(spanOf(correlationP("0.5", 3, "pearson"), "fisher-z")).toBeUndefined();
  });

  it("refuses what has no p", () => {
    expect(() => correlationP("0.5", 2, "pearson")).toThrow(
      "correlationP: needs at least 3 pairs; got 2",
    );
    expect(() => correlationP("1.2", 20, "pearson")).toThrow(
      'correlationP: needs a coefficient from -1 to 1; got "1.2"',
    );
    expect(() => correlationP("0.5", 20, "kendall" as "pearson")).toThrow('"kendall"');
  });
});

describe("correlationFromP", () => {
  it("inverts the t test", () => {
    // t = qt(1 - p/2, 10), r = t / sqrt(t^2 + 10) at 0.0015, 0.001, 0.0005
    const got = correlationFromP("0.001", 12);
    expect(got.lower).toBeCloseTo(0.80727541, 7);
    expect(got.asPrinted).toBeCloseTo(0.82330483, 7);
    expect(got.upper).toBeCloseTo(0.84749476, 7);
    expect(correlationFromP("<0.05", 22)).toMatchObject({ asPrinted: Number.NaN, upper: 1 });
    expect(correlationFromP("1", 22).lower).toBe(0);
  });
});

describe("pairsOfCorrelation", () => {
  it("lists the numbers of pairs whose r has the p", () => {
    // 2 * pt(…, n − 2) of r = 0.622: 0.0045 (19), 0.0034, 0.0026, 0.0020 (22).
    expect(pairsOfCorrelation("0.622", "0.003")).toEqual({ least: 20, most: 21 });
    expect(pairsOfCorrelation("-0.622", "0.003")).toEqual({ least: 20, most: 21 });
    expect(pairsOfCorrelation("0.50", "<0.05")).toEqual({
      least: 16,
      most: Number.POSITIVE_INFINITY,
    });
    expect(pairsOfCorrelation("0.90", "0.95")).toBeUndefined();
  });
});
