import type { Statistics } from "../statistic.js";
import { powerAucPaired } from "./power-auc-paired.js";
import { powerAucSingle } from "./power-auc-single.js";
import { powerBlandAltman } from "./power-bland-altman.js";
import { powerCorrelation } from "./power-correlation.js";
import { powerDiagnostic } from "./power-diagnostic.js";
import { powerIcc } from "./power-icc.js";
import { powerKappa } from "./power-kappa.js";
import { powerMcNemar } from "./power-mcnemar.js";
import { powerPairedMeans } from "./power-paired-means.js";
import { powerPredictionModel } from "./power-prediction-model.js";
import { powerTwoMeans } from "./power-two-means.js";
import { powerTwoProportions } from "./power-two-proportions.js";

/** The statistics of this area. */
export const DESIGN: Statistics = {
  power_auc_paired: powerAucPaired,
  power_auc_single: powerAucSingle,
  power_bland_altman: powerBlandAltman,
  power_correlation: powerCorrelation,
  power_diagnostic: powerDiagnostic,
  power_icc: powerIcc,
  power_kappa: powerKappa,
  power_mcnemar: powerMcNemar,
  power_paired_means: powerPairedMeans,
  power_prediction_model: powerPredictionModel,
  power_two_means: powerTwoMeans,
  power_two_proportions: powerTwoProportions,
};
