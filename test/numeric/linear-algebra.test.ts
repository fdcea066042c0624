import { describe, expect, it } from "vitest";
import {
  choleskyInverse,
  leastSquares,
  type Matrix,
  pseudoInverse,
  symmetricEigen,
} from "../../src/numeric/index.js";

const HILBERT: Matrix = [0, 1, 2].map((i) => [0, 1, 2].map((j) => 1 / (i + j + 1)));

describe("choleskyInverse", () => {
  it("gives the integer inverse and the determinant 1/2160 of Hilbert's 3 × 3 matrix", () => {
    const { inverse, logDeterminant } = choleskyInverse(HILBERT)!;
    expect(inverse.flat().map((x) => Math.round(x * 1e9) / 1e9)).toEqual([
      9, -36, 30, -36, 192, -180, 30, -180, 180,
    ]);
    expect(logDeterminant).toBeCloseTo(-Math.log(2160), 12);
  });

  it("takes a matrix that rounding has made a little lopsided", () => {
    const { inverse } = choleskyInverse([
      [2, 0.3],
      [0.1 + 0.2, 1],
    ])!;
    expect(inverse[0]![1]).toBeCloseTo(-0.3 / 1.91, 14);
  });

  it("says when a matrix is not positive definite", () => {
    expect(
      choleskyInverse([
        [1, 2],
        [2, 1],
      ]),
    ).toBeUndefined();
  });
});

describe("leastSquares", () => {
  it("finds the line through points that lie on it", () => {
    const { coefficients, inverseCrossProduct } = leastSquares(
      [
        [1, 1],
        [1, 2],
        [1, 4],
      ],
      [3, 5, 9],
    )!;
    expect(coefficients[0]).toBeCloseTo(1, 13);
    expect(coefficients[1]).toBeCloseTo(2, 13);
    expect(inverseCrossProduct[1]![1]).toBeCloseTo(3 / 14, 13);
  });

  it("says when columns depend on each other", () => {
    expect(
      leastSquares(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [1, 2, 3],
      ),
    ).toBeUndefined();
  });
});

describe("pseudoInverse", () => {
  it("leaves out the directions that a singular matrix has not", () => {
    const { inverse, rank } = pseudoInverse([
      [2, 2],
      [2, 2],
    ]);
    expect(rank).toBe(1);
    for (const value of inverse.flat()) expect(value).toBeCloseTo(1 / 8, 14);
  });
});

describe("symmetricEigen", () => {
  it("gives the eigenvalues ascending with their vectors", () => {
    const { values, vectors } = symmetricEigen([
      [2, 1],
      [1, 2],
    ]);
    expect(values[0]).toBeCloseTo(1, 14);
    expect(values[1]).toBeCloseTo(3, 14);
    expect(vectors[0]![1]! / vectors[1]![1]!).toBeCloseTo(1, 14);
  });
});
