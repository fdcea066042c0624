import { twoMeansDesign } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { enrolled, planFields, sidesOf } from "./plan-input.js";

/** Sample size of the t test of two independent means. */
export const powerTwoMeans: Statistic = statistic(
  "power_two_means",
  z.object({ ...planFields, delta: z.number(), sd: z.number(), ratio: z.number().default(1) }),
  ({ delta, sd, alpha, power, ratio, dropout, ...sided }) => {
    const design = twoMeansDesign(delta, sd, { alpha, power, sides: sidesOf(sided), ratio });
    return {
      n_raw: design.raw,
      n1: design.n1,
      n2: design.n2,
      achieved_power: design.power,
      power_at_n_minus_1: design.n1 > 2 ? design.powerAt(design.n1 - 1) : Number.NaN,
      n1_with_dropout: enrolled(design.n1, dropout),
      n2_with_dropout: enrolled(design.n2, dropout),
    };
  },
);
