import { partialAreaUnderCurve } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeColumns, scoredShape, type Two } from "./scored.js";

const window = z.object({
  focus: z.enum(["specificity", "sensitivity"]),
  from: z.number(),
  to: z.number(),
});
const input = z.object({ ...scoredShape, windows: z.array(window) });

/** Partial areas under a ROC curve with McClish's standardisation. */
export const rocPartialAuc: Statistic = statistic("roc_partial_auc", input, (given) => {
  const [scores, labels] = completeColumns("roc_partial_auc", given.scores, given.labels) as Two;
  return {
    windows: given.windows.map(({ focus, from, to }) => {
      // pROC takes the ends of a window in either order.
      const ordered = { focus, from: Math.min(from, to), to: Math.max(from, to) };
      const area = partialAreaUnderCurve(scores, labels, given.direction, ordered);
      return { focus, from, to, pauc: area.value, pauc_mcclish: area.standardised };
    }),
  };
});
