import { blandAltmanRepeatedLinked, type PlainLimits } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { names } from "../input.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";
import { levels, xAndY } from "./pairs.js";
import { namedRows } from "./rows.js";

/** Limits of agreement from several pairs per subject. */
export const blandAltmanRepeatedLinkedStatistic: Statistic = statistic(
  "bland_altman_repeated_linked",
  z.object({ subject: names, ...xAndY, ...levels }),
  (input) => {
    const { subjects, columns } = namedRows(input.subject, [input.x, input.y]);
    const result = blandAltmanRepeatedLinked(subjects, columns[0]!, columns[1]!, {
      coverage: input.loa_level,
      level: input.conf_level,
    });
    const { anova, mover, reml, naive } = result;
    return {
      n_subjects: result.nSubjects,
      n_pairs: result.n,
      bias_pairs: naive.bias,
      bias_subject_means: mover.bias.value,
      anova: {
        ms_between: anova.msBetween,
        ms_within: anova.msWithin,
        m0: anova.m0,
        var_between: anova.varianceBetween,
        var_within: anova.varianceWithin,
        ...totals(anova),
      },
      zou: {
        var_subject_means: mover.varianceOfMeans,
        harmonic_m: mover.harmonicSize,
        sd_total: mover.sd,
        loa_lower: mover.lowerLimit.value,
        loa_upper: mover.upperLimit.value,
        loa_lower_ci: limits(mover.lowerLimit.ci),
        loa_upper_ci: limits(mover.upperLimit.ci),
      },
      naive: { sd: naive.sd, loa_lower: naive.lowerLimit, loa_upper: naive.upperLimit },
      reml: {
        bias: reml.bias,
        se_bias: reml.standardError,
        var_between: reml.varianceBetween,
        var_within: reml.varianceWithin,
        ...totals(reml),
        log_likelihood_reml: reml.logLikelihood,
      },
      degenerate: result.note,
    };
  },
);

function totals({ sd, lowerLimit, upperLimit }: PlainLimits): Answer {
  return { sd_total: sd, loa_lower: lowerLimit, loa_upper: upperLimit };
}
