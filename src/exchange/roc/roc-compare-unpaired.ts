import { deLongUnpairedTest } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeColumns, direction, type Two } from "./scored.js";

const input = z.object({
  labels1: column,
  scores1: column,
  labels2: column,
  scores2: column,
  direction,
  conf_level: confLevel,
});

/** DeLong's test of two areas on different subjects. */
export const rocCompareUnpaired: Statistic = statistic("roc_compare_unpaired", input, (given) => {
  const sample = (scores: number[], labels: number[]): Sample => {
    const [complete, events] = completeColumns("roc_compare_unpaired", scores, labels) as Two;
    return { scores: complete, events, direction: given.direction };
  };
  const test = deLongUnpairedTest(
    sample(given.scores1, given.labels1),
    sample(given.scores2, given.labels2),
    { level: given.conf_level },
  );
  return {
    auc1: test.first.value,
    auc2: test.second.value,
    diff: test.difference.value,
    var1: test.first.variance,
    var2: test.second.variance,
    d_statistic: test.t,
    df: test.df,
    p: test.p,
    z_normal: test.t,
    p_normal: test.pNormal,
    ci_diff: limits(test.difference.ci),
    note: test.note,
  };
});

type Sample = Parameters<typeof deLongUnpairedTest>[0];
