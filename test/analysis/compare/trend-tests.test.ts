import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cochranArmitage, contingencyTable, linearByLinear } from "../../../src/analysis/index.js";

const arm = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }))
  .map(([count, others]) => ({ count, n: count + others }));

describe("tests for trend", () => {
  it("are Pearson's chi-square when there are two groups", () => {
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        fc.pre(a.count + b.count > 0);
        const table = [a, b].map(({ count, n }) => [count, n - count]);
        expect(cochranArmitage([a, b]).statistic).toBeCloseTo(
          contingencyTable(table).pearson.statistic,
          9,
        );
      }),
    );
  });

  it("see the spacing of the scores, not their unit", () => {
    fc.assert(
      fc.property(arm, arm, arm, (a, b, c) => {
        fc.pre(a.count + b.count + c.count > 0);
        const arms = [a, b, c];
        const plain = cochranArmitage(arms);
        const other = cochranArmitage(arms, { scores: [10, 30, 50] });
        expect(other.statistic).toBeCloseTo(plain.statistic, 9);
        expect(cochranArmitage(arms.toReversed()).correlation).toBeCloseTo(-plain.correlation, 10);
        const byTable = linearByLinear(arms.map(({ count, n }) => [n - count, count]));
        const n = a.n + b.n + c.n;
        expect(byTable.statistic).toBeCloseTo((plain.statistic * (n - 1)) / n, 9);
      }),
    );
  });

  it("note a margin of one category", () => {
    const got = cochranArmitage([
      { count: 0, n: 4 },
      { count: 0, n: 6 },
    ]);
    expect([got.note, got.p]).toEqual(["no-variance", Number.NaN]);
  });

  it("refuse scores for other groups than there are", () => {
    const arms = [
      { count: 1, n: 4 },
      { count: 0, n: 6 },
    ];
    expect(() => cochranArmitage(arms, { scores: [1, 2, 3] })).toThrow(
      "cochranArmitage: needs 2 scores; got 3",
    );
  });
});
