import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { icc, iccTable, spearmanBrown } from "../../../src/analysis/index.js";
import { ICC_CHOICES, type IccChoice } from "../../../src/analysis/reliability/icc-choice.js";

/** Shrout & Fleiss 1979: six targets by four judges. */
const TARGETS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

const CONSISTENT: IccChoice = { model: "two-way-mixed", type: "consistency", unit: "single" };
const AGREEING: IccChoice = { model: "two-way-random", type: "agreement", unit: "single" };
const ONE_WAY: IccChoice = { model: "one-way", type: "agreement", unit: "single" };

/** Ratings of 3 to 8 subjects by 2 to 4 raters that are not all alike. */
const ratings = fc
  .tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 2, max: 4 }))
  .chain(([n, k]) =>
    fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: k, maxLength: k }), {
      minLength: n,
      maxLength: n,
    }),
  )
  .filter((rows) => iccOrUndefined(rows) !== undefined);

function iccOrUndefined(rows: number[][]): number | undefined {
  const spread = new Set(rows.flat()).size;
  if (spread < 4) return undefined;
  const { meanSquares } = iccTable(rows);
  return meanSquares.error > 0 && meanSquares.subjects > 0 ? meanSquares.error : undefined;
}

describe("icc", () => {
  it("tests against a reliability other than 0 as McGraw and Wong do", () => {
    // R: pf of table 8's F ratios with the mean squares of rowMeans and colMeans.
    const agreement = icc(TARGETS, AGREEING, { rho0: 0.2 });
    expect(agreement.f).toBeCloseTo(1.543478260869565, 12);
    expect(agreement.df2).toBeCloseTo(5.302251108583373, 12);
    expect(agreement.p).toBeCloseTo(0.316616147127352, 12);
    const average = icc(TARGETS, { ...AGREEING, unit: "average" }, { rho0: 0.5 });
    expect(average.p).toBeCloseTo(0.316616147127352, 12);
    const oneWay = icc(TARGETS, ONE_WAY, { rho0: 0.1 });
    expect([oneWay.f, oneWay.p]).toEqual([
      expect.closeTo(1.24246972539655, 12),
      expect.closeTo(0.33055718477414, 12),
    ]);
    const fixed = icc(TARGETS, { ...CONSISTENT, unit: "average" }, { rho0: 0.6 });
    expect(fixed.p).toBeCloseTo(0.0113798124434389, 12);
  });

  it("has limits that its own F test does not reject, just", () => {
    const exact = ICC_CHOICES.filter(
      ({ model, type }) => model === "one-way" || type !== "agreement",
    );
    expect(exact).toHaveLength(6);
    for (const choice of exact) {
      const { lower, upper } = icc(TARGETS, choice, { level: 0.9 }).icc.ci;
      expect(icc(TARGETS, choice, { rho0: lower }).p).toBeCloseTo(0.05, 9);
      expect(icc(TARGETS, choice, { rho0: upper }).p).toBeCloseTo(0.95, 9);
    }
  });

  it("calls raters who differ by a constant consistent, not agreeing", () => {
    const offset = [1, 4, 2, 8, 5].map((value) => [value, value + 3]);
    expect(icc(offset, CONSISTENT).icc.value).toBe(1);
    const agreement = icc(offset, AGREEING).icc;
    // MSR = 15, MSC = 22.5, MSE = 0: 15/(15 + 2·22.5/5)
    expect(agreement.value).toBeCloseTo(15 / 24, 12);
    expect(agreement.ci.upper).toBeLessThan(1);
  });

  it("is 1 with limits of 1, and an infinite F, where raters never differ", () => {
    for (const choice of ICC_CHOICES) {
      const {
        icc: value,
        f,
        p,
        note,
      } = icc(
        [0.1, 0.2, 0.7].map((v) => [v, v, v]),
        choice,
      );
      expect([value.value, value.ci.lower, value.ci.upper]).toEqual([1, 1, 1]);
      expect([f, p, note]).toEqual([Number.POSITIVE_INFINITY, 0, "perfect-agreement"]);
    }
  });

  it("says so where subjects do not differ at all", () => {
    const same = [
      [1, 2],
      [1, 2],
      [1, 2],
    ];
    const { icc: value, note } = icc(same, CONSISTENT);
    expect([value.value, note]).toEqual([Number.NaN, "zero-variance"]);
  });

  it("says so where noise lifts an average off its scale", () => {
    const noisy = [
      [1, 5, 3],
      [5, 1, 3.2],
      [2, 4, 2.8],
      [4, 2, 3],
    ];
    expect(icc(noisy, { ...AGREEING, unit: "average" }).note).toBe("negative-denominator");
    expect(icc(TARGETS, AGREEING).note).toBeUndefined();
  });

  it("has the least lower limit there is where F, on next to no degrees of freedom, overflows", () => {
    // Satterthwaite's degrees of freedom are 0.01 here; R's F quantile is Inf and its limit NaN.
    const rows = [
      [23, 27, 23],
      [23, 26, 25],
      [25, 26, 22],
    ];
    const single = icc(rows, AGREEING, { level: 0.99 });
    const { error, raters } = iccTable(rows).meanSquares;
    expect(single.icc.ci.lower).toBeCloseTo(-error / (error + raters), 12);
    expect(single.icc.ci.lower).toBeLessThan(single.icc.value);
    const mean = icc(rows, { ...AGREEING, unit: "average" }, { level: 0.99 });
    expect(mean.icc.ci.lower).toBeCloseTo(spearmanBrown(single.icc.ci.lower, 3), 12);
  });

  it("keeps its digits at a large offset", () => {
    const lifted = TARGETS.map((row) => row.map((value) => value + 2 ** 40));
    for (const choice of ICC_CHOICES) {
      expect(icc(lifted, choice).icc.value).toBeCloseTo(icc(TARGETS, choice).icc.value, 12);
    }
  });

  it("refuses ratings that are all one number, missing ones, and models there are not", () => {
    expect(() =>
      icc(
        [
          [24, 24],
          [24, 24],
        ],
        ONE_WAY,
      ),
    ).toThrow("icc: needs ratings that differ; all are 24");
    expect(() =>
      icc(
        [
          [1, 2],
          [3, Number.NaN],
        ],
        ONE_WAY,
      ),
    ).toThrow("row 1, column 1 is NaN");
    const unknown = { model: "one-way", type: "consistency", unit: "single" };
    expect(() => icc(TARGETS, unknown as unknown as IccChoice)).toThrow(
      'icc: needs one of the ten intraclass correlations; got model "one-way", type "consistency"',
    );
    expect(() => icc(TARGETS, ONE_WAY, { rho0: 1 })).toThrow("icc: needs rho0 below 1; got 1");
  });
});

