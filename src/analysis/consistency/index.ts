export type { AucIntervalMethod, AucWidth } from "./auc-intervals.js";
export { type AucVarianceRange, aucVarianceRange } from "./auc-variance.js";
export { type ConcordanceInterval, concordanceInterval } from "./concordance-interval.js";
export { type ConcordanceOfMeans, concordanceOfMeans } from "./concordance-of-means.js";
export { type ConcordanceP, concordanceP } from "./concordance-p.js";
export {
  type CorrelationError,
  type CorrelationInterval,
  type CorrelationReading,
  type CorrelationShape,
  correlationInterval,
  correlationShape,
} from "./correlation-interval.js";
export {
  type CorrelationP,
  type CorrelationRange,
  type CorrelationSpan,
  type CorrelationTest,
  correlationFromP,
  correlationP,
  pairsOfCorrelation,
  type TestedCoefficient,
} from "./correlation-p.js";
export type { PrintedMeasurement } from "./cosine-law.js";
export * from "./debit.js";
export {
  type DiagnosticRates,
  diagnosticRates,
  type PrintedRates,
} from "./diagnostic-rates.js";
export { type EffectFamily, type EffectMeasure, effectMeasure } from "./effect-measures.js";
export * from "./fold-ratio.js";
export { type Grim, grim } from "./grim.js";
export { type Grimmer, grimmer } from "./grimmer.js";
export type { IntegerSample } from "./integer-sample.js";
export * from "./interval-conversions.js";
export type { EndsFit, IntervalFault } from "./interval-ends.js";
export {
  type IntervalScale,
  type IntervalSymmetry,
  intervalSymmetry,
  type LostSign,
  type ScaleSymmetry,
} from "./interval-symmetry.js";
export {
  type Instead,
  type IntervalMultiplier,
  type MeanInterval,
  type MeanIntervalReading,
  meanInterval,
  type PrintedMean,
  type ValueRange,
} from "./mean-interval.js";
export * from "./one-patient.js";
export type { PSpan } from "./p-span.js";
export * from "./paired-means-p.js";
export * from "./paired-proportions-p.js";
export * from "./parts-of-whole.js";
export {
  type CountPercent,
  type PercentCountEnds,
  type PercentCounts,
  type PercentDenominator,
  percentCountEnds,
  percentCounts,
  percentDenominators,
} from "./percent-counts.js";
export {
  type Bounds,
  holds,
  type PrintedNumber,
  type PrintedP,
  parsePrinted,
  parsePrintedP,
  printedBounds,
  type RoundingRule,
} from "./printed.js";
export { type AucIntervalFit, type PrintedAuc, printedAuc } from "./printed-auc.js";
export { type AucTest, type AucTestP, type PrintedAucP, printedAucP } from "./printed-auc-p.js";
export {
  type BiasIntervalFit,
  type LimitsMultiplier,
  type LimitsStanding,
  type MultiplierFit,
  type PrintedAgreement,
  type PrintedBlandAltman,
  printedBlandAltman,
} from "./printed-bland-altman.js";
export { type EffectStanding, type PrintedEffect, printedEffect } from "./printed-effect.js";
export {
  type EffectPStanding,
  type PrintedEffectP,
  printedEffectP,
} from "./printed-effect-p.js";
export type { IntegerScale, OpenScale, PrintedSpread } from "./printed-moments.js";
export { printedInOrder } from "./printed-order.js";
export {
  type PrintedProportion,
  type PrintedShare,
  type ProportionMethodFit,
  printedProportion,
} from "./printed-proportion.js";
export {
  type LayoutFit,
  type OddsForm,
  type PrintedTwoByTwo,
  type PrintedTwoByTwoRates,
  printedTwoByTwo,
  type RateFit,
  type TableLayout,
} from "./printed-two-by-two.js";
export {
  type PrintedTwoByTwoP,
  printedTwoByTwoP,
  type TwoByTwoTest,
  type TwoByTwoTestP,
} from "./printed-two-by-two-p.js";
export type { ProportionMethod } from "./proportion-methods.js";
export * from "./proportion-p-explained.js";
export * from "./proportion-sizes.js";
export * from "./recomputed-p.js";
export {
  ICC_OF_AGREEMENT,
  ICC_OF_VARIANCES,
  type IccName,
  type IccReading,
  type ReliabilityInterval,
  reliabilityInterval,
} from "./reliability-interval.js";
export { type KnownValues, type SdBounds, sdBounds } from "./sd-bounds.js";
export { type CommonFacts, type Sprite, type SpriteOptions, sprite } from "./sprite.js";
export type { ValueCount } from "./sprite-facts.js";
export { type StatisticRange, statisticFromP } from "./statistic-from-p.js";
export type { Span } from "./subgroup-spread.js";
export * from "./subgroups.js";
export {
  type TestSpan,
  type TestStatistic,
  type TestStatisticP,
  testStatisticP,
} from "./test-statistic-p.js";
export type { TestTail } from "./test-tail.js";
export * from "./two-means-corners.js";
export * from "./two-means-p.js";
export {
  type CheckedP,
  type PossiblePair,
  type PrintedArm,
  type TwoProportionsP,
  twoProportionsP,
} from "./two-proportions-p.js";
