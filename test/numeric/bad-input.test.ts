import { describe, expect, it } from "vitest";
import * as numeric from "../../src/numeric/index.js";
import { spoiledCalls, type ValidCall } from "../spoiled.js";

const { InvalidInput } = numeric;
const [NaN_, INF] = [Number.NaN, Number.POSITIVE_INFINITY];

/** A kind of argument: values that are good, and what must be refused. */
interface Kind {
  readonly good: readonly number[];
  readonly bad: readonly unknown[];
}

const p: Kind = { good: [0.3, 0, 1], bad: [NaN_, -0.1, 1.1, INF, "0.5", null, undefined] };
const df: Kind = { good: [3, 0.5], bad: [NaN_, 0, -1, INF, "1", null, undefined] };
const dfOrInfinity: Kind = { good: [3, INF], bad: [NaN_, 0, -1, -INF, "1", null, undefined] };
const count: Kind = { good: [5, 1], bad: [NaN_, -1, 1.5, INF, "1", null, undefined] };
const ncp: Kind = { good: [2, 0], bad: [NaN_, -1, INF, "1", null, undefined] };
const shift: Kind = { good: [2, -2], bad: [NaN_, INF, -INF, "1", null, undefined] };
const groups: Kind = { good: [3, 2], bad: [NaN_, 1, 2.5, INF, "3", null, undefined] };
const r: Kind = { good: [0.5, -1, 1], bad: [NaN_, 1.01, -1.01, INF, "0.5", null, undefined] };

/** Parameters of each function of a place x: NaN gives NaN, ±Infinity the end of the distribution. */
const OF_A_PLACE: Readonly<Record<string, readonly Kind[]>> = {
  ...withParameters(["normalCdf", "normalSurvival", "normalLogCdf", "normalLogSurvival"], []),
  ...withParameters(["normalDensity", "normalLogDensity", "erf", "erfc"], []),
  ...withParameters(["tCdf", "tSurvival", "tTwoSided", "tLogCdf", "tLogSurvival"], [dfOrInfinity]),
  ...withParameters(["chiSquareCdf", "chiSquareSurvival", "chiSquareLogSurvival"], [df]),
  ...withParameters(["fCdf", "fSurvival", "fLogSurvival", "betaCdf", "betaSurvival"], [df, df]),
  ...withParameters(["gammaCdf", "gammaSurvival"], [df, df]),
  ...withParameters(["noncentralTCdf", "noncentralTSurvival"], [dfOrInfinity, shift]),
  ...withParameters(["noncentralChiSquareCdf", "noncentralChiSquareSurvival"], [df, ncp]),
  ...withParameters(["noncentralFCdf", "noncentralFSurvival"], [df, df, ncp]),
  ...withParameters(["studentizedRangeCdf", "studentizedRangeSurvival"], [groups, dfOrInfinity]),
  ...withParameters(["binomialPmf", "binomialCdf", "binomialSurvival"], [count, p]),
  ...withParameters(["binomialLogCdf", "binomialLogSurvival"], [count, p]),
  ...withParameters(["poissonPmf", "poissonCdf", "poissonSurvival"], [df]),
  ...withParameters(["hypergeometricPmf", "hypergeometricCdf"], [count, count, count]),
  ...withParameters(["hypergeometricSurvival"], [count, count, count]),
  ...withParameters(["rankSumCdf", "rankSumSurvival"], [count, count]),
  ...withParameters(["signedRankCdf", "signedRankSurvival"], [count]),
  ...withParameters(["kendallCdf", "kendallSurvival"], [count]),
};

