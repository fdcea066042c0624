import { signedRankTest, signTest } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const INPUT = z.object({ x: column, y: column, conf_level: confLevel });

/** `wilcoxon_signed_rank`: two measurements on the same subjects by the ranks of their differences. */
export const wilcoxonSignedRank: Statistic = statistic(
  "wilcoxon_signed_rank",
  INPUT,
  ({ x, y, conf_level: level }) => {
    const pairs = completePairs(x, y);
    const test = signedRankTest(...pairs, { level });
    const signs = signTest(...pairs);
    return {
      n: test.n,
      zeros: test.zeros,
      n_used: test.n - test.zeros,
      v_plus: test.vPlus,
      v_minus: test.vMinus,
      ties: test.hasTies,
      z_no_cc: test.z,
      p_normal_no_cc: test.normal.twoSided,
      p_normal_cc: test.normalContinuity.twoSided,
      p_exact_wilcoxon: test.exact.twoSided,
      p_exact_pratt: test.exactPratt.twoSided,
      pseudomedian: test.pseudomedian.value,
      pseudomedian_ci: limits(test.pseudomedian.ci),
      achieved_confidence: test.achieved,
      rank_biserial: test.rankBiserial,
      sign_test: { plus: signs.plus, p: signs.p },
    };
  },
);
