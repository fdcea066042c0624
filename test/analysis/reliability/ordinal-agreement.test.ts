import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryPositions, ordinalAgreement } from "../../../src/analysis/index.js";

const sizes = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 30 });

describe("ordinalAgreement", () => {
  it("counts steps between device sizes", () => {
    const SIZES = [20, 24, 27, 31, 35];
    const planned = categoryPositions([20, 24, 27, 31, 35], SIZES);
    const implanted = categoryPositions([20, 27, 27, 27, 20], SIZES);
    const got = ordinalAgreement(planned, implanted);
    expect([got.same.value, got.withinOne.value]).toEqual([0.4, 0.8]);
    expect([got.over, got.under, got.meanStep]).toEqual([1, 2, (1 - 1 - 4) / 5]);
    expect(got.signTest).toBe(1);
  });

  it("turns round when the ratings swap", () => {
    fc.assert(
      fc.property(sizes, (list) => {
        const [x, y] = [list.map(([a]) => a), list.map(([, b]) => b)];
        const one = ordinalAgreement(x, y);
        const other = ordinalAgreement(y, x);
        expect([other.over, other.under]).toEqual([one.under, one.over]);
        expect(other.meanStep).toBeCloseTo(-one.meanStep, 14);
        expect(other.signTest).toBe(one.signTest);
        expect(other.same).toEqual(one.same);
        expect(other.withinOne).toEqual(one.withinOne);
      }),
    );
  });

  it("has R's binom.test for over against under", () => {
    // R 4.2: binom.test(1, 9)$p.value
    const got = ordinalAgreement([1, 1, 1, 1, 1, 1, 1, 1, 3], [2, 2, 2, 2, 2, 2, 2, 2, 1]);
    expect(got.signTest).toBeCloseTo(0.0390625, 14);
  });

  it("has nothing to test where all ratings are equal", () => {
    const got = ordinalAgreement([1, 2], [1, 2]);
    expect([got.over, got.under, got.signTest]).toEqual([0, 0, 1]);
  });
});
