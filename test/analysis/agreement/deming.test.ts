import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demingRegression, weightedDemingRegression } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

/** Peak flow by two meters, Bland & Altman 1986. */
const X = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
const Y = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];

/** Pairs that go together, from a seed. */
function methods(seed: number, n = 12): [number[], number[]] {
  const random = seeded(seed);
  const truth = Array.from({ length: n }, () => 25 + 5 * random.normal());
  return [truth.map((t) => t + random.normal()), truth.map((t) => 1.1 * t - 2 + random.normal())];
}

const seeds = fc.integer({ min: 1, max: 100_000 });
const ratios = fc.double({ min: 0.1, max: 10, noNaN: true });

describe("demingRegression", () => {
  it("inverts its line when the methods and the ratio of their errors swap", () => {
    fc.assert(
      fc.property(seeds, ratios, (seed, ratio) => {
        const [x, y] = methods(seed);
        const there = demingRegression(x, y, ratio);
        const back = demingRegression(y, x, 1 / ratio);
        expect(back.slope.value * there.slope.value).toBeCloseTo(1, 10);
        expect(back.intercept.value).toBeCloseTo(-there.intercept.value / there.slope.value, 8);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it("tends to least squares of y on x as the error of x vanishes, and of x on y", () => {
    const [x, y] = methods(7);
    const mean = (v: number[]): number => v.reduce((a, b) => a + b, 0) / v.length;
    const cross = (a: number[], b: number[]): number =>
      a.reduce((sum, value, i) => sum + (value - mean(a)) * (b[i]! - mean(b)), 0);
    expect(demingRegression(x, y, 1e-12).slope.value).toBeCloseTo(cross(x, y) / cross(x, x), 9);
    expect(demingRegression(x, y, 1e12).slope.value).toBeCloseTo(cross(y, y) / cross(x, y), 9);
  });

  it("leaves out each subject in turn for the jackknife", () => {
    const { slope, intercept } = demingRegression(X, Y, 2);
    const without = X.map((_, i) =>
      demingRegression(X.toSpliced(i, 1), Y.toSpliced(i, 1), 2, { errors: "analytical" }),
    );
    const n = X.length;
    const spread = (values: number[]): number => {
      const mean = values.reduce((a, b) => a + b, 0) / n;
      return Math.sqrt(((n - 1) / n) * values.reduce((sum, v) => sum + (v - mean) ** 2, 0));
    };
    expect(slope.standardError).toBeCloseTo(spread(without.map((fit) => fit.slope.value)), 10);
    expect(intercept.standardError).toBeCloseTo(
      spread(without.map((fit) => fit.intercept.value)),
      7,
    );
    expect(slope.ci.upper - slope.value).toBeCloseTo(2.131449545559323 * slope.standardError, 10); // t(15)
  });

  it("gives the bias at a level as the intercept when both scales start there", () => {
    for (const errors of ["analytical", "jackknife"] as const) {
      const { decisionBiases } = demingRegression(X, Y, 1, { errors, at: [0, 400] });
      const shift = (values: number[]): number[] => values.map((value) => value - 400);
      const shifted = demingRegression(shift(X), shift(Y), 1, { errors });
      expect(decisionBiases[1]!.at).toBe(400);
      expect(decisionBiases[1]!.bias.value).toBeCloseTo(shifted.intercept.value, 8);
      expect(decisionBiases[1]!.bias.ci.lower).toBeCloseTo(shifted.intercept.ci.lower, 7);
      const { intercept } = demingRegression(X, Y, 1, { errors });
      expect(decisionBiases[0]!.bias.ci.upper).toBeCloseTo(intercept.ci.upper, 8);
    }
  });

  it("draws a line through three points on it without error", () => {
    const { slope, intercept, residualSd } = demingRegression([1, 2, 4], [1, 3, 7], 1);
    expect([slope.value, intercept.value]).toEqual([expect.closeTo(2, 12), expect.closeTo(-1, 12)]);
    expect(Math.max(residualSd, slope.standardError)).toBeLessThan(1e-7);
  });

  it("keeps its digits at a large offset", () => {
    const [there, far] = [0, 2 ** 30].map((by) =>
      demingRegression(
        X.map((v) => v + by),
        Y.map((v) => v + by),
        1,
      ),
    ) as [ReturnType<typeof demingRegression>, ReturnType<typeof demingRegression>];
    expect(far.slope.value).toBeCloseTo(there.slope.value, 12);
    expect(far.slope.standardError).toBeCloseTo(there.slope.standardError, 11);
  });

  it("says so where the methods do not go together", () => {
    const { slope, note } = demingRegression([-1, -1, 1, 1], [-1, 1, -1, 1], 1);
    expect([slope.value, slope.standardError, note]).toEqual([
      Number.NaN,
      Number.NaN,
      "no-association",
    ]);
  });

  it("refuses a method that reads one value, and an error ratio of 0", () => {
    expect(() => demingRegression([2, 2, 2], [1, 2, 3], 1)).toThrow(
      "demingRegression: needs x that differ; all are 2",
    );
    expect(() => demingRegression(X, Y, 0)).toThrow("needs an error ratio above 0; got 0");
    expect(() => demingRegression([1, 2], [1, 2], 1)).toThrow("needs at least 3 pairs; got 2");
  });
});

describe("weightedDemingRegression", () => {
  it("does not change its slope with the unit", () => {
    fc.assert(
      fc.property(seeds, ratios, (seed, ratio) => {
        const [x, y] = methods(seed);
        const scaled = [x, y].map((column) => column.map((value) => 10 * value)) as [
          number[],
          number[],
        ];
        const [cm, mm] = [
          weightedDemingRegression(x, y, ratio),
          weightedDemingRegression(...scaled, ratio),
        ];
        expect(mm.slope.value).toBeCloseTo(cm.slope.value, 9);
        expect(mm.intercept.value).toBeCloseTo(10 * cm.intercept.value, 7);
        expect(mm.intercept.standardError).toBeCloseTo(10 * cm.intercept.standardError, 6);
        expect(mm.note).toBeUndefined();
      }),
      { seed: 6, numRuns: 15 },
    );
  });

  it("stays by the small values, where errors are small", () => {
    const x = [1, 2, 3, 4, 100];
    const y = [1, 2, 3, 4, 150];
    expect(weightedDemingRegression(x, y, 1).intercept.value).toBeGreaterThan(-0.5);
    expect(demingRegression(x, y, 1).intercept.value).toBeLessThan(-1);
  });

  it("has the jackknife of the pairs left when one is gone", () => {
    const { slope } = weightedDemingRegression(X, Y, 1);
    const slopes = X.map(
      (_, i) => weightedDemingRegression(X.toSpliced(i, 1), Y.toSpliced(i, 1), 1).slope.value,
    );
    const n = X.length;
    const mean = slopes.reduce((a, b) => a + b, 0) / n;
    const sum = slopes.reduce((total, slope) => total + (slope - mean) ** 2, 0);
    expect(slope.standardError).toBeCloseTo(Math.sqrt(((n - 1) / n) * sum), 9);
  });

  it("refuses values that have no relative error", () => {
    expect(() => weightedDemingRegression([1, 2, 0], [1, 2, 3], 1)).toThrow(
      "weightedDemingRegression: needs values above 0; pair 2 is (0, 3)",
    );
  });
});
