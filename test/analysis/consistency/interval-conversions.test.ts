import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readDifferenceInterval,
  readRatioInterval,
  sdFromInterval,
  sdFromStandardError,
  studentTest,
} from "../../../src/analysis/index.js";
import { tUpperQuantile } from "../../../src/numeric/index.js";

describe("readDifferenceInterval", () => {
  it("gives back the test that made the interval", () => {
    const test = studentTest({ mean: 5, sd: 2, n: 12 }, { mean: 3.5, sd: 1.5, n: 11 });
    const got = readDifferenceInterval(test.difference, { df: test.df });
    expect(got.p).toBeCloseTo(test.p, 12);
    expect(got.standardError).toBeCloseTo(test.standardError, 12);
    expect(got.asymmetry).toBeCloseTo(0, 12);
  });

  it("measures how far an estimate lies off its interval's middle", () => {
    expect(
      readDifferenceInterval({ value: 2, ci: { lower: 0, upper: 3, level: 0.95 } }).asymmetry,
    ).toBe(0.5);
  });

  it("refuses an empty interval", () => {
    const ci = { lower: 3, upper: 0, level: 0.95 };
    expect(() => readDifferenceInterval({ value: 2, ci })).toThrow(
      "a lower limit below the upper; got 3 to 0",
    );
  });
});

describe("readRatioInterval", () => {
  it("does not care which group comes first", () => {
    const ratio = fc.double({ min: 0.05, max: 20, noNaN: true });
    const factor = fc.double({ min: 1.01, max: 9, noNaN: true });
    fc.assert(
      fc.property(ratio, factor, (value, f) => {
        const there = readRatioInterval({
          value,
          ci: { lower: value / f, upper: value * f, level: 0.9 },
        });
        const back = readRatioInterval({
          value: 1 / value,
          ci: { lower: 1 / (value * f), upper: f / value, level: 0.9 },
        });
        expect(back.p).toBeCloseTo(there.p, 10);
        expect(there.midpoint / value).toBeCloseTo(1, 10);
      }),
    );
  });

  it("refuses a limit of 0, whose logarithm is none", () => {
    const ci = { lower: 0, upper: 2, level: 0.95 };
    expect(() => readRatioInterval({ value: 1, ci })).toThrow("needs a ratio and limits above 0");
  });
});

describe("sdFromInterval and sdFromStandardError", () => {
  it("agree with each other", () => {
    const half = tUpperQuantile(0.025, 23) * 1.4;
    const ci = { lower: 10 - half, upper: 10 + half, level: 0.95 };
    expect(sdFromInterval(ci, 24)).toBeCloseTo(sdFromStandardError(1.4, 24), 12);
  });

  it("refuse one value and a negative standard error", () => {
    expect(() => sdFromInterval({ lower: 0, upper: 1, level: 0.95 }, 1)).toThrow("n of at least 2");
    expect(() => sdFromStandardError(-1, 4)).toThrow("a standard error of at least 0; got -1");
  });
});
