import { pairedAucDesign } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { planFields, sidesOf } from "./plan-input.js";

/** Patients for a comparison of two areas under the ROC curves of the same patients. */
export const powerAucPaired: Statistic = statistic(
  "power_auc_paired",
  z.object({
    ...planFields,
    A1: z.number(),
    B1: z.number(),
    A2: z.number(),
    B2: z.number(),
    rn: z.number(),
    ra: z.number(),
    kappa: z.number().default(1),
    n_events_given: z.number().optional(),
    n_non_events_given: z.number().optional(),
  }),
  (input) => {
    const { alpha, power, kappa: ratio } = input;
    const design = pairedAucDesign(
      { a: input.A1, b: input.B1 },
      { a: input.A2, b: input.B2 },
      { events: input.ra, nonEvents: input.rn },
      { alpha, power, sides: sidesOf(input), ratio },
    );
    const [events, nonEvents] = [input.n_events_given, input.n_non_events_given];
    return {
      delta: design.delta,
      n_events_raw: design.rawEvents,
      n_non_events_raw: design.rawNonEvents,
      n_events: design.events,
      n_non_events: design.nonEvents,
      achieved_power: design.power,
      power_given_n: events === undefined ? undefined : design.powerAt(events, nonEvents),
    };
  },
);
