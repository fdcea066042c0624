import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import {
  type BinaryStudies,
  type Cells,
  cellsOf,
  checkBinaryStudies,
  tellsNothing,
} from "./binary-effects.js";
import { checkNodes, type LogitNormalGroup, logitNormalIntegral } from "./logit-normal-integral.js";
import { mantelHaenszel } from "./mantel-haenszel.js";
import { intervalOf, twoSidedP } from "./reference-distribution.js";
import { curvedMinimum, marginalCovariance } from "./stationary-point.js";
import { sum } from "./weighted-fit.js";

/** A log odds ratio pooled by a logistic model of the counts. */
export interface BinaryGlmm {
  readonly method: "binomial-normal-glmm";
  readonly k: number; // studies with events and others
  readonly estimate: Estimate; // log odds ratio of a median study
  readonly standardError: number;
  readonly statistic: number; // normal
  readonly p: number; // two-sided
  readonly tau2: number; // variance of the log odds ratios between studies
  /** "no-events": an arm has no event, or nothing else, in any study; all reads NaN. */
  readonly note?: "no-events";
}

const MAX_STEPS = 50;
const SAME = 1e-9; // log likelihoods this close do not tell τ² from 0

/**
 * The pooled log odds ratio by maximum likelihood of binomial counts: a fixed intercept per study,
 * a normal treatment effect between studies. Nothing is added to any cell.
 *
 * @param studies - columns of counts, one row per study
 * @param options.level - confidence level; 0.95
 * @param options.nodes - of the quadrature, 1 to 100; 7
 * @throws InvalidInput as `binaryEffects`, on a bad level or number of nodes
 * @source [@stijnen2010], [@jackson2018] model 4
 */
export function metaBinaryGlmm(
  studies: BinaryStudies,
  { level = 0.95, nodes = 7 }: { level?: number; nodes?: number } = {},
): BinaryGlmm {
  checkBinaryStudies("metaBinaryGlmm", studies);
  checkLevel("metaBinaryGlmm", level);
  checkNodes("metaBinaryGlmm", nodes);
  const tables = Array.from(studies.events1, (_, i) => cellsOf(studies, i)).filter(
    (cells) => !tellsNothing(cells),
  );
  const start = mantelHaenszel(studies, "log-odds-ratio").estimate.value;
  if (Number.isNaN(start)) return result(tables.length, Number.NaN, Number.NaN, Number.NaN, level);
  const minusLogLikelihood = ([effect, tau]: readonly number[]): number =>
    -sum(tables.map((cells) => profiled(cells, effect!, tau!, nodes)));
  const flat = curvedMinimum(([effect]) => minusLogLikelihood([effect!, 0]), [start]);
  const found = curvedMinimum(minusLogLikelihood, [flat.at[0]!, 0.5]);
  const isFlat = !(found.value < flat.value - SAME);
  const { at, hessian } = isFlat ? flat : found;
  const variance = marginalCovariance(hessian, 1)[0]![0]!;
  return result(tables.length, at[0]!, Math.sqrt(variance), isFlat ? 0 : at[1]! ** 2, level);
}

function result(
  k: number,
  value: number,
  standardError: number,
  tau2: number,
  level: number,
): BinaryGlmm {
  const statistic = value / standardError;
  return {
    method: "binomial-normal-glmm",
    k,
    estimate: { value, ci: intervalOf(value, standardError, Number.POSITIVE_INFINITY, level) },
    standardError,
    statistic,
    p: twoSidedP(statistic, Number.POSITIVE_INFINITY),
    tau2,
    ...(Number.isNaN(value) ? { note: "no-events" as const } : {}),
  };
}

/** Log likelihood of one study at the intercept that suits it best. */
function profiled({ a, b, c, d }: Cells, effect: number, tau: number, nodes: number): number {
  const groups = (intercept: number): LogitNormalGroup[] => [
    { events: a, n: a + b, at: intercept + effect / 2, slope: tau / 2 },
    { events: c, n: c + d, at: intercept - effect / 2, slope: -tau / 2 },
  ];
  let intercept = Math.log((a + c) / (b + d));
  let now = logitNormalIntegral(groups(intercept), nodes);
  for (let i = 0; i < MAX_STEPS; i++) {
    const step = now.score / Math.max(now.information, 0.1);
    if (!(Math.abs(step) > 1e-9)) break;
    intercept += Math.max(-2, Math.min(2, step));
    now = logitNormalIntegral(groups(intercept), nodes);
  }
  return now.log;
}
