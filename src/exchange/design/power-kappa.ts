import { kappaDesign } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { enrolled, planFields, sidesOf } from "./plan-input.js";

const shares = z
  .union([z.number().transform((share) => [share, 1 - share]), z.array(z.number())])
  .describe("share of the positive, or of each category");

/** Number of subjects for a test of kappa; `n` is not rounded, as kappaSize gives it. */
export const powerKappa: Statistic = statistic(
  "power_kappa",
  z.object({
    ...planFields,
    kappa0: z.number(),
    kappa1: z.number(),
    prevalence: shares,
    raters: z.number().default(2),
  }),
  ({ kappa0, kappa1, prevalence, raters, alpha, power, dropout, ...sided }) => {
    const sides = sidesOf(sided);
    const design = kappaDesign(kappa0, kappa1, prevalence, raters, { alpha, power, sides });
    return {
      n: design.raw,
      n_rounded_up: design.n,
      achieved_power: design.power,
      n_with_dropout: enrolled(design.n, dropout),
    };
  },
);
