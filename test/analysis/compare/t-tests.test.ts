import { describe, expect, it } from "vitest";
import { pooledSd } from "../../../src/analysis/compare/t-tests.js";
import {
  equivalenceTest,
  type Interval,
  type MeanSdN,
  ratioOfMeans,
  standardisedDifference,
  studentTest,
  type TwoMeansTest,
  varianceRatio,
  welchTest,
} from "../../../src/analysis/index.js";
import { goldenCases, goldenMisses } from "../../numeric/golden.js";

const limits = ({ lower, upper }: Interval): number[] => [lower, upper];
const NEEDS_NONCENTRAL_T = ["effect.cohen_d_ci_noncentral", "effect.hedges_g_ci_noncentral"];

const test = ({ standardError, t, df, p, difference }: TwoMeansTest): object => ({
  se: standardError,
  t,
  df,
  p,
  ci: limits(difference.ci),
});

describe("tests of two means from summaries", () => {
  for (const one of goldenCases("two-group", "two_means_summary")) {
    const { mean1, sd1, n1, mean2, sd2, n2, conf_level: level, margin } = one.input;
    const first: MeanSdN = { mean: mean1, sd: sd1, n: n1 };
    const second: MeanSdN = { mean: mean2, sd: sd2, n: n2 };
    if (one.expected.error !== undefined) continue;
    it(`give metafor's values for ${one.id}`, () => {
      const effect = standardisedDifference(first, second);
      const variances = varianceRatio(first, second, { level });
      const ratio = ratioOfMeans(first, second, { level });
      const student = studentTest(first, second, { level });
      const equivalence = margin === undefined ? undefined : equivalenceTest(first, second, margin);
      const answer = {
        diff: student.difference.value,
        welch: test(welchTest(first, second, { level })),
        student: { sd_pooled: pooledSd(first, second), ...test(student) },
        effect: {
          cohen_d: effect.cohenD,
          hedges_g: effect.hedgesG,
          j_exact: effect.correction,
          j_approx: effect.correctionApproximate,
          var_g_metafor: effect.varianceOfG,
          glass_delta_group2: effect.glassDelta,
        },
        variance_ratio: {
          f: variances.ratio.value,
          df1: variances.df1,
          df2: variances.df2,
          p: variances.p,
          ci: limits(variances.ratio.ci),
        },
        ratio_of_means: {
          estimate: ratio.ratio.value,
          log: ratio.log,
          se_log: ratio.seLog,
          ci: limits(ratio.ratio.ci),
        },
        noninferiority: equivalence && {
          margin: equivalence.margin,
          t: equivalence.t,
          p: equivalence.nonInferiorityP,
          tost_p: equivalence.equivalenceP,
          ci_90: limits(equivalence.ci),
        },
      };
      expect(goldenMisses(answer, one, NEEDS_NONCENTRAL_T)).toEqual([]);
    });
  }

  it("note zero variance instead of a t, and still give the difference", () => {
    const one = goldenCases("two-group", "two_means_summary").find(
      ({ expected }) => expected.error === "zero_variance",
    )!;
    const { mean1, sd1, n1, mean2, sd2, n2 } = one.input;
    for (const run of [studentTest, welchTest]) {
      const got = run({ mean: mean1, sd: sd1, n: n1 }, { mean: mean2, sd: sd2, n: n2 });
      expect(got.note).toBe("zero-variance");
      expect(got.difference.value).toBe(one.expected.diff);
      expect([got.t, got.df, got.p, got.difference.ci.lower]).toEqual(Array(4).fill(Number.NaN));
    }
  });

  it("work when one SD is 0, as R does on such data", () => {
    // R 4.2: t.test(c(1, 1, 1), c(1, 2, 3)): t = -1.7321, df = 2, p = 0.2254033
    const got = welchTest({ mean: 1, sd: 0, n: 3 }, { mean: 2, sd: 1, n: 3 });
    expect(got.t).toBeCloseTo(-Math.sqrt(3), 14);
    expect(got.df).toBeCloseTo(2, 14);
    expect(got.p).toBeCloseTo(0.2254033307585166, 13);
  });

  it("turn round when the groups swap", () => {
    const a = { mean: 1.33, sd: 0.7, n: 12 };
    const b = { mean: 2.5, sd: 1.2, n: 11 };
    for (const run of [studentTest, welchTest]) {
      expect(run(b, a).t).toBe(-run(a, b).t);
      expect(run(b, a).p).toBe(run(a, b).p);
      expect(run(b, a).df).toBeCloseTo(run(a, b).df, 12);
      expect(run(b, a).difference.ci.lower).toBe(-run(a, b).difference.ci.upper);
    }
  });

  it("refuse a single value, a negative SD and a mean that is no number", () => {
    const group = { mean: 1, sd: 1, n: 6 };
    expect(() => welchTest({ ...group, n: 1 }, group)).toThrow(
      "welchTest: needs n of at least 2 for a standard deviation; got 1",
    );
    expect(() => studentTest(group, { ...group, sd: -1 })).toThrow(
      "studentTest: needs a standard deviation of at least 0; got -1",
    );
    expect(() => welchTest(group, { ...group, mean: Number.NaN })).toThrow(
      "a finite mean; got NaN",
    );
  });
});
