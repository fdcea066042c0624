import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Covariance2, Estimate } from "../estimate.js";
import {
  type AccuracyStudies,
  type BivariateParameters,
  expit,
  minusLaplaceLikelihood,
} from "./bivariate-likelihood.js";
import { checkCounts } from "./effect-columns.js";
import { type Ellipse, ellipses } from "./ellipse.js";
import { type HierarchicalRoc, hierarchicalRoc } from "./hierarchical-roc.js";
import { intervalOf } from "./reference-distribution.js";
import { curvedMinimum, marginalCovariance } from "./stationary-point.js";
import { sum } from "./weighted-fit.js";

/** Sensitivity and specificity of a test over studies. */
export interface BivariateAccuracy {
  readonly method: "bivariate-glmm";
  readonly k: number;
  readonly logitSensitivity: Estimate;
  readonly logitSpecificity: Estimate;
  readonly standardErrors: readonly [number, number]; // of the two logits
  readonly covariance: Covariance2; // of the two logits as estimates, sensitivity first
  readonly between: Covariance2; // of the two logits between studies
  readonly correlation: number; // between studies; NaN where a variance is 0
  readonly sensitivity: Estimate; // of a median study
  readonly specificity: Estimate;
  readonly likelihoodRatioPositive: Estimate;
  readonly likelihoodRatioNegative: Estimate;
  readonly oddsRatio: Estimate;
  readonly logLikelihood: number; // Laplace's approximation
  readonly hierarchicalRoc: HierarchicalRoc;
  /** Regions of the plane of false positive rate and sensitivity, for a figure. */
  readonly confidenceEllipse: Ellipse; // of the summary point
  readonly predictionEllipse: Ellipse; // of a further study
  /** Observed rates of each study and their sizes, for a figure; NaN for an empty group. */
  readonly studies: {
    readonly sensitivities: Float64Array; // (k)
    readonly specificities: Float64Array; // (k)
    readonly diseased: Float64Array; // (k)
    readonly healthy: Float64Array; // (k)
  };
  /** "no-variation": no patient, or every patient, of a group was misclassified; the rest reads NaN. */
  readonly note?: "no-variation";
}

const STARTS = [
  [1, 0, 1],
  [0.3, -0.3, 0.3],
]; // Cholesky factors
const SAME = 1e-9; // log likelihoods this close do not tell a variance from 0

/**
 * The bivariate model of diagnostic accuracy: logits of sensitivity and specificity, binormal between
 * studies, counts binomial within.
 *
 * By maximum likelihood with Laplace's approximation, as lme4's glmer does it. Nothing is added to
 * any count. Ellipses use 2F on 2 and k − 2 degrees of freedom.
 *
 * @param studies - columns of counts, one row per study
 * @param options.level - confidence level of intervals, which are normal on the logit scale, and of
 *   ellipses; 0.95
 * @throws InvalidInput on fewer than 3 studies, unequal lengths, counts that are not integers of at
 *   least 0, groups without patients in all studies, or a level outside (0, 1)
 * @source [@reitsma2005], [@chu2006], [@harbord2007] regions and the hierarchical curve
 */
export function bivariateAccuracy(
  studies: AccuracyStudies,
  { level = 0.95 }: { level?: number } = {},
): BivariateAccuracy {
  const where = "bivariateAccuracy";
  const { truePositives, falseNegatives, trueNegatives, falsePositives } = studies ?? {};
  checkCounts(where, { truePositives, falseNegatives, trueNegatives, falsePositives }, 3);
  checkLevel(where, level);
  const [tp, fn, tn, fp] = [truePositives, falseNegatives, trueNegatives, falsePositives].map(sum);
  if (tp! + fn! === 0 || tn! + fp! === 0) {
    const rule = `needs diseased and healthy patients; got ${tp! + fn!} and ${tn! + fp!}`;
    throw new InvalidInput(where, rule, "empty");
  }
  const k = truePositives.length;
  if (tp! * fn! * tn! * fp! === 0) {
    const nan = [Number.NaN, Number.NaN] as const;
    const unknown = { at: [...nan, ...nan, Number.NaN], covariance: [nan, nan] as Covariance2 };
    return { ...summary(studies, k, unknown, Number.NaN, level), note: "no-variation" };
  }
  const flat = [Math.log(tp! / fn!), Math.log(tn! / fp!)];
  const minusLogLikelihood = minusLaplaceLikelihood(studies);
  const best = curvedMinimum(minusLogLikelihood, ...STARTS.map((factor) => [...flat, ...factor]));
  const flatAt = [...flat, 0, 0, 0];
  const flatValue = minusLogLikelihood(flatAt);
  if (!(best.value < flatValue - SAME)) {
    const variances = [1 / tp! + 1 / fn!, 1 / tn! + 1 / fp!] as const;
    const covariance: Covariance2 = [
      [variances[0], 0],
      [0, variances[1]],
    ];
    return summary(studies, k, { at: flatAt, covariance }, -flatValue, level);
  }
  const covariance = marginalCovariance(best.hessian, 2) as unknown as Covariance2;
  return summary(studies, k, { at: best.at, covariance }, -best.value, level);
}

