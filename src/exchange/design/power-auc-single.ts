import { aucDesign, aucPrecision } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { planFields, sidesOf } from "./plan-input.js";

/** Patients for a test and for an interval of one area under the ROC curve. */
export const powerAucSingle: Statistic = statistic(
  "power_auc_single",
  z.object({
    ...planFields,
    auc: z.number(),
    kappa: z.number().default(1),
    n_events_given: z.number().optional(),
    n_non_events_given: z.number().optional(),
    half_width: z.number().optional(),
  }),
  (input) => {
    const { auc, alpha, power, kappa: ratio } = input;
    const design = aucDesign(auc, { alpha, power, sides: sidesOf(input), ratio });
    const [events, nonEvents] = [input.n_events_given, input.n_non_events_given];
    const width = input.half_width;
    const level = 1 - alpha;
    const precision = width === undefined ? undefined : aucPrecision(auc, width, { level, ratio });
    return {
      n_events_raw: design.rawEvents,
      n_non_events_raw: design.rawNonEvents,
      n_events: design.events,
      n_non_events: design.nonEvents,
      achieved_power: design.power,
      power_given_n: events === undefined ? undefined : design.powerAt(events, nonEvents),
      n_events_for_half_width: precision?.events,
      half_width_achieved: precision?.halfWidth,
    };
  },
);
