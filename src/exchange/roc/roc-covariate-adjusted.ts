import { covariateAdjustedRoc } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeColumns, scoredShape, type Three } from "./scored.js";

/** ROC curve adjusted for a covariate. */
export const rocCovariateAdjusted: Statistic = statistic(
  "roc_covariate_adjusted",
  z.object({ ...scoredShape, covariate: column, at_fpr: column.optional() }),
  (given) => {
    const [scores, labels, covariate] = completeColumns(
      "roc_covariate_adjusted",
      given.scores,
      given.labels,
      given.covariate,
    ) as Three;
    const curve = covariateAdjustedRoc(scores, labels, covariate, given.direction, {
      ...(given.at_fpr === undefined ? {} : { falsePositiveRates: given.at_fpr }),
    });
    return {
      intercept: curve.intercept,
      slope: curve.slope,
      sigma: curve.sigma,
      placement_values: curve.placementValues,
      aauc: curve.area,
      aauc_tie_corrected: curve.areaTiesHalf,
      aroc_at_fpr: curve.sensitivities,
      auc_unadjusted: curve.unadjusted,
    };
  },
);