describe("iccTable", () => {
  it("has the ten of McGraw and Wong, six of which Shrout and Fleiss named", () => {
    const { coefficients } = iccTable(TARGETS);
    expect(coefficients.map(({ name, shroutFleissName }) => shroutFleissName ?? name)).toEqual([
      ...["ICC(1,1)", "ICC(1,k)"],
      ...["ICC(C,1)", "ICC(C,k)", "ICC(2,1)", "ICC(2,k)"],
      ...["ICC(3,1)", "ICC(3,k)", "ICC(A,1)", "ICC(A,k)"],
    ]);
  });

  it("is the same from columns as from rows", () => {
    const raters = [0, 1, 2, 3].map((j) => Float64Array.from(TARGETS, (row) => row[j]!));
    expect(iccTable({ raters })).toEqual(iccTable(TARGETS));
  });

  it("does not change with the unit, the order of subjects, or that of raters", () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: -20, max: 20 }), (rows, offset) => {
        const changed = rows.toReversed().map((row) => row.toReversed().map((v) => 4 * v + offset));
        const [before, after] = [iccTable(rows), iccTable(changed)];
        expect(after.semConsistency).toBeCloseTo(4 * before.semConsistency, 8);
        for (const [i, { icc: value, p }] of before.coefficients.entries()) {
          const other = after.coefficients[i]!;
          expect(other.icc.value).toBeCloseTo(value.value, 6);
          expect(other.p).toBeCloseTo(p, 8);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("lifts single ratings to averages by Spearman and Brown's formula", () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const { coefficients, k } = iccTable(rows);
        for (let i = 0; i < coefficients.length; i += 2) {
          const [single, average] = [coefficients[i]!, coefficients[i + 1]!];
          const lifted = spearmanBrown(single.icc.value, k);
          if (!Number.isNaN(lifted)) expect(average.icc.value / lifted).toBeCloseTo(1, 8);
        }
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});
