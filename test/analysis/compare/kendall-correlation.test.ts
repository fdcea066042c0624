import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kendallCorrelation } from "../../../src/analysis/index.js";

const column = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 8, maxLength: 8 });

describe("kendallCorrelation", () => {
  it("sees the order of the values only, and turns with a sign", () => {
    fc.assert(
      fc.property(column, column, (x, y) => {
        fc.pre(new Set(x).size > 1 && new Set(y).size > 1);
        const got = kendallCorrelation(x, y);
        expect(
          kendallCorrelation(
            x.map((v) => v ** 3),
            y,
          ),
        ).toEqual(got);
        const turned = kendallCorrelation(
          x,
          y.map((v) => -v),
        );
        expect([turned.concordant, turned.z]).toEqual([got.discordant, 0 - got.z]);
        expect(Math.abs(got.tauB.value)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has an exact p without ties only", () => {
    expect(kendallCorrelation([1, 2, 3, 4], [2, 4, 6, 8]).exact).toBeCloseTo(2 / 24, 14);
    expect(kendallCorrelation([1, 2, 3, 4], [2, 4, 6, 6]).exact).toBeNaN();
  });

  it("has no interval for four subjects", () => {
    const got = kendallCorrelation([1, 2, 3, 4], [2, 1, 4, 3]);
    expect([got.note, got.tauB.ci.upper]).toEqual(["too-few-for-interval", Number.NaN]);
  });
});
