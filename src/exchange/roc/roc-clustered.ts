import { clusteredArea } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { InvalidInput } from "../../numeric/index.js";
import { confLevel, names } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { scoredShape } from "./scored.js";

const input = z.object({ ...scoredShape, cluster: names, conf_level: confLevel });

/** Area under a ROC curve of clustered subjects. */
export const rocClustered: Statistic = statistic("roc_clustered", input, (given) => {
  const { labels, scores, cluster, direction, conf_level: level } = given;
  if (labels.length !== scores.length || cluster.length !== scores.length) {
    const got = `${scores.length}, ${labels.length} and ${cluster.length} values`;
    const rule = `needs columns of one length; got ${got}`;
    throw new InvalidInput("roc_clustered", rule, "different_lengths");
  }
  const complete = scores.flatMap((score, i) =>
    Number.isNaN(score) || Number.isNaN(labels[i]!) || cluster[i] === null ? [] : [i],
  );
  const area = clusteredArea(
    complete.map((i) => scores[i]!),
    complete.map((i) => labels[i]!),
    complete.map((i) => cluster[i] as string | number),
    direction,
    { level },
  );
  return {
    n_clusters: area.nClusters,
    auc: area.value,
    s10: area.components.events,
    s01: area.components.nonEvents,
    s11: area.components.product,
    var_clustered: area.variance,
    se_clustered: area.standardError,
    ci_clustered: limits(area.intervals.waldUnclipped),
    se_delong_ignoring_clusters: area.standardErrorUnclustered,
    note: area.note,
  };
});
