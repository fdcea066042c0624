import type { Statistics } from "../statistic.js";
import { rocAuc } from "./roc-auc.js";
import { rocBootstrapMc } from "./roc-bootstrap-mc.js";
import { rocCompareMany } from "./roc-compare-many.js";
import { rocComparePaired } from "./roc-compare-paired.js";
import { rocCompareUnpaired } from "./roc-compare-unpaired.js";
import { rocCurve } from "./roc-curve.js";
import { rocPartialAuc } from "./roc-partial-auc.js";

/** The statistics of this area. */
export const ROC: Statistics = {
  roc_auc: rocAuc,
  roc_bootstrap_mc: rocBootstrapMc,
  roc_compare_many: rocCompareMany,
  roc_compare_paired: rocComparePaired,
  roc_compare_unpaired: rocCompareUnpaired,
  roc_curve: rocCurve,
  roc_partial_auc: rocPartialAuc,
};
