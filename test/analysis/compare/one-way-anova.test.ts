import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  meanSdN,
  oneWayAnova,
  oneWayAnovaFromSummaries,
  studentTest,
  welchTest,
} from "../../../src/analysis/index.js";

const group = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 12 });

describe("oneWayAnova", () => {
  it("of two groups is the square of the t tests", () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const [one, other] = [meanSdN(x), meanSdN(y)];
        fc.pre(one.sd > 0 && other.sd > 0);
        const got = oneWayAnovaFromSummaries([one, other]);
        const [student, welch] = [studentTest(one, other), welchTest(one, other)];
        expect(got.f).toBeCloseTo(student.t ** 2, 8);
        expect(got.p).toBeCloseTo(student.p, 10);
        expect(got.welch.f).toBeCloseTo(welch.t ** 2, 8);
        expect(got.welch.df2).toBeCloseTo(welch.df, 8);
        expect(got.welch.p).toBeCloseTo(welch.p, 10);
      }),
    );
  });

  it("combines the groups into the summary of all values", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (groups) => {
        const { combined } = oneWayAnova(groups);
        const all = meanSdN(groups.flat());
        expect(combined.n).toBe(all.n);
        expect(combined.mean).toBeCloseTo(all.mean, 10);
        expect(combined.sd).toBeCloseTo(all.sd, 10);
      }),
    );
  });

  it("does not lose digits to a large common offset", () => {
    const groups = [
      [1, 2, 4],
      [2, 3, 7],
      [3, 9, 4],
    ];
    const far = groups.map((values) => values.map((v) => v + 1e9));
    expect(oneWayAnova(far).f).toBeCloseTo(oneWayAnova(groups).f, 6);
  });

  it("bears a group of one, but not for Welch's test", () => {
    const got = oneWayAnova([[1, 2, 3], [2], [4, 6]]);
    expect([got.df2, got.welch.f, got.groups[1]!.sd]).toEqual([3, Number.NaN, Number.NaN]);
    expect(got.f).toBeGreaterThan(0);
  });

  it("notes groups that do not vary", () => {
    const got = oneWayAnova([
      [1, 1],
      [2, 2],
    ]);
    expect([got.note, got.f, got.p, got.welch.p]).toEqual([
      "zero-variance",
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("refuses one group and groups of one each", () => {
    expect(() => oneWayAnova([[1, 2]])).toThrow("oneWayAnova: needs at least 2 groups; got 1");
    expect(() => oneWayAnova([[1], [2]])).toThrow("more values than groups; got 2 in 2 groups");
  });
});
