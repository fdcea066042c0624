export { type DetectableChange, detectableChange } from "./detectable-change.js";
export { type FriedmanTest, friedmanTest } from "./friedman-test.js";
export { type Icc, type IccOptions, type IccTable, icc, iccTable } from "./icc.js";
export type { IccChoice, IccUnit } from "./icc-choice.js";
export type { MeasuredRatings, RatingColumns, RatingMeanSquares } from "./icc-mean-squares.js";
export { type KendallW, kendallW } from "./kendall-w.js";
export { ratingsForReliability, spearmanBrown } from "./spearman-brown.js";
