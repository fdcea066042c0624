import { hodgesLehmann, mannWhitneyTest, probabilityOfSuperiority } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, confLevel, present } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { refuseEmpty } from "./groups.js";

const INPUT = z.object({ x: column, y: column, conf_level: confLevel });

/** `mann_whitney`: two independent groups by their ranks. */
export const mannWhitney: Statistic = statistic(
  "mann_whitney",
  INPUT,
  ({ x, y, conf_level: level }) => {
    const [first, second] = [present(x), present(y)];
    refuseEmpty("mann_whitney", [first, second]);
    const test = mannWhitneyTest(first, second);
    const shift = hodgesLehmann(first, second, { level });
    const superiority = probabilityOfSuperiority(first, second, { level });
    const { statistic: opposite, df, p } = superiority.brunnerMunzel;
    return {
      n1: test.n1,
      n2: test.n2,
      u1: test.u1,
      u2: test.u2,
      rank_sum1: test.rankSum,
      ties: test.hasTies,
      prob_superiority: superiority.value,
      rank_biserial: superiority.cliffDelta.value,
      z_no_cc: test.z,
      p_normal_no_cc: test.normal.twoSided,
      p_normal_cc: test.normalContinuity.twoSided,
      p_exact: test.exact.twoSided,
      hodges_lehmann: {
        estimate: shift.shift.value,
        ci: limits(shift.shift.ci),
        achieved_confidence: shift.achieved,
        k: shift.k,
      },
      // The exchange format gives the chance that y is the larger.
      brunner_munzel: { statistic: -opposite, df, p, estimate: 1 - superiority.value },
    };
  },
);
