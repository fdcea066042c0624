import { mcNemarDesign } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { enrolled, planFields, sidesOf } from "./plan-input.js";

/** Number of pairs of McNemar's test. */
export const powerMcNemar: Statistic = statistic(
  "power_mcnemar",
  z.object({ ...planFields, p10: z.number(), p01: z.number() }),
  ({ p10, p01, alpha, power, dropout, ...sided }) => {
    const design = mcNemarDesign(p10, p01, { alpha, power, sides: sidesOf(sided) });
    return {
      connor_n_raw: design.raw,
      connor_n: design.n,
      achieved_power: design.power,
      miettinen_n_raw: design.miettinen.raw,
      miettinen_n: design.miettinen.n,
      exact_power_at_connor_n: design.exactPowerAt(design.n),
      n_with_dropout: enrolled(design.n, dropout),
    };
  },
);
