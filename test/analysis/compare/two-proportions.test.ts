import { describe, expect, it } from "vitest";
import {
  type Interval,
  type ProportionTest,
  type TwoProportions,
  twoProportions,
} from "../../../src/analysis/index.js";
import { type GoldenCase, goldenCases, goldenMisses } from "../../numeric/golden.js";

const limits = ({ lower, upper }: Interval): number[] | number =>
  Number.isNaN(lower) && Number.isNaN(upper) ? Number.NaN : [lower, upper];

function compare({ input }: GoldenCase): TwoProportions {
  return twoProportions(
    { count: input.x1, n: input.n1 },
    { count: input.x2, n: input.n2 },
    { level: input.conf_level },
  );
}

function answerOf(got: TwoProportions): object {
  const p = (test: ProportionTest, alternative = "two-sided"): number | undefined =>
    got.tests.find((one) => one.test === test && one.alternative === alternative)?.p;
  return {
    p1: got.first.count / got.first.n,
    p2: got.second.count / got.second.n,
    rd: {
      estimate: got.difference.value,
      se_wald: got.difference.standardError,
      wald: limits(got.difference.wald),
      newcombe: limits(got.difference.newcombe),
      newcombe_cc: limits(got.difference.newcombeContinuity),
      agresti_caffo: limits(got.difference.agrestiCaffo),
      mee: limits(got.difference.mee),
      miettinen_nurminen: limits(got.difference.miettinenNurminen),
    },
    rr: {
      estimate: got.riskRatio.value,
      se_log: got.riskRatio.seLog,
      katz: limits(got.riskRatio.katz),
      koopman: limits(got.riskRatio.koopman),
      miettinen_nurminen: limits(got.riskRatio.miettinenNurminen),
    },
    or: {
      estimate: got.oddsRatio.value,
      se_log: got.oddsRatio.seLog,
      woolf: limits(got.oddsRatio.woolf),
      haldane: {
        estimate: got.oddsRatio.haldane.value,
        ci: limits(got.oddsRatio.haldane.ci),
      },
      conditional_mle: got.oddsRatio.conditional.value,
      conditional_ci: limits(got.oddsRatio.conditional.ci),
      conditional_ci_mid_p: limits(got.oddsRatio.conditionalMidP),
    },
    tests: {
      fisher_two_sided: p("fisher"),
      fisher_less: p("fisher", "less"),
      fisher_greater: p("fisher", "greater"),
      fisher_central: p("fisher-doubled"),
      fisher_mid_p_two_sided: p("fisher-mid-p"),
      chi2: got.statistics.chi2,
      p_chi2: p("chi2"),
      chi2_n_minus_1: got.statistics.chi2NMinus1,
      p_chi2_n_minus_1: p("chi2-n-1"),
      chi2_yates: got.statistics.yates,
      p_yates: p("yates"),
      g: got.statistics.g,
      p_g: p("g"),
      min_expected: got.statistics.smallestExpected,
      phi: got.statistics.phi,
      barnard_z_pooled: p("barnard"),
      boschloo: p("boschloo"),
    },
    nnt: {
      estimate: got.numberNeeded.value,
      newcombe_bounds_inverse: got.numberNeeded.inverseLimits,
    },
  };
}

describe("twoProportions", () => {
  for (const one of goldenCases("two-group", "two_proportions")) {
    it(`gives the values of R's packages for ${one.id}`, () => {
      expect(goldenMisses(answerOf(compare(one)), one)).toEqual([]);
    });
  }

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
