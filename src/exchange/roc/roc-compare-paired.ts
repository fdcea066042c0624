import { deLongTest } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeColumns, direction, type Three } from "./scored.js";

const input = z.object({
  labels: column,
  scores1: column,
  scores2: column,
  direction1: direction,
  direction2: direction,
  conf_level: confLevel,
  margin: z.number().nullable().optional(),
});

/** DeLong's test of two areas on the same subjects. */
export const rocComparePaired: Statistic = statistic("roc_compare_paired", input, (given) => {
  const { direction1, direction2, conf_level: level, margin } = given;
  const [labels, scores1, scores2] = completeColumns(
    "roc_compare_paired",
    given.labels,
    given.scores1,
    given.scores2,
  ) as Three;
  const test = deLongTest(
    { scores: scores1, direction: direction1 },
    { scores: scores2, direction: direction2 },
    labels,
    { level, ...(margin === undefined || margin === null ? {} : { margin }) },
  );
  return {
    n_events: test.nEvents,
    n_non_events: test.nNonEvents,
    auc1: test.first.value,
    auc2: test.second.value,
    diff: test.difference.value,
    var1: test.first.variance,
    var2: test.second.variance,
    cov: test.covariance,
    correlation: test.correlation,
    se_diff: test.standardError,
    z: test.z,
    p: test.p,
    ci_diff: limits(test.difference.ci),
    p_noninferiority: test.nonInferiority?.p ?? Number.NaN,
    note: test.note,
  };
});
