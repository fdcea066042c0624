export type { Alternative, Arm, TwoByTwo } from "./arm.js";
export {
  type ProportionTest,
  type ProportionTestP,
  proportionTests,
} from "./compare/proportion-tests.js";
export { type MeanSdN, studentTest, type TwoMeansTest, welchTest } from "./compare/t-tests.js";
export {
  type MovedP,
  type OnePatient,
  type OnePatientMove,
  onePatient,
} from "./consistency/one-patient.js";
export {
  type CountPercent,
  type PercentCounts,
  type PercentDenominator,
  percentCounts,
  percentDenominators,
} from "./consistency/percent-counts.js";
export {
  type Bounds,
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
export {
  type PRange,
  type PrintedGroup,
  type SpreadReading,
  type TwoMeansP,
  twoMeansP,
} from "./consistency/two-means-p.js";
export {
  type CheckedP,
  type PossiblePair,
  type PrintedArm,
  type TwoProportionsP,
  twoProportionsP,
} from "./consistency/two-proportions-p.js";
export type { Estimate, Interval } from "./estimate.js";
