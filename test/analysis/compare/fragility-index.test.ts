import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherTest, fragilityIndex } from "../../../src/analysis/index.js";

// p-values: R's fisher.test(matrix(c(a, n1 - a, c, n2 - c), 2))$p.value

describe("fragilityIndex", () => {
  it("is 1 for 1 against 9 of 100, and 9 for 200 against 250 of 4000, the two trials of its paper", () => {
    const small = fragilityIndex({ count: 1, n: 100 }, { count: 9, n: 100 });
    expect(small).toMatchObject({ kind: "fragility", index: 1, least: 1, quotient: 1 / 200 });
    expect(small.p).toBeCloseTo(0.0184876798775, 12);
    expect(small.paths[0]).toMatchObject({ arm: "first", change: "gains-events", patients: 1 });
    expect(small.paths[0]!.p).toBeCloseTo(0.0582207175803, 12);
    const large = fragilityIndex({ count: 200, n: 4000 }, { count: 250, n: 4000 });
    expect(large.p).toBeCloseTo(0.0173335138428, 12);
    expect(large.index).toBe(9);
    expect(large.paths.map(({ arm, patients }) => [arm, patients])).toEqual([
      ["first", 9],
      ["second", 10],
    ]);
    expect(large.paths[0]!.first).toEqual({ count: 209, n: 4000 });
    expect(large.paths[0]!.p).toBeCloseTo(0.0543720926664, 10);
  });

  it("counts the other way when the comparison is not significant", () => {
    // 1 of 21 against 14 of 51: p = 0.052; 0 of 21 gives 0.0070, 15 of 51 gives 0.028
    const got = fragilityIndex({ count: 1, n: 21 }, { count: 14, n: 51 });
    expect(got).toMatchObject({ kind: "reverse-fragility", index: 1, least: 1 });
    expect(got.p).toBeCloseTo(0.0520238622515, 12);
    expect(got.paths.map(({ change, p }) => [change, p])).toEqual([
      ["loses-events", expect.closeTo(0.00695739780372, 12)],
      ["gains-events", expect.closeTo(0.0280409472144, 12)],
    ]);
  });

  it("has no published reverse index for an arm without events, and still a shortest path", () => {
    // 0 against 3 of 21: 0.23, 4: 0.107, 5: 0.048
    const got = fragilityIndex({ count: 0, n: 21 }, { count: 3, n: 21 });
    expect(got.index).toBeNaN();
    expect(got.quotient).toBeNaN();
    expect(got.least).toBe(2);
    expect(got.paths[1]!.p).toBeCloseTo(0.0478424015009, 12);
  });

  it("goes by shares, not by counts, in arms of unequal size", () => {
    // 30 of 200 has more events than 9 of 20, and the lower share
    const got = fragilityIndex({ count: 9, n: 20 }, { count: 30, n: 200 });
    expect(got.paths.map(({ arm, change }) => `${arm} ${change}`)).toEqual([
      "first loses-events",
      "second gains-events",
    ]);
    expect(got.index).toBe(got.paths[1]!.patients);
  });

  it("parts equal shares either way", () => {
    const got = fragilityIndex({ count: 5, n: 20 }, { count: 5, n: 20 });
    expect(got.p).toBeCloseTo(1, 12);
    expect(got.paths).toHaveLength(4);
    expect(got.index).toBe(5); // 0 of 20 against 5 of 20: 0.047
  });

  it("finds none when the extremes of both arms are not significant", () => {
    const got = fragilityIndex({ count: 1, n: 3 }, { count: 2, n: 3 });
    expect(got.index).toBeNaN();
    expect(got.least).toBeNaN();
  });

  it("ends each path at the first p on the other side of alpha", () => {
    const arm = fc
      .integer({ min: 2, max: 40 })
      .chain((n) => fc.record({ count: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
    fc.assert(
      fc.property(arm, arm, (first, second) => {
        const got = fragilityIndex(first, second);
        const isBelow = (one: typeof first, other: typeof first): boolean =>
          fisherTest([
            [one.count, one.n - one.count],
            [other.count, other.n - other.count],
          ]).p < 0.05;
        return got.paths.every((path) => {
          const start = path.arm === "first" ? first : second;
          const step = path.change === "gains-events" ? 1 : -1;
          const at = (moved: number): boolean => {
            const changed = { count: start.count + step * moved, n: start.n };
            return path.arm === "first" ? isBelow(changed, second) : isBelow(first, changed);
          };
          if (Number.isNaN(path.patients)) return true;
          return (
            at(path.patients) !== at(0) &&
            Array.from({ length: path.patients }, (_, i) => at(i)).every((one) => one === at(0))
          );
        });
      }),
      { numRuns: 200, seed: 2014 },
    );
  });

  it("refuses an empty arm and an alpha of 1", () => {
    expect(() => fragilityIndex({ count: 0, n: 0 }, { count: 1, n: 2 })).toThrow(
      "fragilityIndex: needs n",
    );
    expect(() => fragilityIndex({ count: 0, n: 1 }, { count: 1, n: 2 }, { alpha: 1 })).toThrow(
      "needs alpha between 0 and 1; got 1",
    );
  });
});
