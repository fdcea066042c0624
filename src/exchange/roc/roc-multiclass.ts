import { multiclassArea } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeColumns, direction, type Two } from "./scored.js";

/** Mean area under the ROC curves of all pairs of classes. */
export const rocMulticlass: Statistic = statistic(
  "roc_multiclass",
  z.object({ classes: column, scores: column, direction }),
  (given) => {
    const [scores, classes] = completeColumns("roc_multiclass", given.scores, given.classes) as Two;
    const area = multiclassArea(scores, classes, given.direction);
    return { auc_hand_till: area.value, pairwise: area.pairs.map((pair) => pair.area) };
  },
);
