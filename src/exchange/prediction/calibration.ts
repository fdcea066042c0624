import {
  calibration as calibrationOf,
  type HosmerLemeshow,
  hosmerLemeshow,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const schema = z.object({
  y: column,
  p: column,
  groups: z.number().optional(),
  conf_level: confLevel,
});

/** Calibration of predicted risks; Hosmer and Lemeshow's test when groups are asked for. */
export const calibration: Statistic = statistic("calibration", schema, (input) => {
  const [y, p] = completePairs(input.y, input.p);
  const result = calibrationOf(y, p, { level: input.conf_level });
  const { slope, intercept, inTheLarge } = result;
  return {
    n: result.n,
    events: result.nEvents,
    brier: result.brier,
    brier_max: result.brierMax,
    brier_scaled: result.brierScaled,
    log_loss: result.logLoss,
    observed_expected: result.observedExpected.value,
    observed_expected_ci: limits(result.observedExpected.ci),
    spiegelhalter_z: result.spiegelhalter.z,
    spiegelhalter_p: result.spiegelhalter.p,
    c_statistic: result.auc,
    calibration_slope: slope.value,
    calibration_slope_se: slope.standardError,
    calibration_slope_ci: limits(slope.ci),
    calibration_intercept: intercept.value,
    calibration_intercept_se: intercept.standardError,
    calibration_intercept_ci: limits(intercept.ci),
    calibration_in_the_large: inTheLarge.value,
    calibration_in_the_large_se: inTheLarge.standardError,
    calibration_in_the_large_ci: limits(inTheLarge.ci),
    ...(input.groups === undefined
      ? {}
      : { hosmer_lemeshow: named(hosmerLemeshow(y, p, { groups: input.groups })) }),
    note: result.note,
  };
});

function named({ groups, test }: HosmerLemeshow): object {
  return {
    groups: groups.length,
    n: groups.map(({ n }) => n),
    observed: groups.map(({ observed }) => observed),
    expected: groups.map(({ expected }) => expected),
    chi2: test.statistic,
    df: test.df,
    p: test.p,
  };
}
