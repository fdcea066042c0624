import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuadratureRule } from "../../src/numeric/index.js";
import { gaussHermite, gaussLegendre, integrate } from "../../src/numeric/index.js";

const sumOf = ({ nodes, weights }: QuadratureRule, f: (x: number) => number): number =>
  nodes.reduce((sum, x, i) => sum + weights[i]! * f(x), 0);

describe("gaussLegendre", () => {
  it("is exact for polynomials of degree 2n − 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (n, seed) => {
        const degree = seed % (2 * n);
        const truth = degree % 2 === 1 ? 0 : 2 / (degree + 1);
        expect(Math.abs(sumOf(gaussLegendre(n), (x) => x ** degree) - truth)).toBeLessThan(1e-14);
      }),
    );
  });

  it("misses the degree 2n", () => {
    expect(Math.abs(sumOf(gaussLegendre(3), (x) => x ** 6) - 2 / 7)).toBeGreaterThan(1e-3);
  });

  it("gives the nodes of two points and keeps its rules", () => {
    expect(gaussLegendre(2).nodes[1]).toBeCloseTo(1 / Math.sqrt(3), 15);
    expect(gaussLegendre(2)).toBe(gaussLegendre(2));
  });
});

describe("gaussHermite", () => {
  it("gives the moments of the normal distribution", () => {
    for (const n of [5, 20, 100]) {
      const mean = (g: (z: number) => number): number =>
        sumOf(gaussHermite(n), (x) => g(Math.SQRT2 * x)) / Math.sqrt(Math.PI);
      for (const [power, moment] of [1, 0, 1, 0, 3, 0, 15, 0, 105].entries()) {
        expect(mean((z) => z ** power)).toBeCloseTo(moment, 11);
      }
    }
    const characteristic = sumOf(gaussHermite(30), Math.cos) / Math.sqrt(Math.PI);
    expect(characteristic).toBeCloseTo(Math.exp(-0.25), 14);
  });

  it("refuses more nodes than weights can hold", () => {
    expect(() => gaussHermite(0)).toThrow("gaussHermite: needs 1 to 500 nodes; got 0");
    expect(() => gaussHermite(501)).toThrow("got 501");
    const { weights } = gaussHermite(200);
    expect(weights.every((w) => w >= 0)).toBe(true);
    expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(Math.sqrt(Math.PI), 12);
  });
});

describe("integrate", () => {
  const cases: [string, (x: number) => number, number, number, number, number[]?][] = [
    ["a smooth function", Math.exp, 0, 1, Math.E - 1],
    [
      "a whole line",
      (x) => Math.exp(-x * x),
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Math.sqrt(Math.PI),
    ],
    ["a half line", (x) => Math.exp(-x), 2, Number.POSITIVE_INFINITY, Math.exp(-2)],
    ["the other half", (x) => Math.exp(x), Number.NEGATIVE_INFINITY, -1, Math.exp(-1)],
    [
      "a heavy tail",
      (x) => 1 / (1 + x * x),
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Math.PI,
    ],
    ["an infinite end", (x) => 1 / Math.sqrt(x), 0, 1, 2],
    ["a bend", (x) => Math.abs(x - 0.3), 0, 1, 0.29, [0.3]],
    [
      "a narrow peak between breaks",
      (x) => Math.exp(-1e8 * (x - 0.3) ** 2),
      0,
      1,
      1e-4 * Math.sqrt(Math.PI),
      [0.299, 0.3, 0.301],
    ],
    ["nothing", Math.exp, 1, 1, 0],
  ];
  for (const [what, f, lower, upper, truth, breaks = []] of cases) {
    it(`holds ${what} to its tolerance, and says so`, () => {
      const { value, error, converged } = integrate(f, lower, upper, { breaks });
      expect(converged).toBe(true);
      expect(Math.abs(value - truth)).toBeLessThanOrEqual(2e-12 * Math.abs(truth));
      expect(error).toBeLessThanOrEqual(1e-12 * Math.abs(value));
    });
  }

  it("changes its sign with its direction", () => {
    expect(integrate(Math.exp, 1, 0).value).toBe(-integrate(Math.exp, 0, 1).value);
  });

  it("says when it did not converge", () => {
    expect(integrate((x) => 1 / x, 0, 1).converged).toBe(false);
    expect(integrate(() => Number.NaN, 0, 1)).toMatchObject({
      value: Number.NaN,
      converged: false,
    });
    expect(() => integrate(Math.exp, Number.NaN, 1)).toThrow(
      "integrate: needs ends that are numbers",
    );
  });
});
