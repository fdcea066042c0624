export * from "./one-patient.js";
export * from "./percent-counts.js";
export {
  type Bounds,
  HALF_ROUNDING,
  holds,
  overlap,
  type PrintedNumber,
  type PrintedP,
  parsePrinted,
  parsePrintedP,
  printedBounds,
  type RoundingRule,
  roundingBounds,
} from "./printed.js";
export * from "./two-means-p.js";
export * from "./two-proportions-p.js";
