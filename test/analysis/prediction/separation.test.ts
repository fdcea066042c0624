import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSeparation, fitLogistic } from "../../../src/analysis/index.js";
import { AGE, cohorts, MISMATCH, Y } from "./cohort.js";

describe("findSeparation", () => {
  it("finds none where the outcomes overlap", () => {
    const got = findSeparation(Y, { mismatch: MISMATCH, age: AGE });
    expect(got).toEqual({ method: "separation", kind: "none", terms: [], alone: [] });
  });

  it("names the covariate that separates completely, and that nothing can be estimated", () => {
    const size = Y.map((y, i) => 20 + 5 * y + (i % 5));
    const got = findSeparation(Y, { age: AGE, size });
    expect(got.kind).toBe("complete");
    expect(got.alone).toEqual(["size"]);
    expect(got.terms).toEqual(["(Intercept)", "age", "size"]);
  });

  it("names only the coefficients that are infinite when separation is not complete", () => {
    const thrombus = Y.map((y, i) => (y === 1 && i < 8 ? 1 : 0)); // 1 only among events
    const got = findSeparation(Y, { mismatch: MISMATCH, thrombus });
    expect(got.kind).toBe("quasi-complete");
    expect(got.terms).toEqual(["thrombus"]);
    expect(got.alone).toEqual(["thrombus"]);
  });

  it("finds what only a combination separates", () => {
    const noise = MISMATCH.map((value, i) => value + (Y[i] === 1 ? -1 : 1));
    const got = findSeparation(Y, { mismatch: MISMATCH, noise });
    expect(got.kind).toBe("complete");
    expect(got.alone).toEqual([]);
  });

  it("sees an overlap of a millionth", () => {
    const x = [1, 2, 3, 4, 5 + 1e-6, 5, 6, 7, 8, 9];
    const y = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
    expect(findSeparation(y, { x }).kind).toBe("none");
    expect(findSeparation(y, { x: x.with(4, 5) }).kind).toBe("quasi-complete");
    expect(findSeparation(y, { x: x.with(4, 5 - 1e-6) }).kind).toBe("complete");
  });

  it("does not depend on units, origin and which outcome counts as the event", () => {
    const far = {
      mismatch: MISMATCH.map((v) => 1e6 - 1e-3 * v),
      dose: Y.map((y, i) => y * (i % 3)),
    };
    for (const outcome of [Y, Y.map((y) => 1 - y)]) {
      expect(findSeparation(outcome, far)).toMatchObject({
        kind: "quasi-complete",
        terms: ["dose"],
      });
    }
  });

  it("finds none only where a finite fit has a score of 0", () => {
    fc.assert(
      fc.property(cohorts, ({ y, x }) => {
        fc.pre(findSeparation(y, x).kind === "none");
        const { fitted } = fitLogistic(y, x);
        for (const column of [0, 1]) {
          const score = x.reduce((sum, row, i) => sum + row[column]! * (y[i]! - fitted[i]!), 0);
          expect(Math.abs(score)).toBeLessThan(1e-9);
        }
      }),
      { seed: 11, numRuns: 30 },
    );
  });
});
