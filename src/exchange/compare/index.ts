import type { Statistics } from "../statistic.js";
import { anovaSummary } from "./anova-summary.js";
import { contingency } from "./contingency.js";
import { correlation } from "./correlation.js";
import { descriptive } from "./descriptive.js";
import { kGroups } from "./k-groups.js";
import { mannWhitney } from "./mann-whitney.js";
import { medianToMean } from "./median-to-mean.js";
import { pAdjust } from "./p-adjust.js";
import { pairedProportions } from "./paired-proportions.js";
import { pairedT } from "./paired-t.js";
import { twoMeansRaw } from "./two-means-raw.js";
import { twoMeansSummary } from "./two-means-summary.js";
import { twoProportions } from "./two-proportions.js";
import { wilcoxonSignedRank } from "./wilcoxon-signed-rank.js";

/** The statistics of this area. */
export const COMPARE: Statistics = {
  anova_summary: anovaSummary,
  contingency,
  correlation,
  descriptive,
  k_groups: kGroups,
  mann_whitney: mannWhitney,
  median_to_mean: medianToMean,
  p_adjust: pAdjust,
  paired_proportions: pairedProportions,
  paired_t: pairedT,
  two_means_raw: twoMeansRaw,
  two_means_summary: twoMeansSummary,
  two_proportions: twoProportions,
  wilcoxon_signed_rank: wilcoxonSignedRank,
};
