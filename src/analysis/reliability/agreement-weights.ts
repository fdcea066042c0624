import { InvalidInput, type Matrix } from "../../numeric/index.js";
import { shown } from "../columns.js";

/**
 * How much two ratings agree: 1 for the same category, less the further apart.
 *
 * With d the steps between two of q categories: "unweighted" 0 unless d = 0; "linear" 1 − d/(q − 1);
 * "quadratic" 1 − (d/(q − 1))²; "ordinal" Gwet's 1 − C(d + 1, 2)/C(q, 2). Or a symmetric q × q
 * matrix of shares with a diagonal of 1.
 */
export type AgreementWeights = "unweighted" | "linear" | "quadratic" | "ordinal" | Matrix;

const BY_STEPS: Readonly<Record<string, (steps: number, most: number) => number>> = {
  unweighted: (steps) => (steps === 0 ? 1 : 0),
  linear: (steps, most) => 1 - steps / most,
  quadratic: (steps, most) => 1 - (steps / most) ** 2,
  ordinal: (steps, most) => 1 - (steps * (steps + 1)) / (most * (most + 1)),
};

/**
 * The weights of agreement between all pairs of q categories.
 *
 * @returns (q × q) by rows
 * @throws InvalidInput on an unknown word, or a matrix that is not q × q, symmetric, within [0, 1]
 *   and 1 on its diagonal
 * @source [@cohen1968]; [@gwet2014] ordinal weights
 */
export function weightMatrix(where: string, weights: AgreementWeights, q: number): number[][] {
  const rows = Array.from({ length: q }, (_, i) => i);
  if (Array.isArray(weights)) {
    checkWeights(where, weights as Matrix, q);
    return (weights as Matrix).map((row) => [...row]);
  }
  if (typeof weights !== "string" || !Object.hasOwn(BY_STEPS, weights)) {
    const words = Object.keys(BY_STEPS).join(", ");
    const rule = `needs weights that are a matrix or one of ${words}; got ${shown(weights)}`;
    throw new InvalidInput(where, rule, "weights");
  }
  const weight = BY_STEPS[weights]!;
  return rows.map((i) => rows.map((j) => weight(Math.abs(i - j), q - 1)));
}

function checkWeights(where: string, weights: Matrix, q: number): void {
  const refuse = (rule: string): never => {
    throw new InvalidInput(where, `needs weights ${rule}`, "weights");
  };
  if (weights.length !== q) refuse(`for ${q} categories; got ${weights.length} rows`);
  for (const [i, row] of weights.entries()) {
    if (!Array.isArray(row) || row.length !== q) refuse(`in ${q} columns; row ${i} has not`);
  }
  for (const [i, row] of weights.entries()) {
    for (const [j, weight] of row.entries()) {
      if (typeof weight !== "number" || !(weight >= 0 && weight <= 1)) {
        refuse(`from 0 to 1; row ${i}, column ${j} is ${shown(weight)}`);
      }
      if (i === j && weight !== 1) refuse(`of 1 on the diagonal; row ${i} has ${weight}`);
      if (weight !== weights[j]![i]) refuse(`that are symmetric; row ${i}, column ${j} is not`);
    }
  }
}
