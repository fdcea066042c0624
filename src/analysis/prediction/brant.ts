import { InvalidInput } from "../../numeric/index.js";
import { type ChiSquare, chiSquare } from "../chi-square.js";
import type { Covariates } from "./covariates.js";
import {
  crossProduct,
  linearPredictor,
  type Maximum,
  maximumLikelihood,
  risk,
} from "./likelihood.js";
import { quadratic } from "./model-tests.js";
import { ordinalData } from "./ordinal.js";
import { refuseSeparation } from "./separation.js";
import { symmetricInverse } from "./symmetric-inverse.js";

/** A Wald test that the odds are proportional; a small p speaks against it. */
export interface BrantTest {
  readonly method: "brant";
  readonly all: ChiSquare;
  readonly byCovariate: readonly (ChiSquare & { readonly term: string })[];
}

/**
 * Brant's test of proportional odds: are the coefficients of the logistic regressions at each
 * threshold (higher or not) equal?
 *
 * @param outcome - (n) numbers of at least three levels
 * @param covariates - rows (n × p) or named columns of n
 * @throws InvalidInput (`too_few_levels`; `separation` when one of the regressions has no estimate; …)
 * @source [@brant1990]
 */
export function brantTest(outcome: ArrayLike<number>, covariates: Covariates): BrantTest {
  const where = "brantTest";
  const { design, levels, model } = ordinalData(where, outcome, covariates);
  if (levels.length < 3) {
    throw new InvalidInput(
      where,
      `needs at least 3 levels; got ${levels.length}`,
      "too_few_levels",
    );
  }
  const { n, p, rows } = design;
  const fits = levels.slice(0, -1).map((_, j) => {
    const higher = Array.from(model.levelOf, (level) => (level > j ? 1 : 0));
    refuseSeparation(where, higher, design);
    const binary = { outcome: higher, rows, q: p };
    const maximum = maximumLikelihood(binary);
    if (maximum === undefined) {
      throw new InvalidInput(where, "finds no maximum at a threshold", "separation");
    }
    return { maximum, risks: linearPredictor(binary, maximum.gamma).map(risk) };
  });
  const q = p - 1;
  const slopes = fits.flatMap(({ maximum }) => Array.from(maximum.gamma.subarray(1)));
  const covariance = slopes.map(() => new Array<number>(slopes.length).fill(0));
  for (const [l, first] of fits.entries()) {
    for (const [m, second] of fits.entries()) {
      const block = blockOf(first, second, rows, n, p, l <= m);
      for (let j = 0; j < q; j++) {
        for (let k = 0; k < q; k++) covariance[l * q + j]![m * q + k] = block[j + 1]![k + 1]!;
      }
    }
  }
  const all = Array.from({ length: q }, (_, j) => j);
  return {
    method: "brant",
    all: equality(slopes, covariance, q, all),
    byCovariate: all.map((j) => ({
      term: design.terms[j + 1]!,
      ...equality(slopes, covariance, q, [j]),
    })),
  };
}

interface BinaryFit {
  readonly maximum: Maximum;
  readonly risks: Float64Array;
}

/** Covariance of the coefficients of two of the regressions; the indicators are nested. */
function blockOf(
  first: BinaryFit,
  second: BinaryFit,
  rows: Float64Array,
  n: number,
  p: number,
  ascending: boolean,
): number[][] {
  const shared = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const [a, b] = [first.risks[i]!, second.risks[i]!];
    shared[i] = (ascending ? b : a) - a * b; // both are above the higher threshold, less chance
  }
  const middle = crossProduct(rows, p, shared);
  return product(product(first.maximum.covariance, middle), second.maximum.covariance);
}

/** Wald's test that the chosen coefficients are the same at each threshold as at the first. */
function equality(
  slopes: readonly number[],
  covariance: readonly (readonly number[])[],
  q: number,
  chosen: readonly number[],
): ChiSquare {
  const thresholds = slopes.length / q;
  const contrasts: [number, number][] = [];
  for (let l = 1; l < thresholds; l++) for (const j of chosen) contrasts.push([j, l * q + j]);
  const differences = contrasts.map(([a, b]) => slopes[a]! - slopes[b]!);
  const variance = contrasts.map(([a, b]) =>
    contrasts.map(
      ([c, d]) => covariance[a]![c]! - covariance[a]![d]! - covariance[b]![c]! + covariance[b]![d]!,
    ),
  );
  const inverse = symmetricInverse(variance);
  const statistic = inverse === undefined ? Number.NaN : quadratic(inverse, differences);
  return chiSquare(statistic, differences.length);
}

function product(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row) =>
    b[0]!.map((_, k) => row.reduce((sum, value, j) => sum + value * b[j]![k]!, 0)),
  );
}
