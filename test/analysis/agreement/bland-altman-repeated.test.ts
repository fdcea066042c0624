import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blandAltman, blandAltmanRepeatedLinked } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 6,
  maxLength: 30,
});
const subjectsAndDifferences = rows.map((all) => ({
  subjects: [5, 6, ...all.map(([subject]) => subject)],
  differences: [1, 2, ...all.map(([, d]) => d)],
}));
const zeros = (values: readonly number[]): number[] => values.map(() => 0);

describe("blandAltmanRepeatedLinked", () => {
  it("mirrors every method's limits when the methods swap places", () => {
    fc.assert(
      fc.property(subjectsAndDifferences, ({ subjects, differences }) => {
        const one = blandAltmanRepeatedLinked(subjects, differences, zeros(differences));
        const other = blandAltmanRepeatedLinked(subjects, zeros(differences), differences);
        for (const method of ["anova", "reml", "naive"] as const) {
          expectClose(other[method].lowerLimit, -one[method].upperLimit, 6);
        }
        expectClose(other.mover.lowerLimit.ci.lower, -one.mover.upperLimit.ci.upper, 6);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it("does not depend on the order of rows or the names of subjects", () => {
    fc.assert(
      fc.property(subjectsAndDifferences, ({ subjects, differences }) => {
        const one = blandAltmanRepeatedLinked(subjects, differences, zeros(differences));
        const other = blandAltmanRepeatedLinked(
          subjects.map((subject) => `p${subject}`).reverse(),
          differences.toReversed(),
          zeros(differences),
        );
        expectClose(other.mover.sd, one.mover.sd, 9);
        expectClose(other.anova.sd, one.anova.sd, 9);
        expectClose(other.reml.logLikelihood, one.reml.logLikelihood, 8);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it("finds the same components by analysis of variance, MOVER and REML in balanced data", () => {
    const subjects = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4];
    const differences = [1, 2, 4, 7, 6, 7, -3, -1, 0, 3, 1, 2];
    const got = blandAltmanRepeatedLinked(subjects, differences, zeros(differences));
    expect(got.reml.varianceBetween).toBeCloseTo(got.anova.varianceBetween, 9);
    expect(got.reml.varianceWithin).toBeCloseTo(got.anova.varianceWithin, 9);
    expect(got.mover.sd).toBeCloseTo(got.anova.sd, 12);
    expect(got.anova.m0).toBe(3);
    expect(got.mover.harmonicSize).toBeCloseTo(3, 12);
  });

  it("is the naive analysis where every subject has one pair", () => {
    const d = [1, 4, -2, 0, 3];
    const got = blandAltmanRepeatedLinked(["a", "b", "c", "d", "e"], d, zeros(d));
    const plain = blandAltman(d, zeros(d));
    expect(got.note).toBe("no-replicates");
    expect(got.mover.lowerLimit.value).toBeCloseTo(plain.lowerLimit.value, 12);
    const { lower, upper } = plain.lowerLimit.intervals.moverZ;
    expect(got.mover.lowerLimit.ci.lower).toBeCloseTo(lower, 12);
    expect(got.mover.lowerLimit.ci.upper).toBeCloseTo(upper, 12);
    expect([got.anova.sd, got.reml.sd]).toEqual([Number.NaN, Number.NaN]);
  });

  it("notes replicates that never differ, and refuses one subject", () => {
    const still = blandAltmanRepeatedLinked([1, 1, 2, 2], [3, 3, 5, 5], [0, 0, 0, 0]);
    expect(still.note).toBe("zero-variance");
    expect(still.reml.sd).toBeNaN();
    expect(still.mover.sd).toBeCloseTo(Math.SQRT2, 12);
    expect(() => blandAltmanRepeatedLinked([1, 1], [3, 4], [0, 0])).toThrow(
      "blandAltmanRepeatedLinked: needs at least 2 subjects; got 1",
    );
    expect(() => blandAltmanRepeatedLinked([1, 1, 2], [3, 4], [0, 0])).toThrow(
      "needs a subject for each value; got 3 subjects and 2 values",
    );
  });
});
