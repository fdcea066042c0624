import { type AccuracyStudies, bivariateAccuracy } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completeRows, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

/** Diagnostic accuracy over studies by the bivariate model. */
export const metaDtaBivariate: Statistic = statistic(
  "meta_dta_bivariate",
  z.object({ tp: column, fn: column, tn: column, fp: column, conf_level: confLevel }),
  ({ tp, fn, tn, fp, conf_level: level }) => {
    const rows = completeRows(tp.map((_, i) => [tp[i]!, fn[i]!, tn[i]!, fp[i]!]));
    const [truePositives, falseNegatives, trueNegatives, falsePositives] = [0, 1, 2, 3].map((j) =>
      rows.map((row) => row[j]!),
    );
    const studies = { truePositives, falseNegatives, trueNegatives, falsePositives };
    const fit = bivariateAccuracy(studies as AccuracyStudies, { level });
    return {
      k: fit.k,
      logit_sens: fit.logitSensitivity.value,
      logit_spec: fit.logitSpecificity.value,
      se: fit.standardErrors,
      sens: fit.sensitivity.value,
      spec: fit.specificity.value,
      sens_ci: limits(fit.sensitivity.ci),
      spec_ci: limits(fit.specificity.ci),
      var_logit_sens: fit.between[0][0],
      var_logit_spec: fit.between[1][1],
      cov_logit: fit.between[0][1],
      log_likelihood: fit.logLikelihood,
    };
  },
);
