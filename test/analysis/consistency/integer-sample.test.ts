import { describe, expect, it } from "vitest";
import { integerSample } from "../../../src/analysis/consistency/integer-sample.js";

describe("integerSample", () => {
  it("finds a sample exactly where an enumeration of all finds one", () => {
    const possible = new Set<string>();
    const values = [-1, 0, 1, 2];
    for (const a of values)
      for (const b of values)
        for (const c of values)
          for (const d of values) {
            const all = [a, b, c, d];
            possible.add(`${all.reduce((s, x) => s + x, 0)} ${all.reduce((s, x) => s + x * x, 0)}`);
          }
    for (let sum = -5; sum <= 9; sum++) {
      for (let squares = 0; squares <= 18; squares++) {
        const found = integerSample(4, sum, squares, { least: -1, most: 2 });
        expect(found !== undefined, `${sum} ${squares}`).toBe(possible.has(`${sum} ${squares}`));
        if (found === undefined) continue;
        const moments = found.counts.reduce(
          ([n, s, q], count, i) =>
            [n + count, s + count * (i - 1), q + count * (i - 1) ** 2] as const,
          [0, 0, 0] as readonly [number, number, number],
        );
        expect(moments).toEqual([4, sum, squares]);
      }
    }
  });
});
