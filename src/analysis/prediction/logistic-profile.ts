import { chiSquareUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { type ChiSquare, chiSquare } from "../chi-square.js";
import type { Estimate } from "../estimate.js";
import { type Constrained, constrained } from "./constrained.js";
import type { Covariates } from "./covariates.js";
import { covarianceToOriginal, type DesignMatrix, toOriginal } from "./design-matrix.js";
import {
  linearPredictor,
  localLogistic,
  type Maximum,
  maximumLikelihood,
  risk,
} from "./likelihood.js";
import { logisticMaximum } from "./logistic.js";
import { type ProfilePoint, profileLimit } from "./profile-limit.js";
import { symmetricInverse } from "./symmetric-inverse.js";

/** What the likelihood itself says on a coefficient of a logistic regression, on the log-odds scale. */
export interface LogisticProfile {
  readonly term: string;
  readonly estimate: Estimate; // profile-likelihood interval
  readonly oddsRatio: Estimate; // of one unit more
  readonly likelihoodRatio: ChiSquare; // that it is 0
  readonly score: ChiSquare; // Rao's, that it is 0
  /** "profile-not-closed": a limit could not be reached and is NaN. */
  readonly note?: "profile-not-closed";
}

/**
 * Profile-likelihood intervals, likelihood-ratio and score tests of each coefficient of a logistic
 * regression by maximum likelihood. In small samples they hold better than Wald's of `fitLogistic`.
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param covariates - rows (n × p) or named columns of n; the intercept is added
 * @param options.level - confidence level of every interval; 0.95
 * @returns (p + 1), the intercept first
 * @throws InvalidInput (`one_class`, `separation`, `rank_deficient`, …) as `fitLogistic`
 * @source [@venzon1988] profile intervals; [@rao1948] score test
 */
export function logisticProfile(
  outcome: ArrayLike<number>,
  covariates: Covariates,
  { level = 0.95 }: { level?: number } = {},
): LogisticProfile[] {
  checkLevel("logisticProfile", level);
  const { design, maximum } = logisticMaximum("logisticProfile", outcome, covariates);
  const values = toOriginal(design, maximum.gamma);
  const covariance = covarianceToOriginal(design, maximum.covariance);
  return design.terms.map((term, k) => {
    const best = { value: values[k]!, logLikelihood: maximum.logLikelihood };
    const standardError = Math.sqrt(covariance[k]![k]!);
    return { term, ...profileOf(outcome, design, k, best, standardError, level) };
  });
}

function profileOf(
  outcome: ArrayLike<number>,
  design: DesignMatrix,
  k: number,
  best: { readonly value: number; readonly logLikelihood: number },
  standardError: number,
  level: number,
): Omit<LogisticProfile, "term"> {
  const held = constrained(design, k);
  const root = Math.sqrt(chiSquareUpperQuantile(1 - level, 1));
  const [lower, upper] = [-1, 1].map((side) =>
    profileLimit(profileWalk(outcome, held), best, side * root * standardError, root),
  ) as [number, number];
  const atNull = maximumAt(outcome, held, 0);
  const { value } = best;
  return {
    estimate: { value, ci: { lower, upper, level } },
    oddsRatio: {
      value: Math.exp(value),
      ci: { lower: Math.exp(lower), upper: Math.exp(upper), level },
    },
    likelihoodRatio: chiSquare(2 * (best.logLikelihood - (atNull?.logLikelihood ?? Number.NaN)), 1),
    score: scoreTest(outcome, held, atNull),
    ...(Number.isNaN(lower + upper) ? { note: "profile-not-closed" as const } : {}),
  };
}

function maximumAt(
  outcome: ArrayLike<number>,
  { rows, q, direction }: Constrained,
  b: number,
  start?: Float64Array,
): Maximum | undefined {
  return maximumLikelihood({ outcome, rows, q, offset: direction.map((v) => b * v) }, start);
}

function profileWalk(
  outcome: ArrayLike<number>,
  held: Constrained,
): (b: number) => ProfilePoint | undefined {
  let before: Float64Array | undefined;
  return (b) => {
    const found = maximumAt(outcome, held, b, before);
    if (found === undefined) return undefined;
    before = found.gamma;
    return { logLikelihood: found.logLikelihood, slope: slopeAt(outcome, held, b, found.gamma) };
  };
}

/** Score of the held coefficient: the slope of the profile, by the envelope theorem. */
function slopeAt(
  outcome: ArrayLike<number>,
  { rows, q, direction }: Constrained,
  b: number,
  gamma: Float64Array,
): number {
  const offset = direction.map((v) => b * v);
  const eta = linearPredictor({ outcome, rows, q, offset }, gamma);
  return direction.reduce((sum, v, i) => sum + v * (outcome[i]! - risk(eta[i]!)), 0);
}

/** Rao's test: the score of the held coefficient at 0 against its information given the others. */
function scoreTest(
  outcome: ArrayLike<number>,
  { rows, q, direction }: Constrained,
  atNull: Maximum | undefined,
): ChiSquare {
  if (atNull === undefined) return chiSquare(Number.NaN, 1);
  const n = direction.length;
  const joined = new Float64Array(n * (q + 1));
  for (let i = 0; i < n; i++) {
    joined.set(rows.subarray(i * q, (i + 1) * q), i * (q + 1));
    joined[i * (q + 1) + q] = direction[i]!;
  }
  const model = { outcome, rows: joined, q: q + 1 };
  const { score, information } = localLogistic(model, [...atNull.gamma, 0]);
  const inverse = symmetricInverse(information);
  return chiSquare(score[q]! ** 2 * (inverse?.[q]?.[q] ?? Number.NaN), 1);
}
