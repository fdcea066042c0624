import { twoProportionsDesign } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { enrolled, planFields, sidesOf } from "./plan-input.js";

/** Sample size of a comparison of two independent proportions; sizes are of the first group. */
export const powerTwoProportions: Statistic = statistic(
  "power_two_proportions",
  z.object({ ...planFields, p1: z.number(), p2: z.number(), ratio: z.number().default(1) }),
  ({ p1, p2, alpha, power, ratio, dropout, ...sided }) => {
    const design = twoProportionsDesign(p1, p2, { alpha, power, sides: sidesOf(sided), ratio });
    return {
      n_pooled_raw: design.raw,
      n_pooled: design.n1,
      n1: design.n1,
      n2: design.n2,
      achieved_power: design.power,
      n_continuity_corrected: design.continuityCorrected.n,
      n_continuity_corrected_raw: design.continuityCorrected.raw,
      n_arcsine_raw: design.arcsine.raw,
      n_unpooled_raw: design.unpooled.raw,
      effect_h: design.effectH,
      exact_fisher_power_at_n_pooled: design.fisherPowerAt(design.n1),
      n1_with_dropout: enrolled(design.n1, dropout),
      n2_with_dropout: enrolled(design.n2, dropout),
    };
  },
);