function summary(
  studies: AccuracyStudies,
  k: number,
  { at, covariance }: { at: BivariateParameters; covariance: Covariance2 },
  logLikelihood: number,
  level: number,
): BivariateAccuracy {
  const [sens, spec, l11, l21, l22] = at as [number, number, number, number, number];
  const between: Covariance2 = [
    [l11 * l11, l11 * l21],
    [l11 * l21, l21 * l21 + l22 * l22],
  ];
  const standardErrors = [Math.sqrt(covariance[0][0]), Math.sqrt(covariance[1][1])] as const;
  const logitSensitivity = estimated(sens, standardErrors[0], level);
  const logitSpecificity = estimated(spec, standardErrors[1], level);
  return {
    method: "bivariate-glmm",
    k,
    logitSensitivity,
    logitSpecificity,
    standardErrors,
    covariance,
    between,
    correlation: between[0][1] / Math.sqrt(between[0][0] * between[1][1]),
    sensitivity: mapped(logitSensitivity, expit),
    specificity: mapped(logitSpecificity, expit),
    ...ratios(sens, spec, covariance, level),
    logLikelihood,
    hierarchicalRoc: hierarchicalRoc([sens, spec], between),
    ...ellipses([sens, spec], covariance, between, k, level),
    studies: observed(studies),
  };
}

function estimated(value: number, standardError: number, level: number): Estimate {
  return { value, ci: intervalOf(value, standardError, Number.POSITIVE_INFINITY, level) };
}

function mapped({ value, ci }: Estimate, to: (value: number) => number): Estimate {
  return {
    value: to(value),
    ci: { lower: to(ci.lower), upper: to(ci.upper), level: ci.level },
  };
}

/** Likelihood ratios and odds ratio of the summary point, with delta-method intervals of their logarithms. */
function ratios(
  sens: number,
  spec: number,
  covariance: Covariance2,
  level: number,
): Pick<BivariateAccuracy, "likelihoodRatioPositive" | "likelihoodRatioNegative" | "oddsRatio"> {
  const [se, sp] = [expit(sens), expit(spec)];
  /** Gradient of the logarithm in the two logits. */
  const at = (log: number, bySens: number, bySpec: number): Estimate => {
    const variance =
      bySens ** 2 * covariance[0][0] +
      2 * bySens * bySpec * covariance[0][1] +
      bySpec ** 2 * covariance[1][1];
    return mapped(estimated(log, Math.sqrt(variance), level), Math.exp);
  };
  return {
    likelihoodRatioPositive: at(Math.log(se / (1 - sp)), 1 - se, sp),
    likelihoodRatioNegative: at(Math.log((1 - se) / sp), -se, -(1 - sp)),
    oddsRatio: at(sens + spec, 1, 1),
  };
}

function observed(studies: AccuracyStudies): BivariateAccuracy["studies"] {
  const { truePositives, falseNegatives, trueNegatives, falsePositives } = studies;
  const diseased = Float64Array.from(truePositives, (tp, i) => tp + falseNegatives[i]!);
  const healthy = Float64Array.from(trueNegatives, (tn, i) => tn + falsePositives[i]!);
  return {
    sensitivities: diseased.map((n, i) => truePositives[i]! / n),
    specificities: healthy.map((n, i) => trueNegatives[i]! / n),
    diseased,
    healthy,
  };
}
