import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bivariateNormalCdf, normalCdf } from "../../src/numeric/index.js";

const off = (a: number, b: number): number => (a === b ? 0 : Math.abs(a / b - 1));
const place = fc.double({ min: -9, max: 9, noNaN: true });
const correlation = fc.oneof(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc
    .tuple(fc.constantFrom(-1, 1), fc.double({ min: -12, max: -2, noNaN: true }))
    .map(([sign, e]) => sign * (1 - 10 ** e)),
);

describe("bivariateNormalCdf", () => {
  it("gives 1/4 + asin(r)/2π at the origin", () => {
    fc.assert(
      fc.property(correlation, (r) => {
        const truth = 0.25 + Math.asin(r) / (2 * Math.PI);
        return Math.abs(bivariateNormalCdf(0, 0, r) - truth) < 1e-13;
      }),
    );
  });

  it("holds mpmath's values, in the tails and near correlation ±1", () => {
    const known = [
      [1, -1, 0.3, 0.1483382090574225],
      [-5, -5, 0.5, 8.247086432651668e-10],
      [-5, -5, -0.5, 3.432573480035108e-25],
      [2, 3, 0.999, 0.9772498680518208],
      [2, 1.9, 0.9999999, 0.971283440183998],
      [1, -0.999, -0.99999, 0.000563720786730737],
      [0.1, 0.2, -0.95, 0.1307430535889564],
    ] as const;
    for (const [x, y, r, truth] of known) {
      expect(off(bivariateNormalCdf(x, y, r), truth), `${x}, ${y}, ${r}`).toBeLessThan(2e-13);
    }
  });

  it("splits a half plane into two quadrants, and does not mind the order", () => {
    fc.assert(
      fc.property(place, place, correlation, (x, y, r) => {
        const below = bivariateNormalCdf(x, y, r);
        expect(bivariateNormalCdf(y, x, r)).toBe(below);
        const beside = bivariateNormalCdf(x, -y, -r);
        expect(Math.abs(below + beside - normalCdf(x))).toBeLessThan(1e-13);
      }),
    );
  });

  it("rises with the correlation", () => {
    const double = fc.double({ min: -0.99, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(place, place, double, (x, y, r) => {
        const more = bivariateNormalCdf(x, y, r + 0.09);
        return more >= bivariateNormalCdf(x, y, r) * (1 - 1e-11);
      }),
    );
  });

  it("is exact where one variable decides", () => {
    expect(bivariateNormalCdf(0.3, 1.2, 1)).toBe(normalCdf(0.3));
    expect(bivariateNormalCdf(-1, 0.5, -1)).toBe(0);
    expect(bivariateNormalCdf(-1, 1.5, -1)).toBeCloseTo(normalCdf(-1) - normalCdf(-1.5), 16);
    expect(bivariateNormalCdf(-0.4, Number.POSITIVE_INFINITY, 0.7)).toBe(normalCdf(-0.4));
    expect(bivariateNormalCdf(0.5, -1, 0)).toBe(normalCdf(0.5) * normalCdf(-1));
  });
});
