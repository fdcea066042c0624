export * from "./cross-tabulate.js";
export {
  type DiagnosticAccuracy,
  diagnosticAccuracy,
} from "./diagnostic-accuracy.js";
export type { DiagnosticRatios, RatioEstimate } from "./likelihood-ratios.js";
export * from "./paired-comparison.js";
export type { PredictiveComparison } from "./predictive-comparison.js";
export * from "./predictive-values.js";
export * from "./unpaired-comparison.js";
