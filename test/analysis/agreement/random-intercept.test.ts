import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomIntercept } from "../../../src/analysis/agreement/random-intercept.js";
import { replicates } from "../../../src/analysis/agreement/replicates.js";
import { choleskyInverse } from "../../../src/numeric/index.js";
import { expectClose } from "./close.js";
import exact from "./random-intercept.json" with { type: "json" }; // made by random-intercept.py

/** Input of a reference case. */
function inputOf(id: string): { subject: number[]; x: number[]; y: number[] } {
  const path = `../../reference/statistics/agreement-continuous/${id}.json`;
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")).input;
}

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -30, max: 30 })), {
  minLength: 6,
  maxLength: 25,
});

/** Restricted log-likelihood by its definition, with the whole covariance matrix. */
function byDefinition(subjects: number[], y: number[], between: number, within: number): number {
  const covariance = subjects.map((a, i) =>
    subjects.map((b, j) => (a === b ? between : 0) + (i === j ? within : 0)),
  );
  const { inverse, logDeterminant } = choleskyInverse(covariance)!;
  const weights = inverse.map((row) => row.reduce((sum, x) => sum + x, 0));
  const total = weights.reduce((sum, x) => sum + x, 0);
  const mean = weights.reduce((sum, x, i) => sum + x * y[i]!, 0) / total;
  let form = 0;
  for (const [i, row] of inverse.entries()) {
    for (const [j, x] of row.entries()) form += (y[i]! - mean) * x * (y[j]! - mean);
  }
  const n = y.length;
  return -0.5 * ((n - 1) * Math.log(2 * Math.PI) + logDeterminant + Math.log(total) + form);
}

describe("randomIntercept", () => {
  for (const { id, ...digits } of exact) {
    it(`solves ${id} to the last digits, where nlme stops early and prints seven`, () => {
      const { x, y, subject } = inputOf(id);
      const fit = randomIntercept(
        replicates(
          "test",
          subject,
          x.map((value, i) => value - y[i]!),
        ),
      );
      for (const [key, want] of Object.entries(digits)) {
        expect(fit[key as keyof typeof fit] / want).toBeCloseTo(1, 11);
      }
    });
  }

  it("has the likelihood of the definition, and no better one beside it", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const subjects = [7, 7, 8, ...all.map(([subject]) => subject)];
        const y = [1, 3, 2, ...all.map(([, value]) => value)];
        const fit = randomIntercept(replicates("test", subjects, y));
        const at = (between: number, within: number): number =>
          byDefinition(subjects, y, between, within);
        const best = at(fit.varianceBetween, fit.varianceWithin);
        expectClose(fit.logLikelihood, best, 8);
        for (const step of [0.99, 1.01]) {
          expect(at(fit.varianceBetween, fit.varianceWithin * step)).toBeLessThan(best);
          const moved = fit.varianceBetween * step + (step > 1 ? 1e-3 : 0);
          expect(at(moved, fit.varianceWithin)).toBeLessThanOrEqual(best);
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("has no variance between subjects where their means differ too little", () => {
    const fit = randomIntercept(replicates("test", [1, 1, 2, 2, 3, 3], [1, 9, 2, 8, 0, 10]));
    expect(fit.varianceBetween).toBe(0);
    expect(fit.varianceWithin).toBeCloseTo(100 / 5, 12);
    expect(fit.mean).toBe(5);
  });

  it("finds a variance between subjects that is far above the one within", () => {
    const y = [0, 1e-6, 1000, 1000 + 1e-6, 3000, 3000 + 1e-6];
    const fit = randomIntercept(replicates("test", [1, 1, 2, 2, 3, 3], y));
    expect(fit.varianceWithin / (1e-12 / 2)).toBeCloseTo(1, 3);
    expect(fit.varianceBetween / (7e6 / 3)).toBeCloseTo(1, 9);
  });
});
