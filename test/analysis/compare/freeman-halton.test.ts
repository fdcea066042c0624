import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherTest, freemanHaltonTest } from "../../../src/analysis/index.js";

const count = fc.integer({ min: 0, max: 12 });

describe("freemanHaltonTest", () => {
  it("of two rows and columns is Fisher's test", () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        fc.pre(a + b + c + d > 0);
        const table = [
          [a, b],
          [c, d],
        ] as const;
        expect(freemanHaltonTest(table).p).toBeCloseTo(fisherTest(table).p, 10);
      }),
    );
  });

  it("does not change when rows or columns swap places, or become each other", () => {
    const table = [
      [3, 0, 5, 2],
      [1, 4, 0, 6],
      [2, 2, 2, 0],
    ];
    // R 4.2: fisher.test(table)$p.value
    const { p } = freemanHaltonTest(table);
    expect(p).toBeCloseTo(0.00672651646485981, 12);
    expect(freemanHaltonTest(table.toReversed()).p).toBeCloseTo(p, 12);
    const turned = table[0]!.map((_, j) => table.map((row) => row[j]!));
    expect(freemanHaltonTest(turned).p).toBeCloseTo(p, 12);
  });

  it("keeps the digits of a far tail", () => {
    // Only the six tables with one full cell in every row and column are this rare.
    const table = [
      [20, 0, 0],
      [0, 20, 0],
      [0, 0, 20],
    ];
    const ways = 6 / Number(577831214478475823831865900n); // over 60!/(20!)³
    expect(freemanHaltonTest(table).p / ways).toBeCloseTo(1, 10);
  });

  it("gives up on too many tables, with a note", () => {
    const table = Array.from({ length: 7 }, (_, i) =>
      Array.from({ length: 7 }, (_, j) => 20 + ((i * j) % 5)),
    );
    expect(freemanHaltonTest(table)).toMatchObject({ p: Number.NaN, note: "too-many-tables" });
  });
});
