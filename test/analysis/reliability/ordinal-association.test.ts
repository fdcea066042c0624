import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ordinalAssociation } from "../../../src/analysis/index.js";

const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 })), {
  minLength: 2,
  maxLength: 25,
});
const columns = (list: readonly [number, number][]): [number[], number[]] => [
  list.map(([x]) => x),
  list.map(([, y]) => y),
];

describe("ordinalAssociation", () => {
  it("gives Agresti's gamma of income and job satisfaction", () => {
    const table = [
      [1, 3, 10, 6],
      [2, 3, 10, 7],
      [1, 6, 14, 12],
      [0, 1, 9, 11],
    ]; // [@agresti2002] table 2.8: 1331 concordant, 849 discordant pairs, γ = 0.221, SE 0.117
    const list = table.flatMap((row, i) =>
      row.flatMap((count, j) => Array.from({ length: count }, (): [number, number] => [i, j])),
    );
    const got = ordinalAssociation(...columns(list));
    expect([got.n, got.concordant, got.discordant]).toEqual([96, 1331, 849]);
    expect(got.gamma.value).toBeCloseTo(0.221, 3);
    expect(got.gamma.standardError).toBeCloseTo(0.117, 3);
  });

  it("counts every pair of subjects once", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const want = { concordant: 0, discordant: 0, first: 0, second: 0, both: 0 };
        for (const [i, [x, y]] of list.entries()) {
          for (const [u, v] of list.slice(i + 1)) {
            const product = (x - u) * (y - v);
            if (product > 0) want.concordant++;
            else if (product < 0) want.discordant++;
            else if (x === u && y === v) want.both++;
            else if (x === u) want.first++;
            else want.second++;
          }
        }
        const got = ordinalAssociation(...columns(list));
        expect(got.concordant).toBe(want.concordant);
        expect(got.discordant).toBe(want.discordant);
        expect(got.tiedFirstOnly).toBe(want.first);
        expect(got.tiedSecondOnly).toBe(want.second);
        expect(got.tiedBoth).toBe(want.both);
      }),
    );
  });

  it("keeps under growing maps, turns sign under falling ones, and swaps but for Somers' D", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const [x, y] = columns(list);
        const one = ordinalAssociation(x, y);
        fc.pre(one.note === undefined && one.concordant + one.discordant > 0);
        const grown = ordinalAssociation(
          x.map((v) => v ** 3),
          y.map((v) => Math.sqrt(v)),
        );
        const fallen = ordinalAssociation(
          x.map((v) => -v),
          y,
        );
        const swapped = ordinalAssociation(y, x);
        for (const name of ["tauB", "gamma", "somersD"] as const) {
          expect(grown[name]).toEqual(one[name]);
          expect(fallen[name].value).toBeCloseTo(-one[name].value, 12);
          if (Math.abs(one[name].value) < 1) {
            expect(fallen[name].ci.upper).toBeCloseTo(-one[name].ci.lower, 12);
          }
        }
        expect(fallen.spearman).toBeCloseTo(-one.spearman, 12);
        expect(swapped.tauB.value).toBeCloseTo(one.tauB.value, 12);
        expect(swapped.tauB.standardError).toBeCloseTo(one.tauB.standardError, 12);
        expect(swapped.gamma.standardError).toBeCloseTo(one.gamma.standardError, 12);
        // τ-b² is the product of both Somers' D.
        const product = one.somersD.value * swapped.somersD.value;
        expect(one.tauB.value ** 2).toBeCloseTo(product, 12);
      }),
    );
  });

  it("has standard errors near the jackknife's", () => {
    const list = Array.from({ length: 150 }, (_, i): [number, number] => {
      const x = (i * 7) % 5;
      return [x, (x + ((i * 13) % 11 < 4 ? (i * 3) % 4 : 0)) % 6];
    });
    const all = ordinalAssociation(...columns(list));
    const left = list.map((_, i) => ordinalAssociation(...columns(list.toSpliced(i, 1))));
    for (const name of ["tauB", "gamma", "somersD"] as const) {
      const values = left.map((one) => one[name].value);
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      const square = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
      const jackknife = Math.sqrt((square * (values.length - 1)) / values.length);
      expect(Math.abs(all[name].standardError / jackknife - 1)).toBeLessThan(0.03);
    }
  });

  it("has no limits for a perfect order, and limits within [−1, 1] for any other", () => {
    const perfect = ordinalAssociation([1, 2, 3, 4], [2, 3, 4, 5]);
    expect([perfect.tauB.value, perfect.tauB.ci.lower]).toEqual([1, NaN]);
    const near = ordinalAssociation([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 6, 5]).gamma;
    expect(near.ci.lower).toBeGreaterThan(-1);
    expect(near.ci.lower).toBeLessThan(near.value);
    expect(near.ci.upper).toBeLessThanOrEqual(1);
  });

  it("notes a variable of one value", () => {
    const got = ordinalAssociation([2, 2, 2], [1, 2, 3]);
    expect(got.note).toBe("zero-variance");
    expect([got.tauB.value, got.spearman, got.somersD.value]).toEqual([NaN, NaN, NaN]);
    expect(got.tiedFirstOnly).toBe(3);
  });

  it("refuses a single pair", () => {
    expect(() => ordinalAssociation([1], [2])).toThrow(
      "ordinalAssociation: needs at least 2 pairs; got 1",
    );
  });
});
