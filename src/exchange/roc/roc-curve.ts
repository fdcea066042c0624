import {
  type CutoffRule,
  rocCurve as curveOf,
  optimalCutoffs,
  sensitivityAtSpecificity,
  specificityAtSensitivity,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeColumns, scoredShape, type Two } from "./scored.js";

const rates = z.array(z.number()).optional();
const input = z.object({
  ...scoredShape,
  cost_fn_fp: z.number().optional(),
  prevalence: z.number().optional(),
  at_specificity: rates,
  at_sensitivity: rates,
});

/** Empirical ROC curve, its best cut-offs, and one rate where the other is fixed. */
export const rocCurve: Statistic = statistic("roc_curve", input, (given) => {
  const { direction, cost_fn_fp: costRatio = 1, prevalence = 0.5 } = given;
  const [scores, labels] = completeColumns("roc_curve", given.scores, given.labels) as Two;
  const curve = curveOf(scores, labels, direction);
  const best = (rule: CutoffRule): Best => {
    const { cutoffs } = optimalCutoffs(scores, labels, direction, rule);
    return {
      threshold: cutoffs.map(({ threshold }) => threshold),
      sensitivity: cutoffs.map(({ sensitivity }) => sensitivity),
      specificity: cutoffs.map(({ specificity }) => specificity),
    };
  };
  const isWeighted = given.cost_fn_fp !== undefined || given.prevalence !== undefined;
  const youden = best({ criterion: "youden" });
  return {
    thresholds: curve.thresholds,
    sensitivity: curve.sensitivities,
    specificity: curve.specificities,
    auc: curve.area,
    youden,
    youden_j: youden.sensitivity[0]! + youden.specificity[0]! - 1,
    closest_topleft: best({ criterion: "closest-to-corner" }),
    ...(isWeighted && {
      youden_weighted: best({ criterion: "youden", costRatio, prevalence }),
      closest_weighted: best({ criterion: "closest-to-corner", costRatio, prevalence }),
    }),
    ...(given.at_specificity && {
      ...columns("sens_at_spec", given.at_specificity, (at) =>
        sensitivityAtSpecificity(scores, labels, direction, at),
      ),
    }),
    ...(given.at_sensitivity && {
      ...columns("spec_at_sens", given.at_sensitivity, (at) =>
        specificityAtSensitivity(scores, labels, direction, at),
      ),
    }),
  };
});

interface Best {
  readonly threshold: number[];
  readonly sensitivity: number[];
  readonly specificity: number[];
}

function columns(
  name: string,
  at: readonly number[],
  rates: (at: readonly number[]) => ReturnType<typeof sensitivityAtSpecificity>,
): Record<string, number[]> {
  const found = at.length === 0 ? [] : rates(at);
  return {
    [`${name}_interpolated`]: found.map(({ interpolated }) => interpolated),
    [`${name}_achievable`]: found.map(({ achievable }) => achievable),
  };
}
