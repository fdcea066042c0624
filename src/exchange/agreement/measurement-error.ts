import { measurementError } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, confLevel, names } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { namedRows } from "./rows.js";

/** Measurement error and repeatability of one method. */
export const measurementErrorStatistic: Statistic = statistic(
  "measurement_error",
  z.object({ subject: names, value: column, conf_level: confLevel }),
  (input) => {
    const { subjects, columns } = namedRows(input.subject, [input.value]);
    const result = measurementError(subjects, columns[0]!, { level: input.conf_level });
    return {
      n_subjects: result.nSubjects,
      n: result.n,
      ms_between: result.msBetween,
      ms_within: result.msWithin,
      df_within: result.dfWithin,
      sw: result.withinSd.value,
      sw_ci: limits(result.withinSd.ci),
      repeatability: result.repeatability.value,
      repeatability_z: result.repeatabilityByQuantile,
      repeatability_ci: limits(result.repeatability.ci),
      cv_sw_over_mean: result.variation.overMean,
      cv_rms: result.variation.rootMeanSquare,
      cv_log: result.variation.log,
    };
  },
);
