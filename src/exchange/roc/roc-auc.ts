import { areaUnderCurve, aucPermutationTest } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeColumns, scoredShape, type Two } from "./scored.js";

const input = z.object({ ...scoredShape, conf_level: confLevel });

/** Area under a ROC curve with its intervals and the exact permutation p. */
export const rocAuc: Statistic = statistic("roc_auc", input, (given) => {
  const { direction, conf_level: level } = given;
  const [scores, labels] = completeColumns("roc_auc", given.scores, given.labels) as Two;
  const area = areaUnderCurve(scores, labels, direction, { level });
  const test = aucPermutationTest(scores, labels, direction);
  return {
    n_events: area.nEvents,
    n_non_events: area.nNonEvents,
    auc: area.value,
    mann_whitney_u: area.pairsWon,
    se_delong: area.standardError.deLong,
    ci_delong: limits(area.intervals.deLong),
    ci_delong_unclipped: limits(area.intervals.deLongUnclipped),
    ci_logit: limits(area.intervals.logit),
    se_hanley_mcneil: area.standardError.hanleyMcNeil,
    ci_hanley_mcneil: limits(area.intervals.hanleyMcNeil),
    ci_newcombe5: limits(area.intervals.newcombe),
    p_exact_permutation: test.p,
    p_normal_no_cc: test.pNormal,
    z_delong_vs_half: area.z,
    gini: area.gini,
    note: area.note,
  };
});
