export {
  type AgreementCoefficients,
  agreementCoefficients,
  type Coefficient,
} from "./agreement-coefficients.js";
export type { AgreementWeights } from "./agreement-weights.js";
export type { AlphaMetric } from "./alpha-metric.js";
export { agreementTable, type Category, categoryPositions, type Ratings } from "./categories.js";
export { type CochranQ, cochranQ } from "./cochran-q.js";
export { type ChanceTest, type CohenKappa, cohenKappa } from "./cohen-kappa.js";
export { type DetectableChange, detectableChange } from "./detectable-change.js";
export * from "./fleiss-kappa.js";
export { type FriedmanTest, friedmanTest } from "./friedman-test.js";
export { type Icc, type IccOptions, type IccTable, icc, iccTable } from "./icc.js";
export type { IccChoice, IccUnit } from "./icc-choice.js";
export { type IccFromCoefficient, iccFromCoefficient } from "./icc-from-coefficient.js";
export type { IccTest } from "./icc-inference.js";
export type { MeasuredRatings, RatingColumns, RatingMeanSquares } from "./icc-mean-squares.js";
export { type KendallW, kendallW } from "./kendall-w.js";
export * from "./krippendorff-alpha.js";
export * from "./light-kappa.js";
export * from "./marginal-homogeneity.js";
export * from "./ordinal-agreement.js";
export * from "./ordinal-association.js";
export { ratingsForReliability, spearmanBrown } from "./spearman-brown.js";
export type { SquareTable } from "./square-table.js";
export * from "./two-rater-agreement.js";
