import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passingBablok } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

/** Two methods whose errors are equal, from a seed; no value occurs twice. */
function methods(seed: number, n: number): [number[], number[]] {
  const random = seeded(seed);
  const truth = Array.from({ length: n }, () => 40 + 5 * random.normal());
  return [truth.map((t) => t + random.normal()), truth.map((t) => t + 1 + random.normal())];
}

describe("passingBablok", () => {
  it("ranks slopes by hand: −1 and identical points left out, verticals at the ends", () => {
    // Slopes from (0, 0): 1, −1, 2; of (1, 1) to (1, −1): −∞, to (2, 4): 3; of (1, −1) to (2, 4): 5.
    const { slopes, offset, slope } = passingBablok([0, 1, 1, 2], [0, 1, -1, 4]);
    expect([slopes, offset, slope.value]).toEqual([5, 1, 3]); // −∞ 1 2 3 5: the third, shifted by one
    const turned = passingBablok([0, 1, 1, 2, 2], [0, -1, 1, 4, 4]); // + where the later is higher
    expect([turned.slopes, turned.offset]).toEqual([8, 0]);
  });

  it("draws the line that most points are on", () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const y = [3, 5, 7, 9, 11, 13, 15, 17, 19, 500];
    const { slope, intercept, linearity, kendallTau } = passingBablok(x, y);
    expect([slope.value, intercept.value, kendallTau]).toEqual([2, 1, 1]);
    expect(linearity).toEqual({ above: 1, below: 0, maxCusum: 0, h: 0, p: 1 });
  });

  it("inverts its limits when the methods swap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const [x, y] = methods(seed, 31);
        const [there, back] = [passingBablok(x, y), passingBablok(y, x)];
        expect(back.slope.ci.lower * there.slope.ci.upper).toBeCloseTo(1, 9);
        expect(back.slope.ci.upper * there.slope.ci.lower).toBeCloseTo(1, 9);
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it("does not mind the order of subjects, nor a common unit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const [x, y] = methods(seed, 25);
        const before = passingBablok(x, y);
        const after = passingBablok(
          x.toReversed().map((v) => 8 * v),
          y.toReversed().map((v) => 8 * v),
        );
        expect(after.slope).toEqual(before.slope);
        expect(after.intercept.value).toBe(8 * before.intercept.value);
        expect(after.linearity).toEqual(before.linearity);
        expect(after.residualSd).toBeCloseTo(8 * before.residualSd, 9);
      }),
      { seed: 8, numRuns: 40 },
    );
  });

  it("keeps its median between its limits where pairs outnumber 32 bits", () => {
    const random = seeded(12);
    const x = Float64Array.from({ length: 70_000 }, () => 40 + 5 * random.normal());
    const y = x.map((value) => 1.5 * value + random.normal());
    const { slopes, slope } = passingBablok(x, y);
    expect(slopes).toBe((70_000 * 69_999) / 2);
    expect(slope.ci.lower).toBeLessThan(slope.value);
    expect(slope.value).toBeLessThan(slope.ci.upper);
    expect(slope.ci.upper - slope.ci.lower).toBeLessThan(0.01);
  });

  it("finds a bend by runs on one side", () => {
    const random = seeded(11);
    const x = Array.from({ length: 80 }, (_, i) => 1 + i / 8);
    const straight = x.map((value) => value + 0.3 * random.normal());
    const bent = x.map((value) => value ** 2 / 10 + 0.3 * random.normal());
    expect(passingBablok(x, straight).linearity.p).toBeGreaterThan(0.2);
    expect(passingBablok(x, bent).linearity.p).toBeLessThan(0.001);
  });

  it("has Kendall's tau-b, ties and all", () => {
    // Of 6 pairs 4 concordant, one tied in x, one in y: 4/√(5·5).
    expect(passingBablok([1, 1, 2, 3], [1, 2, 2, 3]).kendallTau).toBeCloseTo(4 / 5, 12);
  });

  it("opens the interval where three points are too few for limits", () => {
    const { slope, intercept, note } = passingBablok([1, 2, 3], [1, 2, 4]);
    expect([slope.ci.lower, slope.ci.upper]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    expect([intercept.ci.lower, intercept.ci.upper]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    expect(note).toBe("unbounded-interval");
  });

  it("says so where methods oppose each other", () => {
    const { slope, note } = passingBablok([1, 2, 3, 4], [8, 6, 4, 2]);
    expect([slope.value, note]).toEqual([Number.NaN, "no-positive-association"]);
  });

  it("refuses a method that reads one value", () => {
    expect(() => passingBablok([1, 2, 3], [5, 5, 5])).toThrow(
      "passingBablok: needs y that differ; all are 5",
    );
    expect(() => passingBablok([1, 2], [1, 2])).toThrow("needs at least 3 pairs; got 2");
  });
});
