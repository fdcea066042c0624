import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partialCorrelation, pearsonCorrelation } from "../../../src/analysis/index.js";

const X = [18.8, 21, 21.4, 19.2, 21.2, 20.4, 17.5];
const Y = [20.1, 21.7, 22.3, 20.4, 21.7, 19, 18.2];
const Z = [3, 1, 4, 1, 5, 9, 2];

describe("pearsonCorrelation", () => {
  it("does not see offset and unit, and turns with a sign", () => {
    const column = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(column, column, (x, y) => {
        fc.pre(new Set(x).size > 1 && new Set(y).size > 1);
        const { r } = pearsonCorrelation(x, y);
        const other = pearsonCorrelation(
          y,
          x.map((v) => 1e9 - 3 * v),
        ).r;
        expect(other.value).toBeCloseTo(-r.value, 9);
        expect(other.ci.lower).toBeCloseTo(-r.ci.upper, 6);
      }),
    );
  });

  it("is perfect on a line, though decimals round", () => {
    const x = [0.1, 0.2, 0.3, 0.7, 1.1];
    const got = pearsonCorrelation(
      x,
      x.map((v) => 1 - 0.3 * v),
    );
    expect([got.r.value, got.t, got.p]).toEqual([-1, Number.NEGATIVE_INFINITY, 0]);
    expect(got.r.ci).toEqual({ lower: -1, upper: -1, level: 0.95 });
  });

  it("has no interval for three pairs", () => {
    const got = pearsonCorrelation([1, 2, 4], [1, 3, 2]);
    expect([got.note, got.r.ci.lower]).toEqual(["too-few-for-interval", Number.NaN]);
  });

  it("refuses a constant column, naming it", () => {
    expect(() => pearsonCorrelation([1, 2, 3], [5, 5, 5])).toThrow(
      "pearsonCorrelation: needs columns that vary; all second values are 5",
    );
  });
});

describe("partialCorrelation", () => {
  it("is the textbook formula for one covariate", () => {
    const r = (a: number[], b: number[]): number => pearsonCorrelation(a, b).r.value;
    const [xy, xz, yz] = [r(X, Y), r(X, Z), r(Y, Z)];
    const expected = (xy - xz * yz) / Math.sqrt((1 - xz ** 2) * (1 - yz ** 2));
    const got = partialCorrelation(
      X,
      Y,
      Z.map((z) => [z]),
    );
    expect(got.r.value).toBeCloseTo(expected, 12);
    expect(got.df).toBe(4);
  });

  it("does not see the unit of a covariate", () => {
    const plain = partialCorrelation(
      X,
      Y,
      Z.map((z) => [z]),
    );
    const other = partialCorrelation(
      X,
      Y,
      Z.map((z) => [1e6 - 7 * z]),
    );
    expect(other.r.value).toBeCloseTo(plain.r.value, 9);
  });

  it("refuses covariates that determine a column", () => {
    const itself = X.map((x) => [2 * x + 1]);
    expect(() => partialCorrelation(X, Y, itself)).toThrow("that the covariates do not determine");
  });
});
