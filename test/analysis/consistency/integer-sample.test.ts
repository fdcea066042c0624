import { describe, expect, it } from "vitest";
import { canHold, integerSample } from "../../../src/analysis/consistency/integer-sample.js";

const ones = Array.from({ length: 4 }, (_, i) => i - 1);
const quadruples = ones.flatMap((a) =>
  ones.flatMap((b) => ones.flatMap((c) => ones.map((d) => [a, b, c, d]))),
);
const sumOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0);
const squaresOf = (values: readonly number[]): number => sumOf(values.map((x) => x * x));

describe("integerSample", () => {
  it("finds a sample exactly where an enumeration of all finds one", () => {
    const scale = { least: -1, most: 2 };
    const possible = new Set(quadruples.map((all) => `${sumOf(all)} ${squaresOf(all)}`));
    for (let sum = -5; sum <= 9; sum++) {
      for (let squares = 0; squares <= 18; squares++) {
        const { sample, ended } = integerSample(4, { sum, squares }, scale);
        expect(ended).toBe(true);
        expect(sample !== undefined, `${sum} ${squares}`).toBe(possible.has(`${sum} ${squares}`));
        if (sample === undefined) continue;
        const values = sample.counts.flatMap((count, i) =>
          Array<number>(count).fill(sample.least + i),
        );
        expect([values.length, sumOf(values), squaresOf(values)]).toEqual([4, sum, squares]);
        expect(canHold(4, sum, squares, scale)).toBe(true);
      }
    }
  });

  it("knows that four integers of sum 0 have no sum of squares 28, and five have", () => {
    // A₃ is the face-centred cubic lattice: sums of three squares with an even sum; 28 = 4·7 is none.
    const scale = { least: -28, most: 28 };
    expect(integerSample(4, { sum: 0, squares: 28 }, scale).sample).toBeUndefined();
    expect(integerSample(5, { sum: 0, squares: 28 }, scale).sample).toBeDefined();
  });

  it("gives up after so many steps, saying so", () => {
    const scale = { least: -5000, most: 5000 };
    const search = integerSample(4, { sum: 0, squares: 28 * 4 ** 9 }, scale, { mostSteps: 100 });
    expect(search).toMatchObject({ ended: false });
    expect(search.sample).toBeUndefined();
  });
});
