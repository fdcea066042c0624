import { describe, expect, it } from "vitest";
import * as numeric from "../../src/numeric/index.js";
import { type GoldenCase, goldenCases } from "./golden.js";

const RELATIVE = 1e-10; // required in every tail
const SMALLEST = 1e-307; // below it doubles lose precision

const functions: Record<string, (...args: number[]) => number> = {
  "normal.cdf": numeric.normalCdf,
  "normal.sf": numeric.normalSurvival,
  "normal.logcdf": numeric.normalLogCdf,
  "normal.quantile": numeric.normalQuantile,
  "t.cdf": numeric.tCdf,
  "t.sf": numeric.tSurvival,
  "t.quantile": numeric.tQuantile,
  "F.cdf": numeric.fCdf,
  "F.sf": numeric.fSurvival,
  "F.quantile": numeric.fQuantile,
  "chi2.cdf": numeric.chiSquareCdf,
  "chi2.sf": numeric.chiSquareSurvival,
  "chi2.quantile": numeric.chiSquareQuantile,
  "beta.cdf": numeric.betaCdf,
  "beta.sf": numeric.betaSurvival,
  "beta.quantile": numeric.betaQuantile,
  "gamma.cdf": numeric.gammaCdf,
  "gamma.sf": numeric.gammaSurvival,
  "binomial.cdf": numeric.binomialCdf,
  "binomial.sf": numeric.binomialSurvival,
  "binomial.pmf": numeric.binomialPmf,
  "hypergeometric.cdf": numeric.hypergeometricCdf,
  "hypergeometric.sf": numeric.hypergeometricSurvival,
  "hypergeometric.pmf": numeric.hypergeometricPmf,
  "poisson.cdf": numeric.poissonCdf,
  "poisson.sf": numeric.poissonSurvival,
  "poisson.pmf": numeric.poissonPmf,
};

interface GridPoint {
  readonly fn: string;
  readonly args: readonly number[];
}

function misses(grid: GoldenCase): string[] {
  const cases = grid.input.cases as GridPoint[];
  const values = grid.expected.values as number[];
  return cases.flatMap(({ fn, args }, i) => {
    const want = values[i]!;
    if (Math.abs(want) < SMALLEST && want !== 0) return [];
    const got = functions[fn]!(...args);
    const error = got === want ? 0 : Math.abs(got - want) / Math.abs(want);
    return error <= RELATIVE ? [] : [`${fn}(${args.join(", ")}) = ${got}, not ${want}: ${error}`];
  });
}

describe("distributions", () => {
  for (const grid of goldenCases("distributions", "distribution")) {
    it(`hold the 40-digit grid of ${grid.id} to a relative 1e-10 in every tail`, () => {
      expect(misses(grid)).toEqual([]);
    });
  }

  for (const grid of goldenCases("distributions", "distribution-wide")) {
    it("hold R's values on a wider grid with large shapes, small chances and far tails", () => {
      expect(misses(grid)).toEqual([]);
    });
  }
});
