import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierDecomposition } from "../../../src/analysis/index.js";

const tables = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 20 })), {
  minLength: 1,
  maxLength: 60,
});

describe("brierDecomposition", () => {
  it("adds up to Brier's score", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 12 }), (rows, groups) => {
        const y = rows.map(([outcome]) => outcome);
        const p = rows.map(([, twentieths]) => twentieths / 20);
        const got = brierDecomposition(y, p, { groups });
        const within = got.withinVariance - got.withinCovariance;
        const sum = got.reliability - got.resolution + got.uncertainty + within;
        expect(sum).toBeCloseTo(got.brier, 12);
        expect(got.groups).toBeLessThanOrEqual(groups);
      }),
      { seed: 11 },
    );
  });

  it("has nothing within groups of equal risks", () => {
    const got = brierDecomposition([1, 0, 1, 0, 0, 0], [0.8, 0.8, 0.8, 0.2, 0.2, 0.2], {
      groups: 2,
    });
    expect(got.groups).toBe(2);
    expect(got.withinVariance).toBeCloseTo(0, 15);
    expect(got.reliability).toBeCloseTo(((0.8 - 2 / 3) ** 2 + 0.2 ** 2) / 2, 12);
    expect(got.uncertainty).toBeCloseTo(2 / 9, 14);
  });
});
