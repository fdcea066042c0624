export { type BrantTest, brantTest } from "./brant.js";
export { type BrierDecomposition, brierDecomposition, type SpiegelhalterTest } from "./brier.js";
export { type Calibration, calibration } from "./calibration.js";
export type { Covariates } from "./covariates.js";
export {
  type DecisionBand,
  type DecisionCurve,
  type DecisionPoint,
  decisionBands,
  decisionCurve,
} from "./decision-curve.js";
export { type FirthCoefficient, type FirthFit, fitFirth } from "./firth.js";
export { type HosmerLemeshow, hosmerLemeshow, type RiskGroup } from "./hosmer-lemeshow.js";
export { fitLinear, type LinearCoefficient, type LinearFit } from "./linear.js";
export { fitLogistic, type LogisticCoefficient, type LogisticFit } from "./logistic.js";
export { type LogisticProfile, logisticProfile } from "./logistic-profile.js";
export { type BootstrapOptimism, bootstrapOptimism, type Optimism } from "./optimism.js";
export { fitOrdinal, type OrdinalFit, type OrdinalThreshold } from "./ordinal.js";
export {
  type ModelTerm,
  type PredictedMeans,
  predictedMeans,
  predictedProbabilities,
  predictedRisks,
} from "./predicted.js";
export {
  type NetReclassification,
  type Reclassification,
  type ReclassificationEstimate,
  type ReclassificationWarning,
  reclassification,
} from "./reclassification.js";
export { type RubinPool, rubinPool } from "./rubin.js";
export { findSeparation, type Separation } from "./separation.js";
export { type SmoothedCalibration, smoothedCalibration } from "./smoothed-calibration.js";
