import { fitLinear } from "../../analysis/index.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeCases, regression, termNames } from "./covariate-input.js";

/** Linear regression by least squares. */
export const linearRegression: Statistic = statistic("linear_regression", regression, (input) => {
  const { y, x } = completeCases(input);
  const fit = fitLinear(y, x, { level: input.conf_level });
  const of = fit.coefficients;
  return {
    n: fit.n,
    terms: termNames(
      of.map(({ term }) => term),
      input.names,
    ),
    coef: of.map(({ estimate }) => estimate.value),
    se: of.map(({ standardError }) => standardError),
    t: of.map(({ t }) => t),
    p: of.map(({ p }) => p),
    lower: of.map(({ estimate }) => estimate.ci.lower),
    upper: of.map(({ estimate }) => estimate.ci.upper),
    r2: fit.rSquared,
    adj_r2: fit.adjustedRSquared,
    sigma: fit.sigma,
    df: fit.df,
    f: fit.f.statistic,
    f_p: fit.f.p,
    hc3_se: of.map(({ standardErrorHc3 }) => standardErrorHc3),
    hc0_se: of.map(({ standardErrorHc0 }) => standardErrorHc0),
    covariance: fit.covariance,
    fitted: fit.fitted,
    residuals: fit.residuals,
    leverage: fit.leverages,
    cooks: fit.cookDistances,
    vif: fit.varianceInflation,
    durbin_watson: fit.durbinWatson,
    breusch_pagan: {
      chi2: fit.breuschPagan.statistic,
      df: fit.breuschPagan.df,
      p: fit.breuschPagan.p,
    },
    note: fit.note,
  };
});
