import type { Statistics } from "../statistic.js";
import { calibration } from "./calibration.js";
import { decisionCurve } from "./decision-curve.js";
import { linearRegression } from "./linear-regression.js";
import { logisticFirth } from "./logistic-firth.js";
import { logisticMl } from "./logistic-ml.js";
import { ordinalLogistic } from "./ordinal-logistic.js";
import { reclassification } from "./reclassification.js";
import { rubinPool } from "./rubin-pool.js";

/** The statistics of this area. */
export const PREDICTION: Statistics = {
  calibration,
  decision_curve: decisionCurve,
  linear_regression: linearRegression,
  logistic_firth: logisticFirth,
  logistic_ml: logisticMl,
  ordinal_logistic: ordinalLogistic,
  reclassification,
  rubin_pool: rubinPool,
};
