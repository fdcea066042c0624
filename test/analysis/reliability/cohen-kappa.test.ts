import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgreementWeights, cohenKappa } from "../../../src/analysis/index.js";
import { reordered, squareTables, transposed } from "./tables.js";

const WORDS = ["unweighted", "linear", "quadratic", "ordinal"] as const;
const table = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];

describe("cohenKappa", () => {
  it("gives the kappa that Cohen 1960 prints for two judges of 200 patients", () => {
    const got = cohenKappa(table, "unweighted");
    expect(got.observed).toBeCloseTo(0.7, 12);
    expect(got.expected).toBeCloseTo(0.41, 12);
    expect(got.kappa.value).toBeCloseTo(0.492, 3);
  });

  it("weighs by a matrix as by the word for it", () => {
    const linear = [
      [1, 0.5, 0],
      [0.5, 1, 0.5],
      [0, 0.5, 1],
    ];
    expect(cohenKappa(table, linear)).toEqual(cohenKappa(table, "linear"));
  });

  it("has the standard error of the delta method, by differences of kappa itself", () => {
    fc.assert(
      fc.property(squareTables(3), fc.constantFrom(...WORDS), (counts, weights) => {
        const got = cohenKappa(counts, weights);
        fc.pre(got.note !== "one-category");
        const n = counts.flat().reduce((sum, count) => sum + count, 0);
        const gradient = counts.flatMap((row, i) =>
          row.map((count, j) => ({ share: count / n, slope: slope(counts, weights, i, j) })),
        );
        const mean = gradient.reduce((sum, { share, slope }) => sum + share * slope, 0);
        const square = gradient.reduce(
          (sum, { share, slope }) => sum + share * (slope - mean) ** 2,
          0,
        );
        expect(got.standardError).toBeCloseTo(Math.sqrt(square / n), 4);
      }),
    );
  });

  it("does not ask which rater is first, nor for unweighted in which order categories stand", () => {
    fc.assert(
      fc.property(squareTables(3), fc.constantFrom(...WORDS), (counts, weights) => {
        const one = cohenKappa(counts, weights);
        const swapped = cohenKappa(transposed(counts), weights);
        const reversed = cohenKappa(reordered(counts, [2, 1, 0]), weights);
        for (const other of [swapped, reversed]) {
          expect(other.kappa.value).toBeCloseTo(one.kappa.value, 12);
          expect(other.standardError).toBeCloseTo(one.standardError, 12);
          expect(other.test.standardError).toBeCloseTo(one.test.standardError, 12);
        }
        const shuffled = cohenKappa(reordered(counts, [1, 2, 0]), "unweighted");
        expect(shuffled.kappa.value).toBeCloseTo(cohenKappa(counts, "unweighted").kappa.value, 12);
      }),
    );
  });

  it("halves its interval when every count is fourfold", () => {
    const one = cohenKappa(table, "quadratic");
    const four = cohenKappa(
      table.map((row) => row.map((count) => 4 * count)),
      "quadratic",
    );
    const width = ({ ci }: { ci: { lower: number; upper: number } }): number => ci.upper - ci.lower;
    expect(four.kappa.value).toBeCloseTo(one.kappa.value, 14);
    expect(width(four.kappa)).toBeCloseTo(width(one.kappa) / 2, 14);
  });

  it("counts declared categories that nobody used in the weights", () => {
    const wider = [...table.map((row) => [...row, 0]), [0, 0, 0, 0]];
    const one = cohenKappa(table, "linear");
    const other = cohenKappa(wider, "linear");
    expect(other.observed).toBeGreaterThan(one.observed);
    expect(other.kappa.value).toBeCloseTo(one.kappa.value, 12); // linear in the steps: they cancel
    expect(cohenKappa(wider, "ordinal").kappa.value).toBeCloseTo(
      cohenKappa(table, "ordinal").kappa.value,
      12,
    );
  });

  it("notes what leaves it undefined, fixed or without spread", () => {
    const one = cohenKappa(
      [
        [20, 0],
        [0, 0],
      ],
      "unweighted",
    );
    expect(one.note).toBe("one-category");
    expect([one.kappa.value, one.standardError, one.test.p]).toEqual([NaN, NaN, NaN]);
    const constant = cohenKappa(
      [
        [7, 3, 5],
        [0, 0, 0],
        [0, 0, 0],
      ],
      "linear",
    );
    expect(constant.note).toBe("constant-rater");
    expect(constant.kappa.value).toBe(0);
    expect(constant.standardError).toBeCloseTo(0, 12);
    expect(constant.test.z).toBeNaN();
    const perfect = cohenKappa(
      [
        [7, 0],
        [0, 3],
      ],
      "unweighted",
    );
    expect(perfect.note).toBe("perfect-agreement");
    expect(perfect.kappa).toEqual({ value: 1, ci: { lower: 1, upper: 1, level: 0.95 } });
  });

  it("refuses tables and weights that fit nothing", () => {
    expect(() => cohenKappa([[1, 2]], "linear")).toThrow("needs at least 2 rows of counts; got 1");
    expect(() =>
      cohenKappa(
        [
          [1, 2, 0],
          [1, 2, 0],
        ],
        "linear",
      ),
    ).toThrow("cohenKappa: needs a square table; got 2 rows of 3 counts");
    expect(() =>
      cohenKappa(table, [
        [1, 0],
        [0, 1],
      ]),
    ).toThrow("needs weights for 3 categories; got 2 rows");
    expect(() => cohenKappa(table, "cubic" as AgreementWeights)).toThrow(
      'needs weights that are a matrix or one of unweighted, linear, quadratic, ordinal; got "cubic"',
    );
  });
});

/** ∂κ/∂pᵢⱼ by central differences: kappa needs no whole counts, but the function asks for them. */
function slope(counts: number[][], weights: AgreementWeights, i: number, j: number): number {
  const SCALE = 1e6;
  const n = counts.flat().reduce((sum, count) => sum + count, 0);
  const moved = (by: number): number =>
    cohenKappa(
      counts.map((row, r) => row.map((count, c) => count * SCALE + (r === i && c === j ? by : 0))),
      weights,
    ).kappa.value;
  const by = SCALE / 100;
  const forward = (moved(by) - moved(0)) / by;
  const twice = (moved(2 * by) - moved(0)) / (2 * by);
  return (2 * forward - twice) * n * SCALE; // Richardson: counts cannot go below 0
}
