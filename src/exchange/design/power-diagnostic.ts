import { accuracyPrecision, oneProportionDesign, zeroEvents } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { planFields, sidesOf } from "./plan-input.js";

/** Sample sizes of studies of a diagnostic test: precision, exact test, no event at all. */
export const powerDiagnostic: Statistic = statistic(
  "power_diagnostic",
  z.object({
    ...planFields,
    sens: z.number(),
    spec: z.number(),
    half_width: z.number(),
    prevalence: z.number(),
    null_sens: z.number(),
    zero_of_n: z.number().optional(),
  }),
  (input) => {
    const { sens, spec, prevalence, alpha, power } = input;
    const level = 1 - alpha;
    const precision = accuracyPrecision(sens, spec, prevalence, input.half_width, { level });
    const sides = sidesOf(input);
    const exact = oneProportionDesign(sens, input.null_sens, { alpha, power, sides });
    const none = input.zero_of_n === undefined ? undefined : zeroEvents(input.zero_of_n, { level });
    return {
      buderer_n_diseased_raw: precision.diseased.raw,
      buderer_n_total_sens: precision.totalForSensitivity,
      buderer_n_non_diseased_raw: precision.healthy.raw,
      buderer_n_total_spec: precision.totalForSpecificity,
      exact_binomial_first_n: exact.n,
      exact_binomial_power: exact.power,
      exact_binomial_critical: exact.critical,
      exact_binomial_n_always: exact.always,
      rule_of_three_upper: none?.oneSided,
      zero_of_n_two_sided_upper: none?.twoSided,
    };
  },
);
