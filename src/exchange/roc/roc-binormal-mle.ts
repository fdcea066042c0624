import { binormalRatings } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

/** Binormal ROC curve of ratings by maximum likelihood. */
export const rocBinormalMle: Statistic = statistic(
  "roc_binormal_mle",
  z.object({ events: column, non_events: column, conf_level: confLevel }),
  ({ events, non_events: nonEvents, conf_level: level }) => {
    const fit = binormalRatings(events, nonEvents, { level });
    return {
      a: fit.a,
      b: fit.b,
      auc: fit.area,
      se_a: fit.standardError.a,
      se_b: fit.standardError.b,
      se_auc: fit.standardError.area,
      ci_auc: limits(fit.areaInterval.ci),
      log_likelihood: fit.logLikelihood,
      thresholds: fit.thresholds,
      note: fit.note,
    };
  },
);
