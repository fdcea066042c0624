import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanFromMedian } from "../../../src/analysis/index.js";

const five = { n: 24, min: 18, q1: 20.5, median: 23, q3: 27, max: 33 };

describe("meanFromMedian", () => {
  it("gives back mean and SD of normal quantiles in a large sample", () => {
    // quartiles of the normal distribution of mean 100 and SD 10
    const quarter = 6.744897501960817;
    const got = meanFromMedian({ n: 1e6, q1: 100 - quarter, median: 100, q3: 100 + quarter });
    expect(got.wan.mean).toBeCloseTo(100, 10);
    expect(got.luo).toBeCloseTo(100, 10);
    expect(got.wan.sd).toBeCloseTo(10, 4);
  });

  it("moves and stretches with the unit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), (n) => {
        const celsius = meanFromMedian({ ...five, n });
        const other = meanFromMedian({ n, min: 136, q1: 146, median: 156, q3: 172, max: 196 });
        expect(other.wan.mean).toBeCloseTo(4 * celsius.wan.mean + 64, 9);
        expect(other.wan.sd).toBeCloseTo(4 * celsius.wan.sd, 9);
        expect(other.luo).toBeCloseTo(4 * celsius.luo + 64, 9);
        expect(other.shi).toBeCloseTo(4 * celsius.shi, 9);
        expect(other.hozo.sd).toBeCloseTo(4 * celsius.hozo.sd, 9);
      }),
    );
  });

  it("does not guess from what is not known", () => {
    const { min, max, ...quartiles } = five;
    const got = meanFromMedian(quartiles);
    expect([got.scenario, got.shi, got.hozo.mean, got.hozo.sd]).toEqual([
      "quartiles",
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect(meanFromMedian({ n: 24, min, median: 23, max }).cochrane).toBeNaN();
  });

  it("refuses half a pair, values out of order and nothing but a median", () => {
    expect(() => meanFromMedian({ n: 24, min: 18, median: 23 })).toThrow(
      "meanFromMedian: needs both ends of range and quartiles; got min, median",
    );
    expect(() => meanFromMedian({ ...five, q1: 24 })).toThrow("ascending values; got 18, 24, 23");
    expect(() => meanFromMedian({ n: 24, median: 23 })).toThrow("range or quartiles; got neither");
  });
});
