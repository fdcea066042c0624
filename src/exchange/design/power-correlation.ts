import { correlationDesign } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { enrolled, planFields, sidesOf } from "./plan-input.js";

/** Sample size of the test of Pearson's correlation against 0. */
export const powerCorrelation: Statistic = statistic(
  "power_correlation",
  z.object({ ...planFields, r: z.number() }),
  ({ r, alpha, power, dropout, ...sided }) => {
    const design = correlationDesign(r, { alpha, power, sides: sidesOf(sided) });
    return {
      fisher_n_raw: design.fisher.raw,
      fisher_n: design.fisher.n,
      pwr_n_raw: design.raw,
      pwr_n: design.n,
      achieved_power: design.power,
      n_with_dropout: enrolled(design.n, dropout),
    };
  },
);
