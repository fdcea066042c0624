import { logChoose } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { expit } from "./bivariate-likelihood.js";
import { checkNodes, logitNormalIntegral } from "./logit-normal-integral.js";
import { checkProportionStudies, type ProportionStudies } from "./proportion-effects.js";
import { intervalOf, twoSidedP } from "./reference-distribution.js";
import { curvedMinimum, marginalCovariance } from "./stationary-point.js";
import { sum } from "./weighted-fit.js";

/** Proportions pooled by a logistic model with a normal random intercept. */
export interface ProportionGlmm {
  readonly method: "logit-normal-glmm";
  readonly k: number;
  readonly estimate: Estimate; // logit of the proportion of a median study
  readonly standardError: number;
  readonly statistic: number; // normal
  readonly p: number; // two-sided, of logit 0
  readonly tau2: number; // variance of the logits between studies
  readonly proportion: Estimate; // of a median study
  readonly logLikelihood: number;
  /** "no-events": no patient of any study had the event, or all had; the rest reads NaN. */
  readonly note?: "no-events";
}

const SAME = 1e-9; // log likelihoods this close do not tell τ² from 0

/**
 * The pooled proportion by maximum likelihood of binomial counts whose logits are normal between
 * studies. Nothing is added to any count, also where there are no events.
 *
 * The integral over each study's logit is taken by Gauss and Hermite's rule, centred and scaled at
 * its mode, as lme4's glmer does it.
 *
 * @param studies - columns of counts, one row per study
 * @param options.level - confidence level of the intervals, which are normal on the logit scale; 0.95
 * @param options.nodes - of the quadrature, 1 (Laplace's approximation) to 100; 7
 * @throws InvalidInput as `proportionEffects`, on a bad level or number of nodes
 * @source [@stijnen2010], [@pinheiro1995] quadrature
 */
export function metaProportionsGlmm(
  studies: ProportionStudies,
  { level = 0.95, nodes = 7 }: { level?: number; nodes?: number } = {},
): ProportionGlmm {
  checkProportionStudies("metaProportionsGlmm", studies);
  checkLevel("metaProportionsGlmm", level);
  checkNodes("metaProportionsGlmm", nodes);
  const events = Array.from(studies.events);
  const sizes = Array.from(studies.n);
  const [total, all] = [sum(events), sum(sizes)];
  if (total === 0 || total === all) return undefinedFit(events.length, total / all, level);
  const constant = sum(events.map((x, i) => logChoose(sizes[i]!, x)));
  const minusLogLikelihood = ([logit, tau]: readonly number[]): number =>
    -constant -
    sum(
      events.map(
        (x, i) =>
          logitNormalIntegral([{ events: x, n: sizes[i]!, at: logit!, slope: tau! }], nodes).log,
      ),
    );
  const flat = Math.log(total / (all - total)); // where τ = 0
  const found = curvedMinimum(minusLogLikelihood, [flat, 0.5]);
  const flatValue = minusLogLikelihood([flat, 0]);
  const isFlat = !(found.value < flatValue - SAME);
  const [value, tau] = isFlat ? [flat, 0] : (found.at as [number, number]);
  const variance = isFlat
    ? 1 / total + 1 / (all - total)
    : marginalCovariance(found.hessian, 1)[0]![0]!;
  return {
    method: "logit-normal-glmm",
    k: events.length,
    ...scaled(value, Math.sqrt(variance), level),
    tau2: tau * tau,
    logLikelihood: -(isFlat ? flatValue : found.value),
  };
}

function undefinedFit(k: number, proportion: number, level: number): ProportionGlmm {
  const nan = Number.NaN;
  const ci = { lower: nan, upper: nan, level };
  return {
    method: "logit-normal-glmm",
    k,
    estimate: { value: nan, ci },
    standardError: nan,
    statistic: nan,
    p: nan,
    tau2: nan,
    proportion: { value: proportion, ci },
    logLikelihood: 0,
    note: "no-events",
  };
}

function scaled(
  value: number,
  standardError: number,
  level: number,
): Pick<ProportionGlmm, "estimate" | "standardError" | "statistic" | "p" | "proportion"> {
  const ci = intervalOf(value, standardError, Number.POSITIVE_INFINITY, level);
  const statistic = value / standardError;
  return {
    estimate: { value, ci },
    standardError,
    statistic,
    p: twoSidedP(statistic, Number.POSITIVE_INFINITY),
    proportion: {
      value: expit(value),
      ci: { lower: expit(ci.lower), upper: expit(ci.upper), level },
    },
  };
}
