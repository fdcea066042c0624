import {
  coverageProbability,
  methodEquivalence,
  totalDeviationIndex,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { pairsOf, xAndY } from "./pairs.js";

/** Total deviation index, coverage probability and equivalence of the means within a bound. */
export const tdiCp: Statistic = statistic(
  "tdi_cp",
  z.object({ ...xAndY, p: z.number(), delta: z.number(), conf_level: confLevel }),
  (input) => {
    const [x, y] = pairsOf(input);
    const { p, delta, conf_level: level } = input;
    const deviation = totalDeviationIndex(x, y, { coverage: p, level });
    const within = coverageProbability(x, y, delta, { level });
    const { ofBias } = methodEquivalence(x, y, delta);
    return {
      n: deviation.n,
      mean_diff: deviation.bias,
      sd_diff: deviation.sd,
      msd: deviation.meanSquare,
      rmsd: deviation.rootMeanSquare,
      mean_abs_diff: deviation.meanAbsolute,
      max_abs_diff: deviation.largestAbsolute,
      tdi_normal: deviation.index.value,
      tdi_normal_ci: limits(deviation.index.ci),
      tdi_lin_approx: deviation.linApproximation,
      tdi_empirical_type7: deviation.empirical,
      cp_normal: within.probability.value,
      cp_normal_ci: limits(within.probability.ci),
      cp_empirical: within.empirical.value,
      tost: { p_lower: ofBias.pLower, p_upper: ofBias.pUpper },
      degenerate: deviation.note,
    };
  },
);
