import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bfgs, type Minimum, nelderMead, type Objective } from "../../src/numeric/index.js";

const rosenbrock: Objective = ([x, y]) => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2;
const searches: [string, (f: Objective, start: readonly number[]) => Minimum, number][] = [
  ["nelderMead", nelderMead, 1e-4],
  ["bfgs", bfgs, 1e-6],
];

for (const [name, search, precision] of searches) {
  describe(name, () => {
    it("follows Rosenbrock's bent valley to its end", () => {
      const { at, converged, evaluations } = search(rosenbrock, [-1.2, 1]);
      expect(converged).toBe(true);
      expect(Math.abs(at[0]! - 1)).toBeLessThan(precision);
      expect(Math.abs(at[1]! - 1)).toBeLessThan(precision);
      expect(evaluations).toBeLessThan(500);
    });

    it("finds the maximum likelihood of a normal sample", () => {
      const sample = [1, 2, 3, 4, 7];
      const { at } = search(
        ([mean, logSd]) =>
          sample.reduce((sum, x) => sum + 0.5 * ((x - mean!) / Math.exp(logSd!)) ** 2 + logSd!, 0),
        [0, 0],
      );
      expect(at[0]).toBeCloseTo(3.4, precision < 1e-5 ? 6 : 4);
      expect(at[1]).toBeCloseTo(0.5 * Math.log(21.2 / 5), precision < 1e-5 ? 6 : 4);
    });

    it("finds the least of any bowl", () => {
      const centre = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
        minLength: 1,
        maxLength: 3,
      });
      fc.assert(
        fc.property(centre, (c) => {
          const bowl: Objective = (at) =>
            at.reduce((sum, x, i) => sum + (i + 1) * (x - c[i]!) ** 2, 3);
          const { at, converged } = search(
            bowl,
            c.map(() => 0),
          );
          expect(converged).toBe(true);
          for (const [i, x] of at.entries()) expect(Math.abs(x - c[i]!)).toBeLessThan(1e-3);
        }),
        { numRuns: 50 },
      );
    });

    it("keeps away from places that are not allowed", () => {
      const { at, converged } = search(([x]) => (x! > 0 ? x! - Math.log(x!) : Number.NaN), [5]);
      expect(converged).toBe(true);
      expect(at[0]).toBeCloseTo(1, 3);
    });

    it("says when there is no minimum", () => {
      expect(search(([x]) => -x!, [0]).converged).toBe(false);
    });

    it("leaves its start alone, and refuses one without a value", () => {
      const start = Object.freeze([-1.2, 1]);
      search(rosenbrock, start);
      expect(start).toEqual([-1.2, 1]);
      expect(() => search(() => Number.NaN, [1])).toThrow(
        `${name}: needs a start where the function is finite; got NaN`,
      );
      expect(() => search(rosenbrock, [])).toThrow(`${name}: needs at least one parameter`);
    });
  });
}

describe("bfgs with a gradient", () => {
  it("needs few evaluations of the function", () => {
    const gradient = ([x, y]: readonly number[]): number[] => [
      -400 * x! * (y! - x! * x!) - 2 * (1 - x!),
      200 * (y! - x! * x!),
    ];
    const { at, evaluations } = bfgs(rosenbrock, [-1.2, 1], { gradient });
    expect(at[0]).toBeCloseTo(1, 7);
    expect(evaluations).toBeLessThan(80);
  });
});
