import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bhapkarTest,
  bowkerTest,
  mcNemarTest,
  stuartMaxwellTest,
} from "../../../src/analysis/index.js";
import { reordered, squareTables, transposed } from "./tables.js";

/** Unaided vision of 7477 women, right eye by left, best to worst; Stuart 1955. */
const VISION = [
  [1520, 266, 124, 66],
  [234, 1512, 432, 78],
  [117, 362, 1772, 205],
  [36, 82, 179, 492],
];

describe("the tests of a square table", () => {
  it("give the values that the literature prints for the vision of 7477 women", () => {
    expect(stuartMaxwellTest(VISION).statistic).toBeCloseTo(11.96, 2);
    expect(bhapkarTest(VISION).statistic).toBeCloseTo(11.98, 2);
    const bowker = bowkerTest(VISION);
    expect(bowker.statistic).toBeCloseTo(19.11, 2);
    expect([bowker.df, bowker.fullDf, stuartMaxwellTest(VISION).df]).toEqual([6, 6, 3]);
  });

  it("are McNemar's for two categories", () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), (a, b, c, d) => {
        fc.pre(b + c > 0);
        const { chiSquare } = mcNemarTest([
          [a, b],
          [c, d],
        ]);
        const table = [
          [a, b],
          [c, d],
        ];
        expect(bowkerTest(table).statistic).toBeCloseTo(chiSquare.statistic, 10);
        expect(stuartMaxwellTest(table).statistic).toBeCloseTo(chiSquare.statistic, 10);
        expect(stuartMaxwellTest(table).p).toBeCloseTo(chiSquare.p, 10);
      }),
    );
  });

  it("do not ask which rater is first, nor in which order categories stand", () => {
    fc.assert(
      fc.property(squareTables(4), (table) => {
        for (const test of [bowkerTest, stuartMaxwellTest]) {
          const one = test(table);
          for (const changed of [transposed(table), reordered(table, [2, 0, 3, 1])]) {
            const other = test(changed);
            expect(other.statistic).toBeCloseTo(one.statistic, 8);
            expect(other.df).toBe(one.df);
          }
        }
      }),
    );
  });

  it("do not change for a category that nobody used", () => {
    const wider = [...VISION.map((row) => [...row, 0]), [0, 0, 0, 0, 0]];
    expect(stuartMaxwellTest(wider).statistic).toBeCloseTo(stuartMaxwellTest(VISION).statistic, 8);
    expect(stuartMaxwellTest(wider).df).toBe(3);
    expect(bowkerTest(wider).p).toBe(bowkerTest(VISION).p);
    expect(bowkerTest(wider).fullDf).toBe(10);
  });

  it("lose degrees of freedom when disputes do not link all categories", () => {
    const two = [
      [5, 3, 0, 0],
      [1, 4, 0, 0],
      [0, 0, 6, 5],
      [0, 0, 2, 7],
    ];
    const got = stuartMaxwellTest(two);
    expect(got.df).toBe(2);
    expect(got.statistic).toBeCloseTo(4 / 4 + 9 / 7, 12);
  });

  it("reach Infinity when every subject is disputed to one side", () => {
    const got = bhapkarTest([
      [0, 8],
      [0, 0],
    ]);
    expect([got.statistic, got.p]).toEqual([Number.POSITIVE_INFINITY, 0]);
    expect(
      stuartMaxwellTest([
        [0, 8],
        [0, 0],
      ]).statistic,
    ).toBeCloseTo(8, 12);
  });

  it("are not defined without a disputed subject", () => {
    for (const test of [bowkerTest, stuartMaxwellTest, bhapkarTest]) {
      const got = test([
        [4, 0],
        [0, 3],
      ]);
      expect(got.note).toBe("no-disagreement");
      expect([got.statistic, got.df, got.p]).toEqual([NaN, 0, NaN]);
    }
  });

  it("name themselves when they refuse", () => {
    expect(() =>
      bhapkarTest([
        [0, 0],
        [0, 0],
      ]),
    ).toThrow("bhapkarTest: needs at least one subject; got 0");
    expect(() =>
      bowkerTest([
        [1, 0.5],
        [0, 0],
      ]),
    ).toThrow("bowkerTest: needs integers of at least 0; row 0, column 1 is 0.5");
  });
});
