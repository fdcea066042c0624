import { blandAltmanRepeatedUnlinked, type MethodReplicates } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { names } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { levels, xAndY } from "./pairs.js";
import { namedRows } from "./rows.js";

/** Limits of agreement from replicates that are not paired. */
export const blandAltmanRepeatedUnlinkedStatistic: Statistic = statistic(
  "bland_altman_repeated_unlinked",
  z.object({ subject_x: names, subject_y: names, ...xAndY, ...levels }),
  (input) => {
    const result = blandAltmanRepeatedUnlinked(
      replicatesOf(input.subject_x, input.x),
      replicatesOf(input.subject_y, input.y),
      { coverage: input.loa_level, level: input.conf_level },
    );
    const { test, reference, lowerLimit, upperLimit } = result;
    return {
      n_subjects: result.nSubjects,
      n_x: test.n,
      n_y: reference.n,
      bias: result.bias.value,
      var_subject_mean_diff: result.varianceOfMeanDifferences,
      var_within_x: test.varianceWithin,
      var_within_y: reference.varianceWithin,
      harmonic_m_x: test.harmonicSize,
      harmonic_m_y: reference.harmonicSize,
      sd_total: result.sd,
      loa_lower: lowerLimit.value,
      loa_upper: upperLimit.value,
      loa_lower_ci: limits(lowerLimit.ci),
      loa_upper_ci: limits(upperLimit.ci),
      repeatability_x: test.repeatability,
      repeatability_y: reference.repeatability,
      degenerate: result.note,
    };
  },
);

function replicatesOf(
  subject: readonly (string | number | null)[],
  values: readonly number[],
): MethodReplicates {
  const { subjects, columns } = namedRows(subject, [values]);
  return { subjects, values: columns[0]! };
}
