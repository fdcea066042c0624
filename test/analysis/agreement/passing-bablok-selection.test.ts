import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listedSlopes } from "../../../src/analysis/agreement/passing-bablok-direct.js";
import { selectedSlopes } from "../../../src/analysis/agreement/passing-bablok-selection.js";
import { rankedSlopes } from "../../../src/analysis/agreement/passing-bablok-slopes.js";
import { type Random, seeded } from "../../../src/numeric/index.js";

type Point = (random: Random) => readonly [number, number];

const MEASURED: Point = (random) => {
  const truth = 40 + 5 * random.normal();
  return [truth + random.normal(), truth + random.normal()];
};
const rounded =
  (unit: number): Point =>
  (random) => {
    const [x, y] = MEASURED(random);
    return [Math.round(x * unit) / unit, Math.round(y * unit) / unit];
  };
const along =
  (line: (x: number) => number): Point =>
  (random) => {
    const x = Math.round(2000 * random.uniform()) / 10;
    return [x, line(x)];
  };

/** Clouds that ties, rounding or size make hard. */
const CLOUDS: Readonly<Record<string, Point>> = {
  "no ties": MEASURED,
  "one decimal": rounded(10),
  "whole numbers": rounded(1),
  "a far offset": (random) => MEASURED(random).map((v) => v + 2 ** 30) as [number, number],
  "a line of rounding errors": along((x) => 1.1 * x),
  "slopes of −1": along((x) => 10 - x),
  "two values of x": (random) => [random.integer(2), random.integer(5) * 0.1 - 33.3],
  thirds: (random) => [3 * random.integer(3), random.integer(50) * 0.1 - 33.3],
  "both signs and scales": (random) => [random.normal() * 1e-3, random.normal() * 1e6],
};

function cloud(point: Point, seed: number, n: number): [number[], number[]] {
  const random = seeded(seed);
  const points = Array.from({ length: n }, () => point(random));
  return [points.map(([x]) => x), points.map(([, y]) => y)];
}

const THRESHOLDS = [-2, -1 - Number.EPSILON, -1, -Number.MIN_VALUE, 0, 0.3, 1, 1.1];

function agree(x: number[], y: number[], random: Random): void {
  const [listed, selected] = [listedSlopes(x, y), selectedSlopes(x, y)];
  expect(selected.steep).toEqual(listed.steep);
  expect(selected.count).toBe(listed.count);
  expect(selected.countsAtMost(THRESHOLDS)).toEqual(listed.countsAtMost(THRESHOLDS));
  const { count } = listed;
  if (count === 0) return;
  const middle = (count + 1) >> 1;
  const drawn = Array.from({ length: 6 }, () => 1 + random.integer(count));
  for (const ranks of [[1], [count], [middle, Math.min(count, middle + 1)], drawn]) {
    expect(selected.ofRanks(ranks)).toEqual(listed.ofRanks(ranks));
  }
}

describe("selectedSlopes", () => {
  for (const [name, point] of Object.entries(CLOUDS)) {
    it(`gives the very slopes that listing all pairs gives: ${name}`, () => {
      for (const n of [3, 40, 130, 320]) agree(...cloud(point, n, n), seeded(n));
    });
  }

  it("gives them for any points of a coarse grid, in any order", () => {
    const values = fc.array(fc.integer({ min: -4, max: 9 }), { minLength: 100, maxLength: 110 });
    fc.assert(
      fc.property(values, values, fc.integer({ min: 1, max: 1000 }), (x, y, seed) => {
        const n = Math.min(x.length, y.length);
        agree(x.slice(0, n), y.slice(0, n), seeded(seed));
      }),
      { seed: 9, numRuns: 25 },
    );
  });

  it("gives them for points of any scale", () => {
    const value = fc
      .double({ min: -1000, max: 1000, noNaN: true })
      .filter((v) => v === 0 || Math.abs(v) > 1e-60);
    const values = fc.array(value, { minLength: 100, maxLength: 110 });
    fc.assert(
      fc.property(values, values, fc.integer({ min: 1, max: 1000 }), (x, y, seed) => {
        const n = Math.min(x.length, y.length);
        agree(x.slice(0, n), y.slice(0, n), seeded(seed));
      }),
      { seed: 10, numRuns: 25 },
    );
  });
});

describe("rankedSlopes", () => {
  it("drops slopes of −1 at any number of points", () => {
    const n = 3000;
    const x = Array.from({ length: n }, (_, i) => i);
    const y = x.map((value) => -value);
    y[0] = 7;
    const { count, offset, kendallTau } = rankedSlopes(x, y);
    // Of the pairs with the first point, −1 − 7/x is below −1 for all.
    expect([count, offset, kendallTau]).toEqual([n - 1, n - 1, -1]);
  });
});
