import { linConcordance } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { pairsOf, xAndY } from "./pairs.js";

/** Lin's concordance correlation coefficient. */
export const linCcc: Statistic = statistic(
  "lin_ccc",
  z.object({ ...xAndY, conf_level: confLevel }),
  (input) => {
    const [x, y] = pairsOf(input);
    const result = linConcordance(x, y, { level: input.conf_level });
    return {
      n: result.n,
      ccc: result.concordance.value,
      ci_z_transform: limits(result.concordance.ci),
      ci_asymptotic: limits(result.asymptotic),
      pearson_r: result.pearson.value,
      pearson_ci: limits(result.pearson.ci),
      bias_correction_cb: result.biasCorrection,
      scale_shift: result.scaleShift,
      location_shift: result.locationShift,
      degenerate: result.note,
    };
  },
);
