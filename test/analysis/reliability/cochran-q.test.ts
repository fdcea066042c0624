import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cochranQ, mcNemarTest } from "../../../src/analysis/index.js";

const findings = (k: number, most: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.constantFrom(0, 1), { minLength: k, maxLength: k }), {
    minLength: 1,
    maxLength: most,
  });

describe("cochranQ", () => {
  it("is McNemar's test for two raters, exact p and all", () => {
    fc.assert(
      fc.property(findings(2, 25), (rows) => {
        const count = (a: number, b: number): number =>
          rows.filter((row) => row[0] === a && row[1] === b).length;
        const mcnemar = mcNemarTest([
          [count(1, 1), count(1, 0)],
          [count(0, 1), count(0, 0)],
        ]);
        const got = cochranQ(rows);
        fc.pre(got.note === undefined);
        expect(got.statistic).toBeCloseTo(mcnemar.chiSquare.statistic, 12);
        expect(got.p).toBeCloseTo(mcnemar.chiSquare.p, 12);
        expect(got.exact).toBeCloseTo(mcnemar.exact, 12);
      }),
    );
  });

  it("counts the permutations within subjects", () => {
    fc.assert(
      fc.property(findings(3, 5), (rows) => {
        const got = cochranQ(rows);
        fc.pre(got.note === undefined);
        expect(got.exact).toBeCloseTo(shareAsExtreme(rows), 12);
      }),
      { numRuns: 50 },
    );
  });

  it("does not change when raters or outcomes swap, nor for undisputed subjects", () => {
    fc.assert(
      fc.property(findings(4, 12), (rows) => {
        const one = cochranQ(rows);
        fc.pre(one.note === undefined);
        const others = [
          rows.map(([a, b, c, d]) => [c!, a!, d!, b!]),
          rows.map((row) => row.map((found) => 1 - found)),
          [...rows, [1, 1, 1, 1], [0, 0, 0, 0]],
        ].map((changed) => cochranQ(changed));
        for (const other of others) {
          expect(other.statistic).toBeCloseTo(one.statistic, 10);
          expect(other.exact).toBeCloseTo(one.exact, 10);
        }
      }),
    );
  });

  it("has an exact p of 72 subjects and three raters, and none where the walk is too long", () => {
    const rows = (n: number, k: number): number[][] =>
      Array.from({ length: n }, (_, i) =>
        Array.from({ length: k }, (_, j) => ((i * 7 + j * 3) % 5 < 2 + (j % 2) ? 1 : 0)),
      );
    const got = cochranQ(rows(72, 3));
    expect(got.exact).toBeGreaterThan(0);
    expect(Math.abs(got.exact - got.p)).toBeLessThan(0.02);
    expect(cochranQ(rows(60, 8)).exact).toBeNaN();
    expect(cochranQ(rows(60, 8)).p).toBeGreaterThan(0);
    expect(cochranQ(rows(9, 40)).exact).toBeNaN();
  });

  it("is not defined when every subject's findings are alike", () => {
    const got = cochranQ([
      [1, 1, 1],
      [0, 0, 0],
    ]);
    expect(got.note).toBe("constant-rows");
    expect([got.statistic, got.p, got.exact]).toEqual([NaN, NaN, NaN]);
    expect([...got.successes]).toEqual([1, 1, 1]);
  });

  it("refuses findings other than 0 and 1, with their place", () => {
    expect(() =>
      cochranQ([
        [0, 1],
        [1, 2],
      ]),
    ).toThrow("cochranQ: needs findings of 0 or 1; row 1, column 1 is 2");
  });
});

/** By brute force: every combination of the orders of each row, equally likely. */
function shareAsExtreme(rows: readonly number[][]): number {
  const squares = (list: readonly number[][]): number =>
    [0, 1, 2].reduce((sum, j) => sum + list.reduce((total, row) => total + row[j]!, 0) ** 2, 0);
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  let all: number[][][] = [[]];
  for (const row of rows) {
    all = all.flatMap((chosen) => orders.map((order) => [...chosen, order.map((j) => row[j]!)]));
  }
  const observed = squares(rows);
  return all.filter((list) => squares(list) >= observed).length / all.length;
}
