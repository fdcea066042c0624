import { fitFirth } from "../../analysis/index.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeCases, regression, termNames } from "./covariate-input.js";

/** Logistic regression by Firth's penalised likelihood. */
export const logisticFirth: Statistic = statistic("logistic_firth", regression, (input) => {
  const { y, x } = completeCases(input);
  const fit = fitFirth(y, x, { level: input.conf_level });
  const of = fit.coefficients;
  return {
    n: fit.n,
    events: fit.nEvents,
    terms: termNames(
      of.map(({ term }) => term),
      input.names,
    ),
    coef: of.map(({ estimate }) => estimate.value),
    se: of.map(({ standardError }) => standardError),
    profile_lower: of.map(({ estimate }) => estimate.ci.lower),
    profile_upper: of.map(({ estimate }) => estimate.ci.upper),
    chi2_plr: of.map(({ likelihoodRatio }) => likelihoodRatio.statistic),
    p_plr: of.map(({ likelihoodRatio }) => likelihoodRatio.p),
    penalized_log_likelihood: fit.penalisedLogLikelihood,
    covariance: fit.covariance,
    fitted: fit.fitted,
    odds_ratio: of.map(({ oddsRatio }) => oddsRatio.value),
    note: fit.note,
  };
});
