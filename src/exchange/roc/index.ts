import type { Statistics } from "../statistic.js";
import { rocAuc } from "./roc-auc.js";
import { rocBinormal } from "./roc-binormal.js";
import { rocBinormalMle } from "./roc-binormal-mle.js";
import { rocBootstrapMc } from "./roc-bootstrap-mc.js";
import { rocClustered } from "./roc-clustered.js";
import { rocCompareMany } from "./roc-compare-many.js";
import { rocComparePaired } from "./roc-compare-paired.js";
import { rocCompareUnpaired } from "./roc-compare-unpaired.js";
import { rocCovariateAdjusted } from "./roc-covariate-adjusted.js";
import { rocCurve } from "./roc-curve.js";
import { rocMulticlass } from "./roc-multiclass.js";
import { rocPartialAuc } from "./roc-partial-auc.js";

/** The statistics of this area. */
export const ROC: Statistics = {
  roc_binormal: rocBinormal,
  roc_binormal_mle: rocBinormalMle,
  roc_clustered: rocClustered,
  roc_covariate_adjusted: rocCovariateAdjusted,
  roc_multiclass: rocMulticlass,
  roc_auc: rocAuc,
  roc_bootstrap_mc: rocBootstrapMc,
  roc_compare_many: rocCompareMany,
  roc_compare_paired: rocComparePaired,
  roc_compare_unpaired: rocCompareUnpaired,
  roc_curve: rocCurve,
  roc_partial_auc: rocPartialAuc,
};
