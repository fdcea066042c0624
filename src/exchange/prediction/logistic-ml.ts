import { findSeparation, fitLogistic, logisticProfile } from "../../analysis/index.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeCases, regression, termNames } from "./covariate-input.js";

/** Logistic regression by maximum likelihood; `separation` says that it has no estimate. */
export const logisticMl: Statistic = statistic("logistic_ml", regression, (input) => {
  const { names, conf_level: level } = input;
  const { y, x } = completeCases(input);
  const { kind, terms: infinite } = findSeparation(y, x);
  if (kind !== "none") {
    return {
      n: y.length,
      events: y.filter((value) => value === 1).length,
      separation: true,
      error: "separation",
      why: `${kind} separation: ${termNames(infinite, undefined).join(", ")} cannot be estimated`,
    };
  }
  const fit = fitLogistic(y, x, { level });
  const profiles = logisticProfile(y, x, { level });
  const of = fit.coefficients;
  return {
    n: fit.n,
    events: fit.nEvents,
    separation: false,
    terms: termNames(
      of.map(({ term }) => term),
      names,
    ),
    coef: of.map(({ estimate }) => estimate.value),
    se: of.map(({ standardError }) => standardError),
    z: of.map(({ z }) => z),
    p_wald: of.map(({ p }) => p),
    wald_lower: of.map(({ estimate }) => estimate.ci.lower),
    wald_upper: of.map(({ estimate }) => estimate.ci.upper),
    profile_lower: profiles.map(({ estimate }) => estimate.ci.lower),
    profile_upper: profiles.map(({ estimate }) => estimate.ci.upper),
    odds_ratio: of.map(({ oddsRatio }) => oddsRatio.value),
    odds_ratio_ci: of.map(({ oddsRatio }) => limits(oddsRatio.ci)),
    log_likelihood: fit.logLikelihood,
    null_log_likelihood: fit.nullLogLikelihood,
    deviance: fit.deviance,
    lr_chi2: fit.likelihoodRatio.statistic,
    lr_df: fit.likelihoodRatio.df,
    lr_p: fit.likelihoodRatio.p,
    aic: fit.aic,
    bic: fit.bic,
    covariance: fit.covariance,
    fitted: fit.fitted,
    mcfadden_r2: fit.mcFadden,
    cox_snell_r2: fit.coxSnell,
    nagelkerke_r2: fit.nagelkerke,
    tjur_r2: fit.tjur,
    c_statistic: fit.auc,
    vif: fit.varianceInflation,
    events_per_variable: fit.eventsPerVariable,
  };
});
