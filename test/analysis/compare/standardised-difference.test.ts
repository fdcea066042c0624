import { describe, expect, it } from "vitest";
import { standardisedDifference, studentTest } from "../../../src/analysis/index.js";

describe("standardisedDifference", () => {
  it("has Γ(1)/Γ(½) as the correction for two groups of two", () => {
    const got = standardisedDifference({ mean: 1, sd: 1, n: 2 }, { mean: 0, sd: 1, n: 2 });
    expect(got.correction).toBeCloseTo(1 / Math.sqrt(Math.PI), 14);
    expect(got.cohenD.value).toBe(1);
  });

  it("corrects large groups as its approximation does", () => {
    const group = { mean: 1, sd: 1, n: 500_000 };
    const got = standardisedDifference(group, { ...group, mean: 0 });
    expect(got.correction).toBeCloseTo(got.correctionApproximate, 12);
  });

  it("turns round when the groups swap", () => {
    const a = { mean: 55, sd: 17, n: 12 };
    const b = { mean: 73, sd: 24, n: 11 };
    expect(standardisedDifference(b, a).hedgesG.value).toBe(
      -standardisedDifference(a, b).hedgesG.value,
    );
    expect(standardisedDifference(b, a).cohenD.ci.lower).toBeCloseTo(
      -standardisedDifference(a, b).cohenD.ci.upper,
      10,
    );
  });

  it("has an interval whose end is where the t test just rejects", () => {
    // d's interval ends at 0 exactly when Student's two-sided p is 1 − level
    const [a, b] = [
      { mean: 55, sd: 17, n: 12 },
      { mean: 73, sd: 24, n: 11 },
    ];
    const { p } = studentTest(a, b);
    expect(standardisedDifference(a, b, { level: 1 - p }).cohenD.ci.upper).toBeCloseTo(0, 10);
  });

  it("notes SDs of 0", () => {
    const group = { mean: 1, sd: 0, n: 4 };
    const got = standardisedDifference(group, { ...group, mean: 2 });
    expect([got.note, got.cohenD.value, got.glassDelta]).toEqual([
      "zero-variance",
      Number.NaN,
      Number.NaN,
    ]);
  });
});
