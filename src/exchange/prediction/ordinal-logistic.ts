import { fitOrdinal } from "../../analysis/index.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeCases, regression, termNames } from "./covariate-input.js";

/** Ordinal logistic regression with proportional odds. */
export const ordinalLogistic: Statistic = statistic("ordinal_logistic", regression, (input) => {
  const { y, x } = completeCases(input);
  const fit = fitOrdinal(y, x, { level: input.conf_level });
  const of = fit.coefficients;
  return {
    n: fit.n,
    levels: fit.levels,
    thresholds: fit.thresholds.map(({ estimate }) => estimate.value),
    terms: termNames(["", ...of.map(({ term }) => term)], input.names).slice(1),
    coef: of.map(({ estimate }) => estimate.value),
    se_thresholds: fit.thresholds.map(({ standardError }) => standardError),
    se_coef: of.map(({ standardError }) => standardError),
    z: of.map(({ z }) => z),
    p_wald: of.map(({ p }) => p),
    wald_lower: of.map(({ estimate }) => estimate.ci.lower),
    wald_upper: of.map(({ estimate }) => estimate.ci.upper),
    odds_ratio: of.map(({ oddsRatio }) => oddsRatio.value),
    covariance: fit.covariance,
    log_likelihood: fit.logLikelihood,
    null_log_likelihood: fit.nullLogLikelihood,
    lr_chi2: fit.likelihoodRatio.statistic,
    lr_df: fit.likelihoodRatio.df,
    lr_p: fit.likelihoodRatio.p,
    aic: fit.aic,
    bic: fit.bic,
  };
});
