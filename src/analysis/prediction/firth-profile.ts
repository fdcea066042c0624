import { type Constrained, constrained } from "./constrained.js";
import type { DesignMatrix } from "./design-matrix.js";
import { type FirthModel, localFirth, penalisedMaximum } from "./firth-likelihood.js";
import { linearPredictor, type Maximum } from "./likelihood.js";
import { type ProfilePoint, profileLimit } from "./profile-limit.js";

/** The profile of the penalised likelihood along one coefficient. */
export interface FirthProfile {
  /** Where the signed root of the likelihood ratio is this; NaN when it is not reached. */
  limit(signedRoot: number): number;
  logLikelihoodAt(b: number): number;
}

/** Two maxima this close in log-likelihood are the same. */
const SAME = 1e-9;

type Starts = (b: number, before: Float64Array | undefined) => Float64Array[];

/**
 * The profile of a coefficient around the maximum.
 *
 * Far from the optimum the inner maximum is not the only one. A limit is followed outwards from one
 * inner maximum to the next; at its end others are looked for from the quadratic approximation and
 * from 0, and if one of them is higher, the limit is sought again with all of these starts at every
 * step.
 */
export function firthProfile(
  outcome: ArrayLike<number>,
  design: DesignMatrix,
  { gamma, logLikelihood, covariance }: Maximum,
  at: { readonly term: number; readonly value: number; readonly standardError: number },
): FirthProfile {
  const held = constrained(design, at.term);
  // how γ moves with the coefficient where the quadratic approximation has the ridge
  const pull = covariance.map((row) => row.reduce((sum, c, j) => sum + c * held.weights[j]!, 0));
  const ridge = (b: number): Float64Array =>
    held.free(gamma.map((g, j) => g + ((b - at.value) * pull[j]!) / at.standardError ** 2));
  const anywhere = (b: number): Float64Array[] => [ridge(b), new Float64Array(held.q)];
  const onwards: Starts = (b, before) => (before === undefined ? anywhere(b) : [before]);
  const everywhere: Starts = (b, before) => [...(before ? [before] : []), ...anywhere(b)];
  const walk = (starts: Starts): ((b: number) => ProfilePoint | undefined) =>
    profileWalk(outcome, design, held, starts);
  const best = { value: at.value, logLikelihood };
  const limit = (signedRoot: number, starts: Starts): number =>
    profileLimit(walk(starts), best, signedRoot * at.standardError, Math.abs(signedRoot));
  const logLikelihoodAt = (b: number): number => walk(everywhere)(b)?.logLikelihood ?? Number.NaN;
  return {
    logLikelihoodAt,
    limit: (signedRoot) => {
      const found = limit(signedRoot, onwards);
      const there = logLikelihood - signedRoot ** 2 / 2;
      const isHighest = logLikelihoodAt(found) <= there + SAME;
      return isHighest ? found : limit(signedRoot, everywhere);
    },
  };
}

function profileWalk(
  outcome: ArrayLike<number>,
  { rows: whole, p }: DesignMatrix,
  { rows, q, direction }: Constrained,
  starts: Starts,
): (b: number) => ProfilePoint | undefined {
  let before: Float64Array | undefined;
  return (b) => {
    const offset = direction.map((v) => b * v);
    const model: FirthModel = { outcome, rows, q, offset, whole, p };
    const found = penalisedMaximum(model, starts(b, before));
    if (found === undefined) return undefined;
    before = found.gamma;
    const eta = linearPredictor(model, found.gamma);
    const along: FirthModel = { outcome, rows: direction, q: 1, offset: eta, whole, p };
    const { score } = localFirth(along, [0]);
    return { logLikelihood: found.logLikelihood, slope: score[0]! };
  };
}
