import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { checkAboveZero, checkShare } from "./plan.js";

/** Patients needed to develop a prediction model of a binary outcome. */
export interface PredictionModelSize {
  readonly n: number;
  /** Size by each criterion; n is the largest. */
  readonly criteria: {
    /** Predictor effects that need no more shrinkage than asked for. */
    readonly shrinkage: number;
    /** Small difference of the apparent and adjusted R² (Nagelkerke's). */
    readonly optimism: number;
    /** A precise overall risk. */
    readonly risk: number;
  };
  readonly events: number;
  readonly eventsPerParameter: number;
  /** The largest Cox–Snell R² that a model can have at the prevalence. */
  readonly largestCoxSnell: number;
  /** Shrinkage that is expected by the second criterion alone. */
  readonly shrinkageOfOptimism: number;
}

const Z = 1.96; // [@riley2019] as printed

/**
 * Number of patients needed to develop a logistic prediction model by the criteria of Riley and
 * colleagues.
 *
 * @param coxSnell - expected Cox–Snell R², adjusted for optimism; from an AUC by `coxSnellFromAuc`
 * @param parameters - candidate predictor parameters, not only those that are kept
 * @param prevalence - share of patients with the outcome
 * @param options.shrinkage - least global shrinkage factor; 0.9
 * @param options.optimism - largest difference of apparent and adjusted Nagelkerke R²; 0.05
 * @param options.margin - half-width of the 95 % interval of the overall risk; 0.05
 * @throws InvalidInput when R² is not between 0 and the largest possible at the prevalence, or not
 *   below the shrinkage
 * @source [@riley2019]
 */
export function predictionModelSize(
  coxSnell: number,
  parameters: number,
  prevalence: number,
  {
    shrinkage = 0.9,
    optimism = 0.05,
    margin = 0.05,
  }: { shrinkage?: number; optimism?: number; margin?: number } = {},
): PredictionModelSize {
  const where = "predictionModelSize";
  checkShare(where, "coxSnell", coxSnell);
  if (!Number.isSafeInteger(parameters) || parameters < 1) {
    const rule = `needs at least 1 parameter; got ${shown(parameters)}`;
    throw new InvalidInput(where, rule, "parameters");
  }
  checkShare(where, "prevalence", prevalence);
  checkShare(where, "shrinkage", shrinkage);
  checkShare(where, "optimism", optimism);
  checkAboveZero(where, "margin", margin);
  const largest = largestR2(prevalence);
  if (coxSnell > largest || coxSnell >= shrinkage) {
    const most = Math.min(largest, shrinkage);
    const rule = `needs a Cox-Snell R² below ${most}; got ${coxSnell}`;
    throw new InvalidInput(where, rule, "r2_too_large");
  }
  const needed = coxSnell / (coxSnell + optimism * largest);
  const criteria = {
    shrinkage: sizeForShrinkage(coxSnell, parameters, shrinkage),
    optimism: sizeForShrinkage(coxSnell, parameters, needed),
    risk: Math.ceil((Z / margin) ** 2 * prevalence * (1 - prevalence)),
  };
  const n = Math.max(criteria.shrinkage, criteria.optimism, criteria.risk);
  return {
    n,
    criteria,
    events: n * prevalence,
    eventsPerParameter: (n * prevalence) / parameters,
    largestCoxSnell: largest,
    shrinkageOfOptimism: needed,
  };
}

/** Size at which the expected global shrinkage is S: p/((S − 1) ln(1 − R²/S)). */
function sizeForShrinkage(coxSnell: number, parameters: number, shrinkage: number): number {
  return Math.ceil(parameters / ((shrinkage - 1) * Math.log1p(-coxSnell / shrinkage)));
}

/** 1 − exp(2 × the log-likelihood of a patient without predictors). */
function largestR2(prevalence: number): number {
  const logLikelihood =
    prevalence * Math.log(prevalence) + (1 - prevalence) * Math.log1p(-prevalence);
  return -Math.expm1(2 * logLikelihood);
}
