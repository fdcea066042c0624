import { binormalMoments, binormalRegression } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeColumns, scoredShape, type Two } from "./scored.js";

/** Binormal ROC curves from means and standard deviations, and by regression on normal axes. */
export const rocBinormal: Statistic = statistic(
  "roc_binormal",
  z.object(scoredShape),
  ({ scores: given, labels: outcomes, direction }) => {
    const [scores, labels] = completeColumns("roc_binormal", given, outcomes) as Two;
    const moments = binormalMoments(scores, labels, direction);
    const regression = binormalRegression(scores, labels, direction);
    return {
      n_points: regression.nPoints,
      parametric: {
        a: moments.a,
        b: moments.b,
        auc: moments.area,
        mean_events: moments.meanEvents,
        sd_events: moments.sdEvents,
        mean_non_events: moments.meanNonEvents,
        sd_non_events: moments.sdNonEvents,
      },
      probit_regression: {
        intercept: regression.intercept,
        slope: regression.slope,
        auc: regression.area,
      },
    };
  },
);
