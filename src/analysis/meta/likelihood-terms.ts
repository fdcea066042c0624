import {
  type Design,
  dot,
  inverseVariances,
  projectionTerms,
  sum,
  weightedFit,
} from "./weighted-fit.js";

/** What the equations of τ² are made of, at one τ²; w = 1/(v + τ²), P as in `weightedFit`. */
export interface LikelihoodTerms {
  readonly q: number; // yᵀPy
  readonly formPP: number; // yᵀPPy
  readonly formPPP: number;
  readonly traceP: number;
  readonly tracePP: number;
  readonly sumWeights: number;
  readonly sumSquares: number; // of the weights
  readonly logWeights: number; // Σ ln w
  readonly logDeterminant: number; // of XᵀWX
}

/** The terms of a design whose columns are independent. */
export function likelihoodTerms(design: Design, tau2: number): LikelihoodTerms {
  return design.columns.length === 1 ? termsOfMean(design, tau2) : termsOfModel(design, tau2);
}

/** Of a mean alone: two passes over the studies, without arrays. */
function termsOfMean({ effects, variances }: Design, tau2: number): LikelihoodTerms {
  let [sumWeights, sumSquares, cubes, weighted] = [0, 0, 0, 0];
  for (let i = 0; i < effects.length; i++) {
    const w = 1 / (variances[i]! + tau2);
    const square = w * w;
    sumWeights += w;
    sumSquares += square;
    cubes += square * w;
    weighted += w * effects[i]!;
  }
  const mean = weighted / sumWeights;
  let [q, formPP, cubic, projected, logWeights] = [0, 0, 0, 0, 0];
  let product = 1; // of weights, so that logarithms are few
  for (let i = 0; i < effects.length; i++) {
    const w = 1 / (variances[i]! + tau2);
    const r = effects[i]! - mean;
    const u = w * r;
    q += u * r;
    formPP += u * u;
    cubic += w * u * u;
    projected += w * u;
    product *= w;
    if (product < 1e-100 || product > 1e100) {
      logWeights += Math.log(product);
      product = 1;
    }
  }
  logWeights += Math.log(product);
  const share = sumSquares / sumWeights;
  return {
    q,
    formPP,
    formPPP: cubic - projected ** 2 / sumWeights,
    traceP: sumWeights - share,
    tracePP: sumSquares - (2 * cubes) / sumWeights + share * share,
    sumWeights,
    sumSquares,
    logWeights,
    logDeterminant: Math.log(sumWeights),
  };
}

function termsOfModel(design: Design, tau2: number): LikelihoodTerms {
  const fit = weightedFit(design, inverseVariances(design, tau2))!;
  let logWeights = 0;
  for (const w of fit.weights) logWeights += Math.log(w);
  return {
    ...projectionTerms(design, fit),
    q: fit.q,
    sumWeights: sum(fit.weights),
    sumSquares: dot(fit.weights, fit.weights),
    logWeights,
    logDeterminant: fit.logDeterminant,
  };
}
