import { describe, expect, it } from "vitest";
import { friedmanTest } from "../../../src/analysis/index.js";

describe("friedmanTest", () => {
  it("reaches its largest value where every row ranks the columns alike", () => {
    const rows = [
      [1, 2, 3],
      [10, 20, 30],
      [5, 6, 9],
      [0, 1, 7],
    ];
    const { statistic, df, meanRanks } = friedmanTest(rows);
    expect(statistic).toBeCloseTo(4 * 2, 12); // n(k − 1)
    expect([df, ...meanRanks]).toEqual([2, 1, 2, 3]);
  });

  it("does not mind what is added to a row", () => {
    const rows = [
      [3, 1, 2],
      [1, 1, 2],
      [2, 3, 1],
    ];
    const shifted = rows.map((row, i) => row.map((value) => value + 100 * i));
    expect(friedmanTest(shifted)).toEqual(friedmanTest(rows));
  });

  it("says so where no row has a difference", () => {
    const { statistic, p, note } = friedmanTest([
      [1, 1],
      [2, 2],
    ]);
    expect([statistic, p, note]).toEqual([Number.NaN, Number.NaN, "zero-variance"]);
  });

  it("refuses rows of different lengths", () => {
    const rows = [
      [1, 2, 3],
      [1, 2],
    ];
    expect(() => friedmanTest(rows)).toThrow(
      "friedmanTest: needs rows of one length; row 1 has 2, row 0 3",
    );
  });
});
