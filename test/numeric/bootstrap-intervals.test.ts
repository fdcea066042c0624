import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  basicInterval,
  bcaInterval,
  normalInterval,
  percentileInterval,
  plainPercentileInterval,
  seeded,
  studentizedInterval,
} from "../../src/numeric/index.js";

const random = seeded(11);
const replicates = Array.from({ length: 999 }, () => 5 + random.normal());
const influence = [-2, -1, 0.5, 0.5, 2];
const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });

describe("bootstrap intervals", () => {
  it("stand at the ranks (R + 1)(1 ∓ level)/2", () => {
    const ranks = Array.from({ length: 999 }, (_, i) => i + 1);
    const { lower, upper } = percentileInterval(ranks, 0.9);
    expect(lower).toBeCloseTo(50, 9);
    expect(upper).toBeCloseTo(950, 9);
    expect(plainPercentileInterval(ranks, 0.9).lower).toBeCloseTo(1 + 998 * 0.05, 9);
    const few = percentileInterval([3, 1, 2], 0.95); // ranks 0.1 and 3.9
    expect([few.lower, few.upper]).toEqual([1, 3]);
  });

  it("interpolate on the normal scale", () => {
    // Rank 1.5 of 3: between the quantiles of 1/4 and 2/4, at that of 3/8.
    const share = -0.318639363964375 / -0.674489750196082; // z(3/8)/z(1/4)
    expect(percentileInterval([0, 1, 7], 0.25).lower).toBeCloseTo(1 - share, 12);
  });

  it("move and stretch with the estimate and the replicates", () => {
    const shift = fc.double({ min: -100, max: 100, noNaN: true });
    const scale = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(shift, scale, level, (a, b, l) => {
        const moved = replicates.map((x) => a + b * x);
        const errors = replicates.map((x) => 0.5 + Math.abs(x - 5));
        const pairs = [
          [percentileInterval(replicates, l), percentileInterval(moved, l)],
          [basicInterval(5.1, replicates, l), basicInterval(a + b * 5.1, moved, l)],
          [normalInterval(5.1, replicates, l), normalInterval(a + b * 5.1, moved, l)],
          [
            bcaInterval(5.1, replicates, influence, l),
            bcaInterval(
              a + b * 5.1,
              moved,
              influence.map((x) => b * x),
              l,
            ),
          ],
          [
            studentizedInterval(5.1, 0.7, replicates, errors, l),
            studentizedInterval(
              a + b * 5.1,
              b * 0.7,
              moved,
              errors.map((x) => b * x),
              l,
            ),
          ],
        ] as const;
        for (const [here, there] of pairs) {
          const slack = 1e-9 * (Math.abs(a) + 10 * b);
          expect(Math.abs(there.lower - a - b * here.lower)).toBeLessThan(slack);
          expect(Math.abs(there.upper - a - b * here.upper)).toBeLessThan(slack);
          expect(here.lower).toBeLessThanOrEqual(here.upper);
        }
      }),
    );
  });

  it("mirror: basic is percentile turned about the estimate", () => {
    const straight = percentileInterval(replicates, 0.9);
    const turned = basicInterval(5.2, replicates, 0.9);
    expect(turned.lower).toBeCloseTo(10.4 - straight.upper, 12);
    expect(turned.upper).toBeCloseTo(10.4 - straight.lower, 12);
  });

  it("are the percentile interval when BCa has nothing to correct", () => {
    const even = Array.from({ length: 1000 }, (_, i) => i); // half below 500
    const bca = bcaInterval(500, even, [-1, 1], 0.95);
    const plain = percentileInterval(even, 0.95);
    expect(bca).toMatchObject({ z0: 0, acceleration: 0 });
    expect(bca.lower).toBeCloseTo(plain.lower, 9);
    expect(bca.upper).toBeCloseTo(plain.upper, 9);
  });

  it("shift towards the estimate's side of the replicates", () => {
    const low = bcaInterval(4.5, replicates, influence, 0.95); // most replicates above
    expect(low.z0).toBeLessThan(0);
    expect(low.shares[0]).toBeLessThan(0.025);
    expect(low.shares[1]).toBeLessThan(0.975);
    const skew = bcaInterval(5, replicates, [-1, -1, -1, 3], 0.95);
    expect(skew.acceleration).toBeCloseTo(24 / (6 * 12 ** 1.5), 15);
  });

  it("say why there are no BCa limits", () => {
    const oneSided = bcaInterval(-9, replicates, influence, 0.95);
    expect(oneSided).toMatchObject({ note: "z0_infinite", lower: Number.NaN, upper: Number.NaN });
    const flat = bcaInterval(5, replicates, [0, 0, 0], 0.95);
    expect(flat).toMatchObject({ note: "acceleration_undefined", lower: Number.NaN });
    expect(bcaInterval(5, replicates, [1, Number.NaN], 0.95).note).toBe("acceleration_undefined");
  });

  it("leave out replicates without a value", () => {
    const holes = [Number.NaN, ...replicates, Number.NaN, Number.POSITIVE_INFINITY];
    expect(percentileInterval(holes, 0.9)).toEqual(percentileInterval(replicates, 0.9));
    expect(normalInterval(5, holes, 0.9)).toEqual(normalInterval(5, replicates, 0.9));
    expect(() => percentileInterval([Number.NaN], 0.9)).toThrow(
      "needs finite replicates; got none",
    );
  });

  it("studentized is Student's t interval when the scores are those of t", () => {
    const scores = [-3, -2, -1, 0, 1, 2, 3];
    const errors = scores.map((_, i) => 1 + i);
    const values = scores.map((z, i) => 10 + z * errors[i]!);
    const { lower, upper } = studentizedInterval(10, 2, values, errors, 0.75); // ranks 1 and 7
    expect([lower, upper]).toEqual([10 - 2 * 3, 10 + 2 * 3]);
  });
});
