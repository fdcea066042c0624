import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  diagnosticAccuracy,
  type PairedTestComparison,
  pairedTestComparison,
  pearsonChiSquare,
  type TwoByTwo,
} from "../../../src/analysis/index.js";

const count = fc.integer({ min: 1, max: 30 });
const table: fc.Arbitrary<TwoByTwo> = fc.tuple(fc.tuple(count, count), fc.tuple(count, count));
const swapped = ([[a, b], [c, d]]: TwoByTwo): TwoByTwo => [
  [a, c],
  [b, d],
];
const turned = ([[a, b], [c, d]]: TwoByTwo): TwoByTwo => [
  [d, c],
  [b, a],
];

/** Exercise test and chest pain for coronary disease (CASS), as Pepe 2003 tabulates them. */
const CASS = {
  diseased: [
    [786, 29],
    [183, 25],
  ],
  healthy: [
    [69, 46],
    [176, 151],
  ],
} as const;

describe("pairedTestComparison", () => {
  it("has each test's own table in its margins", () => {
    const got = pairedTestComparison(CASS);
    const exercise = diagnosticAccuracy({
      truePositive: 815,
      falsePositive: 115,
      falseNegative: 208,
      trueNegative: 327,
    });
    for (const rate of ["sensitivity", "specificity", "ppv", "npv"] as const) {
      expect(got[rate].first).toEqual(exercise[rate]);
    }
    expect(got.sensitivity.mcNemar.chiSquare.statistic).toBeCloseTo((29 - 183) ** 2 / 212, 12);
    expect(got.specificity.mcNemar.onlyFirst).toBe(176);
  });

  it("turns round when the tests swap", () => {
    fc.assert(
      fc.property(table, table, (diseased, healthy) => {
        const one = pairedTestComparison({ diseased, healthy });
        const other = pairedTestComparison({
          diseased: swapped(diseased),
          healthy: swapped(healthy),
        });
        for (const rate of ["sensitivity", "specificity"] as const) {
          expect(other[rate].difference.tango.lower).toBeCloseTo(
            -one[rate].difference.tango.upper,
            9,
          );
        }
        for (const value of ["ppv", "npv"] as const) {
          expect(other[value].difference.ci.lower).toBeCloseTo(-one[value].difference.ci.upper, 10);
          expect(other[value].score.statistic).toBeCloseTo(one[value].score.statistic, 8);
        }
        const ratios = (got: PairedTestComparison): { value: number; seLog: number }[] => [
          got.sensitivity.ratio,
          got.ppv.ratio,
          got.npv.ratio,
          got.likelihoodRatioPositive,
          got.likelihoodRatioNegative,
        ];
        for (const [i, ratio] of ratios(one).entries()) {
          expect(ratios(other)[i]!.value * ratio.value).toBeCloseTo(1, 10);
          expect(ratios(other)[i]!.seLog).toBeCloseTo(ratio.seLog, 10);
        }
      }),
    );
  });

  it("exchanges sensitivity with specificity and both predictive values with the truth", () => {
    fc.assert(
      fc.property(table, table, (diseased, healthy) => {
        const one = pairedTestComparison({ diseased, healthy });
        const other = pairedTestComparison({
          diseased: turned(healthy),
          healthy: turned(diseased),
        });
        expect(other.sensitivity).toEqual(one.specificity);
        expect(other.ppv).toEqual(one.npv);
        expect(other.likelihoodRatioPositive.value * one.likelihoodRatioNegative.value).toBeCloseTo(
          1,
          10,
        );
      }),
    );
  });

  it("scores predictive values of findings without a common subject as independent shares", () => {
    fc.assert(
      fc.property(count, count, count, count, (r1, r2, w1, w2) => {
        const { ppv } = pairedTestComparison({
          diseased: [
            [0, r1],
            [r2, 4],
          ],
          healthy: [
            [0, w1],
            [w2, 9],
          ],
        });
        const { statistic } = pearsonChiSquare([
          [r1, w1],
          [r2, w2],
        ]);
        expect(ppv.score.statistic).toBeCloseTo(statistic, 8);
      }),
    );
  });

  it("has the large-sample errors that leaving out subjects gives", () => {
    const cells = (["diseased", "healthy"] as const).flatMap((truth) =>
      [0, 1].flatMap((i) => [0, 1].map((j) => ({ truth, i, j, size: CASS[truth][i]![j]! }))),
    );
    const without = cells.map(({ truth, i, j, size }) => {
      const left = { diseased: copy(CASS.diseased), healthy: copy(CASS.healthy) };
      left[truth][i]![j]! -= 1;
      return { size, got: pairedTestComparison(left as unknown as typeof CASS) };
    });
    const all = pairedTestComparison(CASS);
    const jackknife = (of: (got: PairedTestComparison) => number): number => {
      const mean = without.reduce((sum, { size, got }) => sum + size * of(got), 0) / all.n;
      const square = without.reduce((sum, { size, got }) => sum + size * (of(got) - mean) ** 2, 0);
      return Math.sqrt((square * (all.n - 1)) / all.n);
    };
    const near = (value: number, other: number): void => {
      expect(Math.abs(value / other - 1)).toBeLessThan(0.01);
    };
    near(
      all.ppv.ratio.seLog,
      jackknife((got) => Math.log(got.ppv.ratio.value)),
    );
    near(
      all.npv.ratio.seLog,
      jackknife((got) => Math.log(got.npv.ratio.value)),
    );
    near(
      all.sensitivity.ratio.seLog,
      jackknife((got) => Math.log(got.sensitivity.ratio.value)),
    );
    near(
      all.likelihoodRatioNegative.seLog,
      jackknife((got) => Math.log(got.likelihoodRatioNegative.value)),
    );
    near(
      (all.npv.difference.ci.upper - all.npv.difference.value) / 1.959964,
      jackknife((got) => got.npv.difference.value),
    );
  });

  it("leaves undefined what tests that always agree, or never find anything, do not have", () => {
    const same = pairedTestComparison({
      diseased: [
        [8, 0],
        [0, 2],
      ],
      healthy: [
        [3, 0],
        [0, 20],
      ],
    });
    expect(same.ppv.difference.value).toBe(0);
    expect(same.ppv.score.statistic).toBeNaN();
    expect(same.sensitivity.mcNemar.note).toBe("no-discordant-pairs");
    const never = pairedTestComparison({
      diseased: [
        [0, 0],
        [8, 2],
      ],
      healthy: [
        [0, 0],
        [3, 20],
      ],
    });
    expect(never.ppv.note).toBe("no-findings");
    expect(never.ppv.first.value).toBeNaN();
    expect(never.ppv.second.value).toBeCloseTo(8 / 11, 14);
    expect(never.ppv.score.p).toBeNaN();
  });

  it("refuses a study of one kind of subject", () => {
    const none: TwoByTwo = [
      [0, 0],
      [0, 0],
    ];
    expect(() => pairedTestComparison({ diseased: none, healthy: CASS.healthy })).toThrow(
      "pairedTestComparison: needs subjects with and without the condition; got 0 and 442",
    );
  });
});

function copy(rows: TwoByTwo): number[][] {
  return rows.map((row) => [...row]);
}
