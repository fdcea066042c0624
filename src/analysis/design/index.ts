export {
  type AccuracyPrecision,
  accuracyPrecision,
  type ProportionPrecision,
  proportionPrecision,
  type RoundedSize,
} from "./accuracy-precision.js";
export { type AucDesign, type AucPrecision, aucDesign, aucPrecision } from "./auc.js";
export {
  type BinormalParameters,
  type PairedAucDesign,
  pairedAucDesign,
  type ScoreCorrelations,
} from "./auc-paired.js";
export {
  type BlandAltmanDesign,
  type BlandAltmanPrecision,
  blandAltmanDesign,
  blandAltmanPrecision,
} from "./bland-altman.js";
export { type ClusteredSize, clusteredSize } from "./clustered.js";
export { type CorrelationDesign, correlationDesign } from "./correlation.js";
export { coxSnellFromAuc } from "./cox-snell.js";
export { enrolment } from "./enrolment.js";
export { type IccDesign, iccDesign, iccPrecision } from "./icc.js";
export { type KappaDesign, kappaDesign, kappaLowerLimit, kappaPrecision } from "./kappa.js";
export {
  type McNemarDesign,
  type McNemarExactDesign,
  mcNemarDesign,
  mcNemarExactDesign,
} from "./mcnemar.js";
export { type OneProportionDesign, oneProportionDesign } from "./one-proportion.js";
export { type PairedMeansDesign, pairedMeansDesign } from "./paired-means.js";
export { type Design, type PowerCurve, powerCurve } from "./power-curve.js";
export { type PredictionModelSize, predictionModelSize } from "./prediction-model.js";
export { type TwoMeansDesign, twoMeansDesign } from "./two-means.js";
export {
  type FisherDesign,
  fisherDesign,
  type TwoProportionsDesign,
  twoProportionsDesign,
} from "./two-proportions.js";
export { type ZeroEvents, zeroEvents } from "./zero-events.js";
