import {
  type ContinuousMeasure,
  type ContinuousStudies,
  continuousEffects,
  metaContinuous,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completeRows, confLevel } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";
import { pooledAnswer } from "./pooled-answer.js";

const MEASURES: Readonly<Record<string, ContinuousMeasure>> = {
  md: "mean-difference",
  smd: "standardised-mean-difference",
  rom: "log-ratio-of-means",
};

/** Studies of two means by mean, standard deviation and size. */
export const metaContinuousStatistic: Statistic = statistic(
  "meta_continuous",
  z.object({
    m1i: column,
    sd1i: column,
    n1i: column,
    m2i: column,
    sd2i: column,
    n2i: column,
    conf_level: confLevel,
  }),
  ({ m1i, sd1i, n1i, m2i, sd2i, n2i, conf_level: level }) => {
    const columns = [m1i, sd1i, n1i, m2i, sd2i, n2i];
    const rows = completeRows(m1i.map((_, i) => columns.map((values) => values[i]!)));
    const [mean1, sd1, n1, mean2, sd2, n2] = columns.map((_, j) => rows.map((row) => row[j]!));
    const studies = { mean1, sd1, n1, mean2, sd2, n2 } as ContinuousStudies;
    return Object.fromEntries(
      Object.entries(MEASURES).map(([key, measure]) => {
        const { effects, variances } = continuousEffects(studies, measure);
        return [
          key,
          {
            yi: effects,
            vi: variances,
            dl: pooledAnswer(metaContinuous(studies, measure, "dersimonian-laird", { level })),
            reml: pooledAnswer(metaContinuous(studies, measure, "reml", { level })),
          },
        ];
      }),
    );
  },
);
