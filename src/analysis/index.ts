export type { Alternative, Arm, TwoByTwo } from "./arm.js";
export * from "./compare/chi-square-test.js";
export * from "./compare/equivalence.js";
export type { FisherP } from "./compare/fisher-distribution.js";
export * from "./compare/fisher-test.js";
export * from "./compare/mcnemar.js";
export * from "./compare/mean-ratios.js";
export * from "./compare/proportion-tests.js";
export type { ScoreStatistics } from "./compare/score-statistics.js";
export * from "./compare/standardised-difference.js";
export { type MeanSdN, studentTest, type TwoMeansTest, welchTest } from "./compare/t-tests.js";
export * from "./compare/two-proportions.js";
export * from "./compare/wald-z-test.js";
export * from "./consistency/one-patient.js";
export * from "./consistency/percent-counts.js";
export {
  type Bounds,
  HALF_ROUNDING,
  holds,
  overlap,
  type PrintedNumber,
  type PrintedP,
  parsePrinted,
  parsePrintedP,
  printedBounds,
  type RoundingRule,
  roundingBounds,
} from "./consistency/printed.js";
export * from "./consistency/two-means-p.js";
export * from "./consistency/two-proportions-p.js";
export * from "./diagnostic/cross-tabulate.js";
export {
  type DiagnosticAccuracy,
  diagnosticAccuracy,
} from "./diagnostic/diagnostic-accuracy.js";
export type { DiagnosticRatios, RatioEstimate } from "./diagnostic/likelihood-ratios.js";
export * from "./diagnostic/predictive-values.js";
export type { Estimate, Interval } from "./estimate.js";
export * from "./proportion/binomial-test.js";
export {
  type Proportion,
  type ProportionIntervals,
  proportion,
} from "./proportion/proportion.js";
