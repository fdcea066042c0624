import {
  blandAltman,
  type Limit,
  type ProportionalBias,
  proportionalBias,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { shapiroWilk } from "../../numeric/index.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";
import { levels, pairsOf, xAndY } from "./pairs.js";

/** Limits of agreement with every interval, proportional bias and normality of the differences. */
export const blandAltmanStatistic: Statistic = statistic(
  "bland_altman",
  z.object({ ...xAndY, ...levels }),
  (input) => {
    const [x, y] = pairsOf(input);
    const { conf_level: level, loa_level: coverage } = input;
    const result = blandAltman(x, y, { coverage, level });
    const line = proportionalBias(x, y, { level });
    const { n, bias, sd, lowerLimit, upperLimit } = result;
    return {
      n,
      n_missing: input.x.length - n,
      bias: bias.value,
      sd: sd.value,
      se_bias: result.standardError,
      bias_ci: limits(bias.ci),
      bias_t: result.t,
      bias_p: result.p,
      sd_ci: limits(sd.ci),
      loa_multiplier: result.multiplier,
      loa_lower: lowerLimit.value,
      loa_upper: upperLimit.value,
      loa_lower_196: bias.value - 1.96 * sd.value,
      loa_upper_196: bias.value + 1.96 * sd.value,
      loa_se_1986: result.limitStandardErrors.approximate1986,
      loa_se_1999: result.limitStandardErrors.approximate1999,
      ...limitIntervals("lower", lowerLimit),
      ...limitIntervals("upper", upperLimit),
      n_outside: result.nOutside,
      proportional_bias: n > 2 ? slopeOf(line) : undefined,
      shapiro_wilk: normalityOf(result.differences),
      mean_x: line.test.mean,
      mean_y: line.reference.mean,
      sd_x: line.test.sd,
      sd_y: line.reference.sd,
      pearson_xy: line.correlation,
      degenerate: result.note,
    };
  },
);

function limitIntervals(side: string, { intervals }: Limit): Answer {
  return {
    [`loa_${side}_ci_1986`]: limits(intervals.approximate1986),
    [`loa_${side}_ci_1999`]: limits(intervals.approximate1999),
    [`loa_${side}_ci_mover_t`]: limits(intervals.moverT),
    [`loa_${side}_ci_mover_z`]: limits(intervals.moverZ),
    [`loa_${side}_ci_exact`]: limits(intervals.exact),
  };
}

function slopeOf(line: ProportionalBias): Answer {
  return {
    intercept: line.intercept,
    slope: line.slope.value,
    se_slope: line.slope.standardError,
    t: line.t,
    p: line.p,
    slope_ci: limits(line.slope.ci),
    residual_sd: line.residualSd,
    r: line.r,
    r_p: line.p,
  };
}

/** W and p where the test is defined: 3 to 5,000 differences. */
function normalityOf(differences: Float64Array): Answer | undefined {
  if (differences.length < 3 || differences.length > 5000) return undefined;
  const { w, p } = shapiroWilk(differences);
  return { w, p };
}
