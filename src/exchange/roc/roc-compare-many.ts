import { deLongManyTest } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, confLevel, matrix } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeColumns, direction } from "./scored.js";

const input = z.object({ labels: column, scores: matrix, direction, conf_level: confLevel });

/** DeLong's chi-square test of several areas on the same subjects. */
export const rocCompareMany: Statistic = statistic("roc_compare_many", input, (given) => {
  const k = given.scores[0]?.length ?? 0;
  const columns = Array.from({ length: k }, (_, j) =>
    given.scores.map((row) => row[j] ?? Number.NaN),
  );
  const [labels, ...complete] = completeColumns("roc_compare_many", given.labels, ...columns);
  const markers = complete.map((scores) => ({ scores, direction: given.direction }));
  const test = deLongManyTest(markers, labels!, { level: given.conf_level });
  return {
    auc: test.areas,
    covariance: test.covariance,
    chi2: test.statistic,
    df: test.df,
    p: test.p,
    note: test.note,
  };
});
