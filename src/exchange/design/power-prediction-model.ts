import { coxSnellFromAuc, predictionModelSize } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";

/** Number of patients to develop a prediction model of a binary outcome. */
export const powerPredictionModel: Statistic = statistic(
  "power_prediction_model",
  z
    .object({
      cs_r2: z.number().optional(),
      c_statistic: z.number().optional(),
      parameters: z.number(),
      prevalence: z.number(),
      shrinkage: z.number().default(0.9),
    })
    .refine(({ cs_r2: given, c_statistic: auc }) => given !== undefined || auc !== undefined, {
      error: "needs cs_r2 or c_statistic",
    }),
  ({ cs_r2: given, c_statistic: auc, parameters, prevalence, shrinkage }) => {
    const coxSnell = given ?? coxSnellFromAuc(auc!, prevalence);
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