/** Kinds of all arguments of functions that take no place. */
const OF_PARAMETERS: Readonly<Record<string, readonly Kind[]>> = {
  ...withParameters(["normalQuantile", "normalUpperQuantile"], [p]),
  ...withParameters(["tQuantile", "tUpperQuantile"], [p, dfOrInfinity]),
  ...withParameters(["chiSquareQuantile", "chiSquareUpperQuantile"], [p, df]),
  ...withParameters(["fQuantile", "fUpperQuantile", "betaQuantile"], [p, df, df]),
  ...withParameters(["betaUpperQuantile", "gammaQuantile", "gammaUpperQuantile"], [p, df, df]),
  ...withParameters(["noncentralTQuantile", "noncentralTUpperQuantile"], [p, dfOrInfinity, shift]),
  ...withParameters(["noncentralChiSquareQuantile"], [p, df, ncp]),
  ...withParameters(["noncentralChiSquareUpperQuantile"], [p, df, ncp]),
  ...withParameters(["noncentralFQuantile", "noncentralFUpperQuantile"], [p, df, df, ncp]),
  ...withParameters(["studentizedRangeQuantile"], [p, groups, dfOrInfinity]),
  ...withParameters(["studentizedRangeUpperQuantile"], [p, groups, dfOrInfinity]),
  ...withParameters(["binomialQuantile", "binomialUpperQuantile"], [p, count, p]),
  ...withParameters(["poissonQuantile", "poissonUpperQuantile"], [p, df]),
  ...withParameters(["hypergeometricQuantile"], [p, count, count, count]),
  ...withParameters(["hypergeometricUpperQuantile"], [p, count, count, count]),
  ...withParameters(["rankSumQuantile"], [p, count, count]),
  ...withParameters(["signedRankQuantile", "kendallQuantile"], [p, count]),
  ...withParameters(["lgamma", "digamma"], [df]),
  ...withParameters(["logChoose"], [count, count]),
  ...withParameters(["gaussLegendre", "gaussHermite"], [count]),
};

const column = [3.1, 1.2, 5, 2.2, 4.4, 2.2];
const other = [1, 2, 2.5, 4, 7];
const place = (i: number, ...values: string[]): string[] => values.map((v) => `[${i}][i]: ${v}`);
const NOT_FINITE = ["NaN", "Infinity", "-Infinity"];

/** Functions of columns. */
const OF_COLUMNS: readonly ValidCall[] = [
  { fn: numeric.mean, args: [column] },
  { fn: numeric.sum, args: [column] },
  { fn: numeric.sampleVariance, args: [column] },
  { fn: numeric.sampleStandardDeviation, args: [column] },
  { fn: numeric.median, args: [column] },
  { fn: numeric.quantile, args: [column, 0.25] },
  {
    fn: numeric.midRanks,
    args: [column],
    good: [...place(0, "Infinity", "-Infinity"), "[0]: empty"],
  },
  {
    fn: numeric.tieSizes,
    args: [column],
    good: [...place(0, "Infinity", "-Infinity"), "[0]: empty"],
  },
  { fn: numeric.shapiroWilk, args: [column], bad: { "two values": [[1, 2]] } },
  {
    fn: numeric.bootstrap,
    args: [
      (rows: readonly number[]) => rows.length,
      column,
      { random: numeric.seeded(1), replicates: 20, strata: [0, 0, 1, 1, 1, 0] },
    ],
    good: place(2).concat(
      [...NOT_FINITE, '"1"', "null"].map((value) => `[2].strata[i]: ${value}`), // only labels
      missing(1), // rows may be anything
    ),
    bad: {
      "one row": [numeric.mean, [1], { random: numeric.seeded(1) }],
      "cluster in two strata": [
        numeric.mean,
        [1, 2, 3],
        { random: numeric.seeded(1), strata: [0, 0, 1], clusters: ["a", "b", "b"] },
      ],
    },
  },
  ...[numeric.percentileInterval, numeric.plainPercentileInterval].map((fn) => ({
    fn,
    args: [column, 0.9],
    good: missing(0),
    bad: levels((level) => [column, level]),
  })),
  ...[numeric.basicInterval, numeric.normalInterval].map((fn) => ({
    fn,
    args: [2, column, 0.9],
    good: missing(1),
    bad: levels((level) => [2, column, level]),
  })),
  {
    fn: numeric.bcaInterval,
    args: [2.5, column, other, 0.9],
    good: [...missing(1), ...missing(2), "[2]: empty"], // an undefined acceleration is noted
    bad: levels((level) => [2.5, column, other, level]),
  },
  {
    fn: numeric.studentizedInterval,
    args: [2, 1, column, column, 0.9],
    good: [...missing(2), ...missing(3)],
    bad: levels((level) => [2, 1, column, column, level]),
  },
  {
    fn: numeric.permutationTest,
    args: [(a: Float64Array) => a[0]!, column, other, { resamples: 9, exactUpTo: 1000 }],
    bad: { "no chance": [() => 0, column, other, { exactUpTo: 10 }] },
  },
];

