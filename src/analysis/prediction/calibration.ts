import { normalUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate, EstimateWithError } from "../estimate.js";
import { brierOf, logLossOf, type SpiegelhalterTest, spiegelhalterTest } from "./brier.js";
import { cStatistic } from "./c-statistic.js";
import { covarianceToOriginal, designMatrix, toOriginal } from "./design-matrix.js";
import { maximumLikelihood } from "./likelihood.js";
import { checkRisks, countEvents } from "./outcome.js";
import { separationOf } from "./separation.js";

/** How well predicted risks agree with what came. */
export interface Calibration {
  readonly method: "calibration";
  readonly n: number;
  readonly nEvents: number;
  /** Slope of the outcome on the log odds of the risks; below 1: the risks are too extreme. */
  readonly slope: EstimateWithError;
  readonly intercept: EstimateWithError; // together with the slope
  /** Intercept with the slope held at 1; above 0: the risks are too low on the whole. */
  readonly inTheLarge: EstimateWithError;
  readonly observedExpected: Estimate; // events by sum of the risks
  readonly brier: number;
  readonly brierMax: number; // that of the share of events as everyone's risk
  readonly brierScaled: number; // 1 − brier/brierMax
  readonly logLoss: number; // mean; Infinity when a risk of 0 or 1 was wrong
  readonly spiegelhalter: SpiegelhalterTest;
  readonly auc: number; // discrimination: the c-statistic
  /**
   * Why slope, intercept and calibration-in-the-large are NaN, some or all: "certain-risks", a risk is
   * 0 or 1; "one-class", all outcomes are equal; "constant-risks"; "separation", the risks part the
   * outcomes, so that the slope is infinite.
   */
  readonly note?: "certain-risks" | "one-class" | "constant-risks" | "separation";
}

/**
 * Calibration of predicted risks: slope, intercept, calibration-in-the-large, Brier score and their
 * kin. The curve is `smoothedCalibration`, the parts of Brier's score `brierDecomposition`.
 *
 * On the data that a model was fitted to the slope is 1 by construction and says nothing: see
 * `bootstrapOptimism`.
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param risks - (n) predicted, from 0 to 1
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput (`not_binary`, `not_a_risk`, `different_lengths`, …)
 * @source [@cox1958], [@vancalster2016] slope and intercept; [@spiegelhalter1986]; [@debray2017]
 *   interval of observed to expected
 */
export function calibration(
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): Calibration {
  const where = "calibration";
  const events = countEvents(where, outcome);
  checkRisks(where, outcome, risks);
  checkLevel(where, level);
  const n = outcome.length;
  const expected = Array.from(risks).reduce((sum, p) => sum + p, 0);
  const brier = brierOf(outcome, risks);
  const brierMax = (events / n) * (1 - events / n);
  return {
    method: "calibration",
    n,
    nEvents: events,
    ...coxCalibration(outcome, risks, events, level),
    observedExpected: ratioToExpected(events, n, expected, level),
    brier,
    brierMax,
    brierScaled: brierMax > 0 ? 1 - brier / brierMax : Number.NaN,
    logLoss: logLossOf(outcome, risks),
    spiegelhalter: spiegelhalterTest(outcome, risks),
    auc: cStatistic(outcome, risks),
  };
}

/** Slope and intercept, and the intercept at slope 1, as far as they exist. */
export function coxCalibration(
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
  events: number,
  level: number,
): Pick<Calibration, "slope" | "intercept" | "inTheLarge" | "note"> {
  const undefinedOne = around(Number.NaN, Number.NaN, level);
  const none = { slope: undefinedOne, intercept: undefinedOne, inTheLarge: undefinedOne };
  const n = outcome.length;
  if (events === 0 || events === n) return { ...none, note: "one-class" };
  const logOdds = Float64Array.from(risks, (p) => Math.log(p) - Math.log1p(-p));
  if (!logOdds.every(Number.isFinite)) return { ...none, note: "certain-risks" };
  const inTheLarge = offsetIntercept(outcome, logOdds, level);
  if (logOdds.every((value) => value === logOdds[0])) {
    return { ...none, inTheLarge, note: "constant-risks" };
  }
  const design = designMatrix("calibration", { names: ["log odds"], columns: [logOdds], n });
  const separated = separationOf(outcome, design).kind !== "none";
  const maximum = separated
    ? undefined
    : maximumLikelihood({ outcome, rows: design.rows, q: design.p });
  if (maximum === undefined) return { ...none, inTheLarge, note: "separation" };
  const [intercept, slope] = toOriginal(design, maximum.gamma) as [number, number];
  const covariance = covarianceToOriginal(design, maximum.covariance);
  return {
    slope: around(slope, Math.sqrt(covariance[1]![1]!), level),
    intercept: around(intercept, Math.sqrt(covariance[0]![0]!), level),
    inTheLarge,
  };
}

function offsetIntercept(
  outcome: ArrayLike<number>,
  offset: Float64Array,
  level: number,
): EstimateWithError {
  const rows = new Float64Array(offset.length).fill(1);
  const maximum = maximumLikelihood({ outcome, rows, q: 1, offset });
  return around(
    maximum?.gamma[0] ?? Number.NaN,
    Math.sqrt(maximum?.covariance[0]?.[0] ?? Number.NaN),
    level,
  );
}

/** The interval takes the events as binomial and is symmetric for the logarithm; one class has none. */
function ratioToExpected(events: number, n: number, expected: number, level: number): Estimate {
  const value = events / expected;
  const error = Math.sqrt((1 - events / n) / events);
  const factor = Math.exp(normalUpperQuantile((1 - level) / 2) * error);
  const known = events > 0 && events < n;
  const ci = {
    lower: known ? value / factor : Number.NaN,
    upper: known ? value * factor : Number.NaN,
  };
  return { value, ci: { ...ci, level } };
}

function around(value: number, standardError: number, level: number): EstimateWithError {
  const margin = normalUpperQuantile((1 - level) / 2) * standardError;
  return { value, ci: { lower: value - margin, upper: value + margin, level }, standardError };
}
