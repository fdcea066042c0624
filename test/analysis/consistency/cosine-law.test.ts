import { describe, expect, it } from "vitest";
import { cosineLaw, sizes } from "../../../src/analysis/consistency/cosine-law.js";
import { seeded } from "../../../src/numeric/index.js";

describe("cosineLaw", () => {
  it("holds every value of the box and is reached at its ends", () => {
    const random = seeded(2);
    for (let run = 0; run < 300; run++) {
      const span = (scale: number, from = 0): [number, number] => {
        const ends = [from + scale * random.uniform(), from + scale * random.uniform()];
        return [Math.min(...ends), Math.max(...ends)];
      };
      const [s1, s2, d] = [span(3, 0.1), span(3, 0.1), span(8, -4)];
      const [least, most] = cosineLaw(s1, s2, d);
      let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      const at = ([from, to]: readonly [number, number], i: number): number =>
        from + ((to - from) * i) / 20;
      for (let i = 0; i <= 20; i++) {
        for (let j = 0; j <= 20; j++) {
          const [a, b] = [at(s1, i), at(s2, j)];
          low = Math.min(low, (a * a + b * b + d[0]) / (2 * a * b));
          high = Math.max(high, (a * a + b * b + d[1]) / (2 * a * b));
        }
      }
      expect(least).toBeLessThanOrEqual(low + 1e-12);
      expect(low - least).toBeLessThan(0.1 + 0.05 * Math.abs(least)); // the grid comes near
      expect(most).toBeCloseTo(high, 10);
    }
  });

  it("has no bound where an SD may be 0", () => {
    expect(cosineLaw([0, 1], [1, 2], [-9, -4])[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(cosineLaw([0, 1], [0, 1], [0, 0])).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });
});

describe("sizes", () => {
  it("spans the moduli", () => {
    expect(sizes([-3, 2])).toEqual([0, 3]);
    expect(sizes([-3, -2])).toEqual([2, 3]);
  });
});
