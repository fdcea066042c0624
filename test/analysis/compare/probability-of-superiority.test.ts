import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mannWhitneyTest, probabilityOfSuperiority } from "../../../src/analysis/index.js";

const group = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 15 });

describe("probabilityOfSuperiority", () => {
  it("is the share of pairs won, inside its intervals, and turns round when the groups swap", () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const [one, other] = [probabilityOfSuperiority(x, y), probabilityOfSuperiority(y, x)];
        expect(one.value).toBeCloseTo(mannWhitneyTest(x, y).u1 / (x.length * y.length), 12);
        expect(other.value).toBeCloseTo(1 - one.value, 12);
        for (const method of ["newcombe", "logit", "wald"] as const) {
          const { lower, upper } = one[method];
          if (Number.isNaN(lower)) continue;
          expect(other[method].lower).toBeCloseTo(1 - upper, 9);
          expect(lower).toBeLessThanOrEqual(one.value + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(one.value - 1e-12);
        }
      }),
    );
  });

  it("keeps an interval for groups that do not overlap", () => {
    const got = probabilityOfSuperiority([5, 6, 7], [1, 2, 3, 4]);
    expect([got.value, got.note, got.brunnerMunzel.p]).toEqual([1, "no-variance", Number.NaN]);
    expect(got.newcombe.upper).toBe(1);
    expect(got.newcombe.lower).toBeGreaterThan(0.3);
    expect(got.newcombe.lower).toBeLessThan(0.7);
    expect(got.cliffDelta).toEqual({
      value: 1,
      newcombe: { lower: 2 * got.newcombe.lower - 1, upper: 1, level: 0.95 },
    });
  });
});
