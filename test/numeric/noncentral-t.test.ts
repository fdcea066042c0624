import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  noncentralTCdf,
  noncentralTQuantile,
  noncentralTSurvival,
  noncentralTUpperQuantile,
  normalCdf,
  tCdf,
} from "../../src/numeric/index.js";

const place = fc.double({ min: -60, max: 60, noNaN: true });
const df = fc.double({ min: -0.7, max: 4, noNaN: true }).map((e) => 10 ** e);
const ncp = fc.double({ min: -40, max: 40, noNaN: true });

/** [t, df, ncp, P(T ≤ t), P(T > t)] by mpmath's quadrature with 30 digits. */
const MPMATH: readonly (readonly [number, number, number, number, number])[] = [
  [1, 0.5, 1, 0.3754786605032054, 0.6245213394967946],
  [0.01, 0.5, 5, 2.970855613467439e-7, 0.9999997029144387],
  [3, 0.3, -2, 0.9910975944959403, 0.008902405504059701],
  [5, 0.1, 3, 0.1666057015834479, 0.8333942984165521],
  [0.001, 2, 1, 0.1588698158880191, 0.8411301841119809],
  [-50, 5, 10, 7.220102169975174e-35, 1],
  [1e4, 3, 2, 0.9999999999806448, 1.935519401811163e-11],
  [5, 1, 37, 3.978310501703855e-13, 0.9999999999996022],
  [0.5, 200, 8, 3.233094804572526e-14, 0.9999999999999677],
  [1e6, 1, -2, 0.9999999932253995, 6.774600528336131e-9],
  [-1e8, 1.5, 0.5, 1.711743627654981e-13, 0.9999999999998288],
];

describe("the noncentral t", () => {
  for (const [t, k, delta, below, above] of MPMATH) {
    it(`holds both tails at ${t} with df ${k} and ncp ${delta}`, () => {
      expect(Math.abs(noncentralTCdf(t, k, delta) / below - 1)).toBeLessThan(1e-12);
      expect(Math.abs(noncentralTSurvival(t, k, delta) / above - 1)).toBeLessThan(1e-12);
    });
  }

  it("adds to 1, and mirrors with its ncp", () => {
    fc.assert(
      fc.property(place, df, ncp, (t, k, delta) => {
        const below = noncentralTCdf(t, k, delta);
        expect(Math.abs(below + noncentralTSurvival(t, k, delta) - 1)).toBeLessThan(1e-12);
        expect(noncentralTSurvival(-t, k, -delta)).toBe(below);
      }),
    );
  });

  it("falls with the ncp and rises with t", () => {
    fc.assert(
      fc.property(place, df, ncp, (t, k, delta) => {
        const here = noncentralTCdf(t, k, delta);
        expect(noncentralTCdf(t, k, delta + 0.5)).toBeLessThanOrEqual(here * (1 + 1e-11));
        expect(noncentralTCdf(t + 0.5, k, delta)).toBeGreaterThanOrEqual(here * (1 - 1e-11));
      }),
    );
  });

  it("meets Student's t as the ncp vanishes and the normal as df grows", () => {
    expect(noncentralTCdf(-7, 4, 1e-14)).toBeCloseTo(tCdf(-7, 4), 14);
    expect(noncentralTCdf(2, 5, 0)).toBe(tCdf(2, 5));
    expect(noncentralTCdf(2, 1e9, 3)).toBeCloseTo(normalCdf(-1), 8);
    expect(noncentralTCdf(2, Number.POSITIVE_INFINITY, 3)).toBe(normalCdf(-1));
    expect(noncentralTCdf(0, 7, 1.5)).toBe(normalCdf(-1.5));
  });

  it("holds beyond ncp 37.62, where R's pt is a normal approximation", () => {
    const t = 37.5;
    const step = 1e-3;
    const [below, here, above] = [38.62 - step, 38.62, 38.62 + step].map((d) =>
      noncentralTCdf(t, 367, d),
    ) as [number, number, number];
    expect(here).toBeGreaterThan(above);
    expect(below).toBeGreaterThan(here);
    expect(here).toBeCloseTo((below + above) / 2, 7); // no jump anywhere near
  });

  it("leads back from its quantiles in both tails", () => {
    const p = fc.double({ min: -60, max: -0.01, noNaN: true }).map((e) => 10 ** e);
    const fewer = fc.double({ min: 0, max: 4, noNaN: true }).map((e) => 10 ** e);
    fc.assert(
      fc.property(p, fewer, ncp, (chance, k, delta) => {
        const t = noncentralTQuantile(chance, k, delta);
        const slack = 1e-9 * (1 + Math.abs(delta)); // neighbouring doubles of t are that far apart
        expect(Math.abs(noncentralTCdf(t, k, delta) / chance - 1)).toBeLessThan(slack);
        const u = noncentralTUpperQuantile(chance, k, delta);
        expect(Math.abs(noncentralTSurvival(u, k, delta) / chance - 1)).toBeLessThan(slack);
      }),
      { numRuns: 25 },
    );
  });
});
