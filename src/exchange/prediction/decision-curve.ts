import { decisionCurve as curveOf } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const schema = z.object({
  y: column,
  p: column,
  thresholds: z.array(z.number()).optional(),
  conf_level: confLevel,
});

/** Decision curve: net benefit of treating those at or above each threshold. */
export const decisionCurve: Statistic = statistic("decision_curve", schema, (input) => {
  const [y, p] = completePairs(input.y, input.p);
  const { points, treatNone, n, nEvents } = curveOf(y, p, {
    ...(input.thresholds === undefined ? {} : { thresholds: input.thresholds }),
    level: input.conf_level,
  });
  return {
    n,
    events: nEvents,
    thresholds: points.map(({ threshold }) => threshold),
    net_benefit: points.map(({ netBenefit }) => netBenefit.value),
    net_benefit_ci: points.map(({ netBenefit }) => limits(netBenefit.ci)),
    standardized_net_benefit: points.map(({ standardised }) => standardised),
    treat_all: points.map(({ treatAll }) => treatAll),
    treat_none: treatNone,
    net_interventions_avoided_per_100: points.map(
      ({ interventionsAvoided }) => interventionsAvoided,
    ),
  };
});
