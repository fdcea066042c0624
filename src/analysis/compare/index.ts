export { adjustedP, type PAdjustment } from "./adjusted-p.js";
export * from "./chi-square-test.js";
export * from "./contingency-table.js";
export type { CountTable } from "./count-table.js";
export * from "./descriptive-statistics.js";
export { differenceOfEstimates } from "./difference-of-estimates.js";
export * from "./equivalence.js";
export type { FisherP } from "./fisher-distribution.js";
export * from "./fisher-test.js";
export * from "./fragility-index.js";
export { type FreemanHaltonTest, freemanHaltonTest } from "./freeman-halton.js";
export { type HodgesLehmann, hodgesLehmann } from "./hodges-lehmann.js";
export * from "./kendall-correlation.js";
export * from "./kruskal-wallis.js";
export { type MannWhitneyTest, mannWhitneyTest } from "./mann-whitney.js";
export * from "./mcnemar.js";
export * from "./mean-comparisons.js";
export * from "./mean-ratios.js";
export { type MeanSdN, meanSdN } from "./mean-sd-n.js";
export * from "./median-difference.js";
export * from "./median-to-mean.js";
export * from "./odds-ratio.js";
export * from "./one-way-anova.js";
export * from "./paired-proportions.js";
export * from "./paired-t-test.js";
export * from "./pearson-correlation.js";
export * from "./probability-of-superiority.js";
export {
  type ProportionTest,
  type ProportionTestP,
  proportionTests,
} from "./proportion-tests.js";
export type { RankP } from "./rank-tests.js";
export * from "./risk-difference.js";
export * from "./risk-ratio.js";
export type { ScoreStatistics } from "./score-statistics.js";
export * from "./sign-test.js";
export * from "./signed-rank.js";
export * from "./spearman-correlation.js";
export { type StandardisedDifference, standardisedDifference } from "./standardised-difference.js";
export { studentTest, type TwoMeansTest, welchTest } from "./t-tests.js";
export * from "./trend-tests.js";
export * from "./two-proportions.js";
export * from "./variance-tests.js";
export * from "./wald-z-test.js";
