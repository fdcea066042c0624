import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blandAltman, blandAltmanRepeatedUnlinked } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 5,
  maxLength: 20,
});
const one = rows.map((all) => ({
  subjects: [0, 1, ...all.map(([subject]) => subject)],
  values: [1, 2, ...all.map(([, value]) => value)],
}));

describe("blandAltmanRepeatedUnlinked", () => {
  it("mirrors when the methods swap places", () => {
    fc.assert(
      fc.property(one, one, (x, y) => {
        const got = blandAltmanRepeatedUnlinked(x, y);
        const swapped = blandAltmanRepeatedUnlinked(y, x);
        expect(swapped.nSubjects).toBe(got.nSubjects);
        expectClose(swapped.lowerLimit.value, -got.upperLimit.value, 8);
        expectClose(swapped.lowerLimit.ci.lower, -got.upperLimit.ci.upper, 6);
        expect(swapped.test).toEqual(got.reference);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it("leaves out subjects that one method did not measure", () => {
    const x = { subjects: ["a", "a", "b", "b", "only"], values: [1, 2, 4, 6, 99] };
    const y = { subjects: ["b", "other", "a", "b", "a"], values: [3, 77, 1, 5, 3] };
    const kept = blandAltmanRepeatedUnlinked(
      { subjects: ["a", "a", "b", "b"], values: [1, 2, 4, 6] },
      { subjects: ["b", "a", "b", "a"], values: [3, 1, 5, 3] },
    );
    expect(blandAltmanRepeatedUnlinked(x, y)).toEqual(kept);
  });

  it("is the analysis of pairs where each method has one value per subject", () => {
    const [x, y] = [
      [3, 5, 9, 1],
      [2, 7, 8, 1],
    ];
    const subjects = [1, 2, 3, 4];
    const got = blandAltmanRepeatedUnlinked(
      { subjects, values: x },
      { subjects: subjects.toReversed(), values: y.toReversed() },
    );
    const plain = blandAltman(x, y);
    expect(got.note).toBe("no-replicates");
    expect(got.sd).toBeCloseTo(plain.sd.value, 12);
    expect(got.lowerLimit.ci.lower).toBeCloseTo(plain.lowerLimit.intervals.moverZ.lower, 12);
    expect(got.test.repeatability).toBeNaN();
  });

  it("refuses methods that have one subject in common", () => {
    const x = { subjects: [1, 1, 2], values: [1, 2, 3] };
    const y = { subjects: [1, 1, 3], values: [1, 2, 3] };
    expect(() => blandAltmanRepeatedUnlinked(x, y)).toThrow(
      "blandAltmanRepeatedUnlinked: needs at least 2 subjects; got 1",
    );
  });
});
