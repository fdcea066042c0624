import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { permutationProductNull } from "../../../src/analysis/compare/permutation-product-null.js";
import { spearmanCorrelation } from "../../../src/analysis/index.js";

describe("spearmanCorrelation", () => {
  it("sees the order of the values only", () => {
    const column = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(column, column, (x, y) => {
        const grown = x.map((v) => Math.exp(v / 5));
        expect(spearmanCorrelation(grown, y)).toEqual(spearmanCorrelation(x, y));
        const turned = spearmanCorrelation(
          x.map((v) => -v),
          y,
        );
        expect(turned.rho.value).toBeCloseTo(-spearmanCorrelation(x, y).rho.value, 12);
        expect(turned.exact).toBeCloseTo(spearmanCorrelation(x, y).exact, 12);
      }),
    );
  });

  it("gives R's exact p, and none beyond twelve pairs", () => {
    // R 4.2: cor.test(1:7, c(2, 1, 4, 3, 7, 6, 5), method = "spearman")$p.value
    const { exact } = spearmanCorrelation([1, 2, 3, 4, 5, 6, 7], [2, 1, 4, 3, 7, 6, 5]);
    expect(exact).toBeCloseTo(0.04801587, 8);
    const many = Array.from({ length: 13 }, (_, i) => i);
    expect(spearmanCorrelation(many, many.toReversed()).exact).toBeNaN();
  });
});

describe("permutationProductNull", () => {
  it("counts what listing every order counts, ties and all", () => {
    const [x, y] = [
      [1.5, 1.5, 3, 4],
      [1, 2.5, 2.5, 4],
    ];
    const orders = (left: readonly number[]): number[][] =>
      left.length === 0
        ? [[]]
        : left.flatMap((one, i) => orders(left.toSpliced(i, 1)).map((rest) => [one, ...rest]));
    const sums = orders(y).map((order) => order.reduce((sum, v, i) => sum + v * x[i]!, 0));
    const { atMost, atLeast } = permutationProductNull(x, y);
    for (const sum of sums) {
      expect(atMost(sum)).toBeCloseTo(sums.filter((s) => s <= sum).length / 24, 12);
      expect(atLeast(sum)).toBeCloseTo(sums.filter((s) => s >= sum).length / 24, 12);
    }
  });
});
