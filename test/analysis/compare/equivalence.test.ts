import { describe, expect, it } from "vitest";
import { equivalenceTest } from "../../../src/analysis/index.js";

const first = { mean: 10.2, sd: 2, n: 30 };
const second = { mean: 10, sd: 2.2, n: 28 };

describe("equivalenceTest", () => {
  it("is significant exactly when its interval lies inside the margin", () => {
    for (const margin of [0.5, 1, 1.1, 1.12, 1.13, 1.2, 2]) {
      const { ci, equivalenceP } = equivalenceTest(first, second, margin);
      expect(equivalenceP < 0.05).toBe(ci.lower > -margin && ci.upper < margin);
    }
  });

  it("does not depend on the order of the groups", () => {
    const one = equivalenceTest(first, second, 1);
    expect(equivalenceTest(second, first, 1).equivalenceP).toBeCloseTo(one.equivalenceP, 14);
  });

  it("notes zero variance and refuses a margin of 0", () => {
    const fixed = { mean: 1, sd: 0, n: 3 };
    expect(equivalenceTest(fixed, fixed, 1).note).toBe("zero-variance");
    expect(() => equivalenceTest(first, second, 0)).toThrow("needs a margin above 0; got 0");
  });
});
