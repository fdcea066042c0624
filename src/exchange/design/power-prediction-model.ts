import { predictionModelSize } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";

/** Number of patients to develop a prediction model of a binary outcome. */
export const powerPredictionModel: Statistic = statistic(
  "power_prediction_model",
  z.object({
    cs_r2: z.number(),
    parameters: z.number(),
    prevalence: z.number(),
    shrinkage: z.number().default(0.9),
  }),
  ({ cs_r2: coxSnell, parameters, prevalence, shrinkage }) => {
    const size = predictionModelSize(coxSnell, parameters, prevalence, { shrinkage });
    const { criteria } = size;
    return {
      n_criteria: [criteria.shrinkage, criteria.optimism, criteria.risk],
      n: size.n,
      events: size.events,
      epp: size.eventsPerParameter,
      max_r2: size.largestCoxSnell,
    };
  },
);
