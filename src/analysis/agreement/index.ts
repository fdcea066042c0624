export {
  type AgreementFromSummary,
  agreementFromSummary,
  type MeanSd,
} from "./agreement-from-summary.js";
export { type BlandAltman, blandAltman } from "./bland-altman.js";
export { type BlandAltmanLog, blandAltmanLog } from "./bland-altman-log.js";
export {
  type BlandAltmanNonparametric,
  blandAltmanNonparametric,
  type DifferenceQuantile,
} from "./bland-altman-nonparametric.js";
export { type BlandAltmanPercent, blandAltmanPercent } from "./bland-altman-percent.js";
export {
  type BlandAltmanRegression,
  blandAltmanRegression,
  type LimitsAtMean,
} from "./bland-altman-regression.js";
export {
  type BlandAltmanRepeatedLinked,
  blandAltmanRepeatedLinked,
  type PlainLimits,
} from "./bland-altman-repeated.js";
export {
  type BlandAltmanRepeatedUnlinked,
  blandAltmanRepeatedUnlinked,
  type MethodReplicates,
  type ReplicateSummary,
} from "./bland-altman-unlinked.js";
export { type ConcordanceOverShifts, concordanceOverShifts } from "./concordance-over-shifts.js";
export {
  type DemingErrors,
  type DemingOptions,
  type DemingRegression,
  demingRegression,
  weightedDemingRegression,
} from "./deming.js";
export type { DecisionBias } from "./deming-decision-bias.js";
export { type DeviceSizeAgreement, deviceSizeAgreement, type SizingCost } from "./device-size.js";
export type {
  CoverageAndLevel,
  Limit,
  LimitIntervals,
  LimitsOfAgreement,
} from "./limits-of-agreement.js";
export { type LinConcordance, linConcordance } from "./lin-concordance.js";
export { type MeasurementError, measurementError } from "./measurement-error.js";
export {
  type MethodEquivalence,
  methodEquivalence,
  type OneSidedPair,
} from "./method-equivalence.js";
export type { OrderStatisticInterval } from "./order-statistics.js";
export { type PassingBablok, passingBablok } from "./passing-bablok.js";
export {
  type PassingBablokBias,
  type PassingBablokBiasOptions,
  passingBablokBias,
} from "./passing-bablok-bias.js";
export type { LinearityTest } from "./passing-bablok-linearity.js";
export { type MethodSpread, type ProportionalBias, proportionalBias } from "./proportional-bias.js";
export type { RandomIntercept } from "./random-intercept.js";
export type { SubjectName } from "./replicates.js";
export type { SignedRankOfDifferences } from "./signed-rank-of-differences.js";
export type { StraightLine } from "./straight-line.js";
export {
  type ScaledInterval,
  type ToleranceInterval,
  toleranceInterval,
} from "./tolerance-interval.js";
export {
  type CoverageProbability,
  coverageProbability,
  type TotalDeviationIndex,
  totalDeviationIndex,
} from "./total-deviation.js";
export type { ComponentLimits } from "./variance-components.js";
