import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceSizeAgreement } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const SIZES = [20, 23, 26, 29, 34];
const COST = SIZES.map((_, i) => SIZES.map((_, j) => (i < j ? 2 * (j - i) : i - j)));
const rung = fc.integer({ min: 0, max: 4 });
const patients = fc.array(fc.tuple(rung, rung), { minLength: 1, maxLength: 40 });

describe("deviceSizeAgreement", () => {
  it("counts sizes, misses and costs of a table known by hand", () => {
    const got = deviceSizeAgreement([20, 23, 23, 29, 34, 26], [20, 26, 20, 29, 26, 26], SIZES, {
      cost: COST,
    });
    expect(got.exact.count).toBe(3);
    expect(got.withinOneSize.count).toBe(5);
    expect([got.tooLarge.count, got.tooSmall.count]).toEqual([2, 1]);
    expect(got.misses).toEqual({ count: 3, meanSteps: 2 / 6, p: 1 });
    expect(got.table[4]).toEqual([0, 0, 1, 0, 0]);
    expect(got.cost!.total).toBe(2 + 1 + 2);
    expect(got.cost!.mean.value).toBeCloseTo(5 / 6, 12);
  });

  it("turns its misses round when predicted and implanted swap", () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const [x, y] = [rows.map(([a]) => SIZES[a]!), rows.map(([, b]) => SIZES[b]!)];
        const turned = COST.map((row, i) => row.map((_, j) => COST[j]![i]!));
        const one = deviceSizeAgreement(x, y, SIZES, { cost: COST });
        const other = deviceSizeAgreement(y, x, SIZES, { cost: turned });
        expect(other.exact).toEqual(one.exact);
        expect(other.tooLarge).toEqual(one.tooSmall);
        expectClose(other.misses.p, one.misses.p, 12);
        expectClose(other.misses.meanSteps, -one.misses.meanSteps, 12);
        expectClose(other.cost!.kappa, one.cost!.kappa, 10);
      }),
      { seed: 11, numRuns: 50 },
    );
  });

  it("does not depend on what the sizes measure, only on their order", () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const of = (ladder: readonly number[]): unknown => {
          const { sizes, ...rest } = deviceSizeAgreement(
            rows.map(([a]) => ladder[a]!),
            rows.map(([, b]) => ladder[b]!),
            ladder,
          );
          return rest;
        };
        expect(of([1, 2, 3, 4, 5])).toEqual(of(SIZES));
      }),
      { seed: 11, numRuns: 30 },
    );
  });

  it("tests the direction by the sign test: five of five too large", () => {
    const got = deviceSizeAgreement([23, 23, 26, 26, 34, 20], [20, 20, 23, 23, 29, 20], SIZES);
    expect(got.misses.p).toBeCloseTo(2 / 2 ** 5, 14);
    expect(got.cost).toBeUndefined();
  });

  it("has no cost of chance, and no interval, where there is nothing to choose or one patient", () => {
    const same = deviceSizeAgreement([20, 20], [20, 20], SIZES, { cost: COST });
    expect(same.misses.p).toBe(1);
    expect([same.cost!.byChance, same.cost!.kappa]).toEqual([0, Number.NaN]);
    const one = deviceSizeAgreement([20], [23], SIZES, { cost: COST });
    expect(one.cost!.mean.value).toBe(2);
    expect(one.cost!.mean.ci.lower).toBeNaN();
  });

  it("refuses a size that is not on the ladder, naming it", () => {
    expect(() => deviceSizeAgreement([20], [21], SIZES)).toThrow(
      "deviceSizeAgreement: needs implanted sizes among 20, 23, 26, 29, 34; got 21",
    );
    expect(() => deviceSizeAgreement([], [], SIZES)).toThrow("needs at least 1 pairs; got 0");
  });
});
