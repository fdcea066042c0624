export * from "./debit.js";
export {
  type DiagnosticRates,
  diagnosticRates,
  type PrintedRates,
} from "./diagnostic-rates.js";
export { type Grim, grim } from "./grim.js";
export * from "./grimmer.js";
export type { IntegerSample } from "./integer-sample.js";
export * from "./interval-conversions.js";
export * from "./one-patient.js";
export {
  type CountPercent,
  type PercentCounts,
  type PercentDenominator,
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
export * from "./recomputed-p.js";
export * from "./two-means-corners.js";
export * from "./two-means-p.js";
export * from "./two-proportions-p.js";
