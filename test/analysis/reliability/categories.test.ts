import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementTable, categoryPositions, fleissKappa } from "../../../src/analysis/index.js";

describe("agreementTable", () => {
  it("has a row and a column for each declared level, used or not", () => {
    const got = agreementTable(["S", "M", "M"], ["S", "S", "M"], ["S", "M", "L"]);
    expect(got).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [0, 0, 0],
    ]);
  });

  it("transposes when the raters swap", () => {
    const [a, b] = [
      [1, 2, 2, 3],
      [1, 1, 3, 3],
    ];
    const one = agreementTable(a, b, [1, 2, 3]);
    const other = agreementTable(b, a, [1, 2, 3]);
    expect(other).toEqual(one.map((_, i) => one.map((row) => row[i])));
  });

  it("tells the number 3 from the word 3", () => {
    expect(agreementTable([3, "3"], [3, "3"], [3, "3"])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(() => agreementTable(["3", "1"], ["1", "1"], [1, 3])).toThrow(
      'agreementTable: needs ratings among the declared levels; label 0 is "3"',
    );
  });
});

describe("categoryPositions", () => {
  it("counts from 0 in the order declared", () => {
    expect([...categoryPositions(["L", "S", "M"], ["S", "M", "L"])]).toEqual([2, 0, 1]);
  });

  it("finds numbers wherever they lie", () => {
    const levels = fc.uniqueArray(fc.integer({ min: -9000, max: 9000 }), { minLength: 2 });
    fc.assert(
      fc.property(levels, (declared) => {
        const got = categoryPositions([...declared].reverse(), declared);
        expect([...got]).toEqual(declared.map((_, i) => declared.length - 1 - i));
      }),
    );
  });
});

describe("ratings", () => {
  it("are refused with their place", () => {
    expect(() =>
      fleissKappa(
        [
          [1, 2],
          [1, 4],
        ],
        [1, 2, 3],
      ),
    ).toThrow("fleissKappa: needs ratings among the declared levels; row 1, column 1 is 4");
    expect(() =>
      fleissKappa(
        [
          [1, 2],
          [null, 2],
        ],
        [1, 2, 3],
      ),
    ).toThrow("fleissKappa: needs every rating; row 1, column 0 is null");
    expect(() => fleissKappa([[1, 2], [1]], [1, 2])).toThrow("row 1 has 1, row 0 2");
    expect(() => fleissKappa([], [1, 2])).toThrow("needs at least one subject; got 0");
    expect(() => fleissKappa([[1, 1]], [1, 1])).toThrow("needs each level once; got 1 again");
  });
});
