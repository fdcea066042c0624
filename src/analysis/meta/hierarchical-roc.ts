import type { Covariance2 } from "../estimate.js";
import { expit } from "./bivariate-likelihood.js";

/**
 * Rutter and Gatsonis' hierarchical model in the bivariate model's terms; NaN where a variance
 * between studies is 0.
 */
export interface HierarchicalRoc {
  readonly accuracy: number; // Λ
  readonly threshold: number; // Θ
  readonly shape: number; // β; 0 for a symmetric curve
  readonly accuracyVariance: number; // σ²α
  readonly thresholdVariance: number; // σ²θ
  /** The summary curve over the false positive rates 0.005 … 0.995. */
  readonly curve: {
    readonly falsePositiveRates: Float64Array;
    readonly sensitivities: Float64Array;
  };
}

const POINTS = 199;

/**
 * Hierarchical parameters and the summary curve of a bivariate model without covariates, of which
 * it is another parametrisation.
 *
 * @param logits - of sensitivity and specificity
 * @source [@harbord2007] the equivalence, [@rutter2001] the curve
 */
export function hierarchicalRoc(
  [sens, spec]: readonly [number, number],
  [[varianceSens, covariance], [, varianceSpec]]: Covariance2,
): HierarchicalRoc {
  const [sdSens, sdSpec] = [Math.sqrt(varianceSens), Math.sqrt(varianceSpec)];
  const ratio = sdSens > 0 && sdSpec > 0 ? Math.sqrt(sdSpec / sdSens) : Number.NaN;
  const accuracy = ratio * sens + spec / ratio;
  const shape = 2 * Math.log(ratio);
  const falsePositiveRates = Float64Array.from(
    { length: POINTS },
    (_, i) => (i + 1) / (POINTS + 1),
  );
  return {
    accuracy,
    threshold: (ratio * sens - spec / ratio) / 2,
    shape,
    accuracyVariance: Number.isNaN(ratio) ? ratio : 2 * (sdSens * sdSpec + covariance),
    thresholdVariance: Number.isNaN(ratio) ? ratio : (sdSens * sdSpec - covariance) / 2,
    curve: {
      falsePositiveRates,
      // logit sens = Λe^(−β/2) + e^(−β) logit(1 − spec)
      sensitivities: falsePositiveRates.map((rate) =>
        expit(accuracy / ratio + Math.log(rate / (1 - rate)) / ratio ** 2),
      ),
    },
  };
}
