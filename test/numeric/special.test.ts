import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digamma, erf, erfc, lgamma, logChoose } from "../../src/numeric/index.js";

const EULER = 0.5772156649015329;
const positive = fc.double({ min: -8, max: 6, noNaN: true }).map((e) => 10 ** e);

/** Relative distance of a from b. */
function off(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.abs(b);
}

describe("lgamma", () => {
  it("gives factorials and Γ(½) = √π", () => {
    expect(off(lgamma(0.5), 0.5 * Math.log(Math.PI))).toBeLessThan(1e-15);
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      expect(Math.abs(lgamma(n) - Math.log(factorial))).toBeLessThan(2e-14);
      factorial *= n;
    }
  });

  it("keeps its relative precision beside the roots 1 and 2", () => {
    // Taylor: ln Γ(1 + e) = −γe + π²e²/12 …, ln Γ(2 + e) = (1 − γ)e + …
    for (const e of [2 ** -40, -(2 ** -40)]) {
      expect(off(lgamma(1 + e), -EULER * e + (Math.PI ** 2 / 12) * e * e)).toBeLessThan(1e-14);
      expect(off(lgamma(2 + e), (1 - EULER) * e)).toBeLessThan(1e-12);
    }
    expect(lgamma(1)).toBe(0);
    expect(lgamma(2)).toBe(0);
  });

  it("follows Γ(x + 1) = xΓ(x)", () => {
    fc.assert(
      fc.property(positive, (x) => {
        const scale = Math.abs(lgamma(x)) + Math.abs(Math.log(x)) + 0.1; // x + 1 is rounded
        return Math.abs(lgamma(x + 1) - lgamma(x) - Math.log(x)) <= 1e-14 * scale;
      }),
    );
  });
});

describe("digamma", () => {
  it("gives −γ at 1 and −γ − 2 ln 2 at ½", () => {
    expect(digamma(1)).toBeCloseTo(-EULER, 14);
    expect(digamma(0.5)).toBeCloseTo(-EULER - 2 * Math.LN2, 14);
  });

  it("follows ψ(x + 1) = ψ(x) + 1/x", () => {
    fc.assert(
      fc.property(positive, (x) => {
        const scale = Math.abs(digamma(x)) + 1 / x + 1;
        return Math.abs(digamma(x + 1) - digamma(x) - 1 / x) <= 1e-14 * scale;
      }),
    );
  });

  it("is the slope of lgamma", () => {
    for (const x of [0.3, 1.4616, 2.2, 9.9, 10.1, 250]) {
      const h = 1e-5 * x;
      expect((lgamma(x + h) - lgamma(x - h)) / (2 * h)).toBeCloseTo(digamma(x), 8);
    }
  });
});

describe("erf and erfc", () => {
  it("are odd, and add to 1", () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        expect(erf(-x) === -erf(x)).toBe(true);
        expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(4e-16);
        expect(Math.abs(erfc(-x) + erfc(x) - 2)).toBeLessThan(4e-16);
      }),
    );
  });

  it("meet where their methods change", () => {
    for (const x of [1, 25]) {
      const [below, above] = [x * (1 - 2 ** -50), x * (1 + 2 ** -50)];
      expect(off(erf(below), erf(above))).toBeLessThan(4e-15);
      const slope = 4 * x * x * 2 ** -50; // d ln erfc(x) ≈ −2x dx
      expect(off(erfc(below), erfc(above))).toBeLessThan(slope + 4e-15);
    }
  });

  it("reach the smallest double and end there", () => {
    expect(erfc(27.2)).toBeGreaterThan(0);
    expect(erfc(28)).toBe(0);
    expect(erfc(1e300)).toBe(0);
  });
});

describe("logChoose", () => {
  it("gives Pascal's triangle", () => {
    const rows = [[1]];
    for (let n = 1; n <= 30; n++) {
      const last = rows[n - 1]!;
      rows.push([...last, 0].map((x, k) => x + (last[k - 1] ?? 0)));
    }
    for (const [n, row] of rows.entries()) {
      for (const [k, ways] of row.entries()) {
        expect(Math.abs(logChoose(n, k) - Math.log(ways)), `${n}, ${k}`).toBeLessThan(2e-14);
      }
    }
  });

  it("keeps its precision for large n, where log-gammas cancel", () => {
    const n = 1e12;
    expect(off(logChoose(n, 2), Math.log(n) + Math.log((n - 1) / 2))).toBeLessThan(1e-15);
    expect(logChoose(5, 6)).toBe(Number.NEGATIVE_INFINITY);
  });
});
