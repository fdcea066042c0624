import { blandAltmanDesign, blandAltmanPrecision, powerCurve } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { enrolled, planFields } from "./plan-input.js";

const SIZES = [10, 20, 30, 50, 72, 100];

/** Number of subjects whose limits of agreement lie within ±delta, and for their precision. */
export const powerBlandAltman: Statistic = statistic(
  "power_bland_altman",
  z.object({
    ...planFields,
    mu: z.number(),
    sd: z.number(),
    delta: z.number(),
    loa_level: z.number().default(0.95),
    half_width: z.number().optional(),
    sizes: z.array(z.number()).default(SIZES),
  }),
  (input) => {
    const { mu, sd, delta, alpha, power, loa_level: coverage, half_width: width } = input;
    const design = blandAltmanDesign(mu, sd, delta, { alpha, power, coverage });
    const { n, power: powers } = powerCurve(design, input.sizes);
    const options = { level: 1 - alpha, coverage };
    const precision = width === undefined ? undefined : blandAltmanPrecision(sd, width, options);
    return {
      n: design.n,
      n_raw: design.raw,
      achieved_power: design.power,
      power_at_n_minus_1: design.n > 2 ? design.powerAt(design.n - 1) : Number.NaN,
      power_curve: { n, power: powers },
      n_for_loa_half_width: precision?.n,
      half_width_achieved: precision?.halfWidth,
      n_with_dropout: enrolled(design.n, input.dropout),
    };
  },
);
