import { bootstrapAreaUnderCurve } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { seeded } from "../../numeric/index.js";
import { confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";
import { completeColumns, scoredShape, type Two } from "./scored.js";

const SEED = 20240611;
const MOST_REPLICATES = 100_000;
const MOST_DRAWS = 2e8; // of subjects; about a second

const input = z.object({
  ...scoredShape,
  conf_level: confLevel,
  replicates: z.number().optional(),
  seed: z.number().optional(),
});

/** Area under a ROC curve with the percentile interval of a stratified bootstrap. */
export const rocBootstrapMc: Statistic = statistic("roc_bootstrap_mc", input, (given) => {
  const [scores, labels] = completeColumns("roc_bootstrap_mc", given.scores, given.labels) as Two;
  const fewer = Math.max(2000, Math.floor(MOST_DRAWS / Math.max(1, scores.length)));
  const area = bootstrapAreaUnderCurve(scores, labels, given.direction, {
    random: seeded(given.seed ?? SEED),
    level: given.conf_level,
    replicates: given.replicates ?? Math.min(MOST_REPLICATES, fewer),
  });
  return {
    auc: area.value,
    bootstrap_se: area.standardError,
    percentile: limits(area.percentile),
    bca: limits(area.bca),
    bootstrap_mean: area.mean,
  };
});