/** Distribution functions that their own test spoils. */
const ELSEWHERE = new Set(["bivariateNormalCdf", "foldedNormalQuantile", "kolmogorovSurvival"]);
const OF_A_DISTRIBUTION = /(Pmf|Density|Cdf|Survival|TwoSided|Quantile)$/;

type Numbers = (...args: unknown[]) => number;
const functionOf = (name: string): Numbers =>
  (numeric as unknown as Record<string, Numbers>)[name]!;

function withParameters(names: string[], kinds: Kind[]): Record<string, readonly Kind[]> {
  return Object.fromEntries(names.map((name) => [name, kinds]));
}

function missing(index: number): string[] {
  return [...NOT_FINITE, '"1"', "null"].map((value) => `[${index}][i]: ${value}`);
}

function levels(call: (level: number) => unknown[]): Record<string, unknown[]> {
  return Object.fromEntries([0, 1, 1.5, -0.5].map((level) => [`level ${level}`, call(level)]));
}

/** What a call with a bad argument does instead of refusing it in the function's name. */
function accepted(name: string, args: readonly unknown[]): string[] {
  try {
    return [`${name}(${args.join(", ")}) = ${functionOf(name)(...args)}`];
  } catch (error) {
    const said = error instanceof InvalidInput && error.message.startsWith(`${name}: `);
    return said ? [] : [`${name}(${args.join(", ")}): ${error}`];
  }
}

function spoiledParameters(
  name: string,
  before: readonly number[],
  kinds: readonly Kind[],
): string[] {
  const good = kinds.map((kind) => kind.good[0]);
  return kinds.flatMap((kind, i) =>
    kind.bad.flatMap((bad) => {
      const isOptional = name.startsWith("gamma") && i === kinds.length - 1 && bad === undefined;
      return isOptional ? [] : accepted(name, [...before, ...good.with(i, bad as number)]);
    }),
  );
}

describe("every function of ostia/numeric", () => {
  it("that belongs to a distribution is spoiled here or by its own test", () => {
    const here = new Set([...Object.keys(OF_A_PLACE), ...Object.keys(OF_PARAMETERS), ...ELSEWHERE]);
    const names = Object.keys(numeric).filter((name) => OF_A_DISTRIBUTION.test(name));
    expect(names.filter((name) => !here.has(name))).toEqual([]);
  });

  for (const [name, kinds] of Object.entries(OF_A_PLACE)) {
    it(`${name} keeps NaN, reaches its ends, and refuses bad parameters`, () => {
      const good = kinds.map((kind) => kind.good[0]);
      expect(functionOf(name)(Number.NaN, ...good)).toBeNaN();
      for (const end of [INF, -INF]) expect(functionOf(name)(end, ...good)).not.toBeNaN();
      expect(spoiledParameters(name, [1], kinds)).toEqual([]);
    });
  }

  for (const [name, kinds] of Object.entries(OF_PARAMETERS)) {
    it(`${name} takes its limits and refuses bad parameters`, () => {
      const good = kinds.map((kind) => kind.good[0]);
      for (const [i, kind] of kinds.entries()) {
        for (const value of kind.good) {
          expect(functionOf(name)(...good.with(i, value)), `${i}: ${value}`).not.toBeNaN();
        }
      }
      expect(spoiledParameters(name, [], kinds)).toEqual([]);
    });
  }

  it("bivariateNormalCdf takes every place and refuses what is no correlation", () => {
    for (const correlation of r.good) {
      for (const x of [-INF, -1, 0, 2, INF]) {
        for (const y of [-INF, -1, 0, 2, INF]) {
          const chance = numeric.bivariateNormalCdf(x, y, correlation);
          expect(chance >= 0 && chance <= 1, `${x}, ${y}, ${correlation}`).toBe(true);
        }
      }
    }
    expect(numeric.bivariateNormalCdf(1, Number.NaN, 0.2)).toBeNaN();
    expect(r.bad.flatMap((bad) => accepted("bivariateNormalCdf", [0, 0, bad]))).toEqual([]);
  });

  for (const call of OF_COLUMNS) {
    it(`${call.fn.name} refuses what is wrong, saying where and what came`, () => {
      expect(() => call.fn(...(call.args as never[]))).not.toThrow();
      const wrong = spoiledCalls(call).flatMap(({ label, args }) =>
        accepted(call.fn.name, args).map((line) => `${label}: ${line}`),
      );
      expect(wrong).toEqual([]);
    });
  }
});
