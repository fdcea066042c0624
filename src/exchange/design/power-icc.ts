import { iccDesign, iccPrecision } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { enrolled, planFields, sidesOf } from "./plan-input.js";

/** Number of subjects for a test and for an interval of the intraclass correlation. */
export const powerIcc: Statistic = statistic(
  "power_icc",
  z.object({
    ...planFields,
    k: z.number(),
    rho0: z.number(),
    rho1: z.number(),
    width: z.number().optional(),
    alpha_ci: z.number().default(0.05),
  }),
  ({ k, rho0, rho1, width, alpha, alpha_ci: error, power, dropout, ...sided }) => {
    const design = iccDesign(k, rho0, rho1, { alpha, power, sides: sidesOf(sided, 1) });
    const level = 1 - error;
    const precision = width === undefined ? undefined : iccPrecision(k, rho1, width, { level });
    return {
      walter_n_raw: design.walter.raw,
      walter_n: design.walter.n,
      bonett_n_raw: precision?.raw,
      bonett_n: precision?.n,
      exact_f_n: design.n,
      exact_f_power: design.power,
      n_with_dropout: enrolled(design.n, dropout),
    };
  },
);
