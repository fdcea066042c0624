import { pairedMeansDesign } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { enrolled, planFields, sidesOf } from "./plan-input.js";

/** Number of pairs of the paired t test. */
export const powerPairedMeans: Statistic = statistic(
  "power_paired_means",
  z.object({ ...planFields, delta: z.number(), sd_diff: z.number() }),
  ({ delta, sd_diff: sd, alpha, power, dropout, ...sided }) => {
    const design = pairedMeansDesign(delta, sd, { alpha, power, sides: sidesOf(sided) });
    return {
      n_raw: design.raw,
      n: design.n,
      achieved_power: design.power,
      power_at_n_minus_1: design.n > 2 ? design.powerAt(design.n - 1) : Number.NaN,
      n_with_dropout: enrolled(design.n, dropout),
    };
  },
);
