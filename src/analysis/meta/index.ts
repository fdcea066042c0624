export { type BeggTest, beggTest } from "./begg.js";
export type { Tau2Method } from "./between-study-variance.js";
export {
  type BinaryMeasure,
  type BinaryStudies,
  binaryEffects,
  metaBinary,
  type ZeroCells,
} from "./binary-effects.js";
export * from "./binary-glmm.js";
export {
  type BivariateAccuracy,
  bivariateAccuracy,
} from "./bivariate-accuracy.js";
export type { AccuracyStudies } from "./bivariate-likelihood.js";
export {
  type ContinuousMeasure,
  type ContinuousStudies,
  continuousEffects,
  metaContinuous,
} from "./continuous-effects.js";
export { eggerTest, type FunnelRegression, mixedEggerTest } from "./egger.js";
export type { Ellipse } from "./ellipse.js";
export { type ExactOddsRatio, exactOddsRatio } from "./exact-odds-ratio.js";
export * from "./fail-safe.js";
export * from "./heterogeneity.js";
export type { HierarchicalRoc } from "./hierarchical-roc.js";
export * from "./influence.js";
export {
  type MantelHaenszel,
  type MantelHaenszelMeasure,
  mantelHaenszel,
} from "./mantel-haenszel.js";
export {
  type FragilePool,
  type FragilityChange,
  type MetaFragility,
  metaFragility,
} from "./meta-fragility.js";
export * from "./meta-regression.js";
export * from "./peto.js";
export {
  type PooledEffect,
  type PooledStudies,
  type PoolingMethod,
  type PoolingTest,
  poolEffects,
} from "./pool-effects.js";
export * from "./pool-series.js";
export type { PredictionIntervals } from "./prediction-intervals.js";
export {
  metaProportions,
  type PooledProportion,
  type ProportionScale,
  type ProportionStudies,
  proportionEffects,
} from "./proportion-effects.js";
export * from "./proportion-glmm.js";
export type { QTest } from "./q-test.js";
export type { PooledStudyEffects, StudyEffects } from "./study-effects.js";
export * from "./subgroups.js";
export * from "./trim-and-fill.js";
