import { describe, expect, it } from "vitest";
import { aucVarianceRange } from "../../../src/analysis/index.js";

/** Every order of m cases and n controls, as groups of tied ones from the lowest score up. */
function* orders(m: number, n: number): Generator<[number, number][]> {
  if (m + n === 0) yield [];
  for (let a = 0; a <= m; a++) {
    for (let b = a === 0 ? 1 : 0; b <= n; b++) {
      for (const rest of orders(m - a, n - b)) yield [[a, b], ...rest];
    }
  }
}

/** Area and DeLong's variance of an order. */
function deLong(order: readonly [number, number][], m: number, n: number): [number, number] {
  const ofCases: number[] = [];
  const ofControls: number[] = [];
  let below = 0;
  let above = m;
  for (const [a, b] of order) {
    above -= a;
    for (let i = 0; i < a; i++) ofCases.push((below + b / 2) / n);
    for (let i = 0; i < b; i++) ofControls.push((above + a / 2) / m);
    below += b;
  }
  const area = ofCases.reduce((sum, one) => sum + one, 0) / m;
  const squares = (values: number[]) => values.reduce((sum, one) => sum + (one - area) ** 2, 0);
  return [area, squares(ofCases) / (m - 1) / m + squares(ofControls) / (n - 1) / n];
}

describe("aucVarianceRange", () => {
  it("holds DeLong's variance of every order of a few cases and controls, and is reached", () => {
    let [below, above] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const [m, n] of [
      [2, 2],
      [2, 5],
      [3, 4],
      [4, 3],
      [4, 4],
      [5, 5],
    ] as const) {
      for (const order of orders(m, n)) {
        const [area, variance] = deLong(order, m, n);
        const { lower, upper } = aucVarianceRange(Math.min(1, area), m, n);
        expect(variance - lower).toBeGreaterThan(-1e-12);
        expect(upper - variance).toBeGreaterThan(-1e-12);
        if (lower > 1e-9) below = Math.min(below, variance / lower);
        if (variance > 1e-9) above = Math.min(above, upper / variance);
      }
    }
    expect(below).toBeCloseTo(1, 9);
    expect(above).toBeCloseTo(1, 9);
  });

  it("knows no upper bound with one case, and no variance of a perfect area", () => {
    expect(aucVarianceRange(0.8, 1, 20)).toMatchObject({
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
    });
    expect(aucVarianceRange(1, 12, 20)).toMatchObject({ lower: 0, upper: 0 });
  });

  it("refuses what is no area", () => {
    expect(() => aucVarianceRange(1.2, 5, 5)).toThrow(
      "aucVarianceRange: needs an area from 0 to 1; got 1.2",
    );
    expect(() => aucVarianceRange(0.8, 0, 5)).toThrow("needs cases to be a positive integer");
  });
});
