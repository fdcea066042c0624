import type { DesignMatrix } from "./design-matrix.js";
import { crossProduct } from "./likelihood.js";
import { symmetricInverse } from "./symmetric-inverse.js";

/**
 * Variance inflation factors, by covariate: the diagonal of the inverse of their correlations,
 * 1/(1 − R²) of each on the others. A single covariate has 1.
 */
export function varianceInflation(design: DesignMatrix): number[] {
  const { rows, p, n } = design;
  const products = crossProduct(rows, p, new Float64Array(n).fill(1 / n));
  const correlations = products.slice(1).map((row) => row.slice(1));
  const inverse = symmetricInverse(correlations);
  return correlations.map((_, k) => inverse?.[k]?.[k] ?? Number.POSITIVE_INFINITY);
}
