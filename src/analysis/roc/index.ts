export * from "./accuracy-at-cutoff.js";
export { type AreaCorrelation, areaCorrelation, type ScorePairing } from "./area-correlation.js";
export { type AreaFromSummary, areaFromSummary } from "./area-from-summary.js";
export { type AreaIntervals, type AreaUnderCurve, areaUnderCurve } from "./area-under-curve.js";
export {
  type AucDifferenceFromSummaries,
  aucDifferenceFromSummaries,
  type PublishedArea,
} from "./auc-difference-from-summaries.js";
export { type BinormalBand, binormalBand } from "./binormal-band.js";
export {
  type Binormal,
  type BinormalMoments,
  type BinormalRegression,
  binormalMoments,
  binormalRegression,
} from "./binormal-curve.js";
export { type BinormalRatings, binormalRatings } from "./binormal-ratings.js";
export * from "./bootstrap-area.js";
export * from "./bootstrap-cutoff.js";
export * from "./bootstrap-partial-area.js";
export * from "./bootstrap-test.js";
export type { ClassSizes } from "./class-sizes.js";
export * from "./clustered-area.js";
export * from "./covariate-adjusted.js";
export { type RocCurve, rocCurve } from "./curve.js";
export * from "./curve-band.js";
export type { CutoffRule, CutoffWeights } from "./cutoff-rules.js";
export { type AreaContrast, type DeLongManyTest, deLongManyTest } from "./delong-many.js";
export {
  type AreaWithVariance,
  type DeLongTest,
  deLongTest,
  type NonInferiority,
} from "./delong-test.js";
export * from "./delong-unpaired.js";
export {
  type RateAtFixed,
  sensitivityAtSpecificity,
  specificityAtSensitivity,
} from "./fixed-rates.js";
export * from "./multiclass-area.js";
export * from "./optimal-cutoffs.js";
export { type PartialArea, partialAreaUnderCurve, type RocWindow } from "./partial-area.js";
export * from "./permutation-test.js";
export type { Direction, Marker } from "./scored.js";
export * from "./venkatraman-test.js";
