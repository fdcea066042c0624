import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MeanSdN, studentTest, welchTest } from "../../../src/analysis/index.js";

const summary: fc.Arbitrary<MeanSdN> = fc.record({
  mean: fc.double({ min: -100, max: 100, noNaN: true }),
  sd: fc.double({ min: 0.1, max: 50, noNaN: true }),
  n: fc.integer({ min: 2, max: 200 }),
});

describe("tests of two means from summaries", () => {
  it("note zero variance instead of a t, and still give the difference", () => {
    for (const run of [studentTest, welchTest]) {
      const got = run({ mean: 20, sd: 0, n: 5 }, { mean: 21, sd: 0, n: 6 });
      expect(got.note).toBe("zero-variance");
      expect(got.difference.value).toBe(-1);
      expect([got.t, got.df, got.p, got.difference.ci.lower]).toEqual(Array(4).fill(Number.NaN));
    }
  });

  it("takes what rounding leaves of a constant for no variance, as R does", () => {
    const got = welchTest({ mean: 1e8, sd: 1e-8, n: 5 }, { mean: 1e8 + 1, sd: 1e-8, n: 6 });
    expect(got.note).toBe("zero-variance");
  });

  it("stay the same when both groups move and change their unit", () => {
    fc.assert(
      fc.property(summary, summary, (a, b) => {
        const moved = (one: MeanSdN): MeanSdN => ({
          ...one,
          mean: 4 * one.mean + 8,
          sd: 4 * one.sd,
        });
        for (const run of [studentTest, welchTest]) {
          const [here, there] = [run(a, b), run(moved(a), moved(b))];
          expect(there.t).toBeCloseTo(here.t, 9);
          expect(there.df).toBeCloseTo(here.df, 9);
          expect(there.difference.ci.upper / 4).toBeCloseTo(here.difference.ci.upper, 9);
        }
      }),
    );
  });

  it("agree on t for groups of one size", () => {
    fc.assert(
      fc.property(summary, summary, (a, b) => {
        const same = { ...b, n: a.n };
        expect(welchTest(a, same).t).toBeCloseTo(studentTest(a, same).t, 10);
      }),
    );
  });

  it("work when one SD is 0, as R does on such data", () => {
    // R 4.2: t.test(c(1, 1, 1), c(1, 2, 3)): t = -1.7321, df = 2, p = 0.2254033
    const got = welchTest({ mean: 1, sd: 0, n: 3 }, { mean: 2, sd: 1, n: 3 });
    expect(got.t).toBeCloseTo(-Math.sqrt(3), 14);
    expect(got.df).toBeCloseTo(2, 14);
    expect(got.p).toBeCloseTo(0.2254033307585166, 13);
  });

  it("turn round when the groups swap", () => {
    const a = { mean: 1.33, sd: 0.7, n: 12 };
    const b = { mean: 2.5, sd: 1.2, n: 11 };
    for (const run of [studentTest, welchTest]) {
      expect(run(b, a).t).toBe(-run(a, b).t);
      expect(run(b, a).p).toBe(run(a, b).p);
      expect(run(b, a).df).toBeCloseTo(run(a, b).df, 12);
      expect(run(b, a).difference.ci.lower).toBe(-run(a, b).difference.ci.upper);
    }
  });

  it("refuse a single value, a negative SD and a mean that is no number", () => {
    const group = { mean: 1, sd: 1, n: 6 };
    expect(() => welchTest({ ...group, n: 1 }, group)).toThrow(
      "welchTest: needs n of at least 2 for a standard deviation; got 1",
    );
    expect(() => studentTest(group, { ...group, sd: -1 })).toThrow(
      "studentTest: needs a standard deviation of at least 0; got -1",
    );
    expect(() => welchTest(group, { ...group, mean: Number.NaN })).toThrow(
      "a finite mean; got NaN",
    );
  });
});
