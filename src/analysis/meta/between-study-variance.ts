import { likelihoodTerms } from "./likelihood-terms.js";
import {
  type Design,
  inverseVariances,
  sum,
  type WeightedFit,
  weightedDot,
  weightedFit,
} from "./weighted-fit.js";

/** How the variance between studies is estimated. */
export type Tau2Method =
  | "dersimonian-laird"
  | "paule-mandel"
  | "reml"
  | "ml"
  | "hedges"
  | "sidik-jonkman"
  | "empirical-bayes"
  | "hunter-schmidt";

/** All of them, as words. */
export const TAU2_METHODS: readonly Tau2Method[] = [
  "dersimonian-laird",
  "paule-mandel",
  "reml",
  "ml",
  "hedges",
  "sidik-jonkman",
  "empirical-bayes",
  "hunter-schmidt",
];

const MAX_STEPS = 200;
const RELATIVE_STEP = 1e-13; // ten times below what users are told
const NEAR = 0.05; // relative step below which Newton's replaces Fisher's

/**
 * Variance between studies, at least 0.
 *
 * Maximum likelihood is iterated until τ² no longer changes in its 13th digit: Fisher's steps,
 * halved where the likelihood would fall, then Newton's.
 *
 * @param design - of at least one study more than it has columns, columns independent
 * @source [@dersimonian1986], [@paule1982], [@viechtbauer2005] maximum likelihood, [@hedges1985],
 *   [@sidik2005], [@morris1983] empirical Bayes, whose equation is Paule and Mandel's, [@hunter2004]
 */
export function betweenStudyVariance(design: Design, method: Tau2Method): number {
  switch (method) {
    case "dersimonian-laird":
      return momentEstimate(design);
    case "paule-mandel":
    case "empirical-bayes":
      return tau2OfQ(design, degreesOfFreedom(design));
    case "reml":
    case "ml":
      return likelihoodEstimate(design, method);
    case "hedges":
      return Math.max(0, hedgesEstimate(design));
    case "sidik-jonkman":
      return sidikJonkmanEstimate(design);
    case "hunter-schmidt":
      return hunterSchmidtEstimate(design);
  }
}

/** Studies minus columns. */
export function degreesOfFreedom({ effects, columns }: Design): number {
  return effects.length - columns.length;
}

/**
 * The τ² at which the generalised Q statistic has this value; 0 when it is less already without τ².
 *
 * Q falls and is convex in τ², so Newton's steps from the left never overshoot.
 */
export function tau2OfQ(design: Design, target: number): number {
  let tau2 = 0;
  for (let i = 0; i < 10 * MAX_STEPS; i++) {
    const { q, formPP } = likelihoodTerms(design, tau2); // Q and minus its slope
    const step = (q - target) / formPP;
    if (!(step > Number.EPSILON * tau2)) break;
    tau2 += step;
  }
  return tau2;
}

/** The variance that a study of typical precision has: what I² holds τ² against. */
export function typicalVariance(design: Design): number {
  return degreesOfFreedom(design) / likelihoodTerms(design, 0).traceP;
}

/**
 * Standard error of τ² from the expected information.
 *
 * @returns NaN for methods that do not maximise a likelihood
 */
export function tau2StandardError(design: Design, method: Tau2Method, tau2: number): number {
  if (method !== "reml" && method !== "ml") return Number.NaN;
  const { tracePP, sumSquares } = likelihoodTerms(design, tau2);
  const information = method === "reml" ? tracePP : sumSquares;
  return Math.sqrt(2 / information);
}

/** Weighted least squares with weights 1/(vᵢ + τ²), of columns known to be independent. */
export function fitAt(design: Design, tau2: number): WeightedFit {
  return weightedFit(design, inverseVariances(design, tau2))!;
}

function momentEstimate(design: Design): number {
  const { q, traceP } = likelihoodTerms(design, 0);
  return Math.max(0, (q - degreesOfFreedom(design)) / traceP);
}

function hunterSchmidtEstimate(design: Design): number {
  const { q, sumWeights } = likelihoodTerms(design, 0);
  return Math.max(0, (q - design.effects.length) / sumWeights);
}

/** Unweighted; may be negative. */
function hedgesEstimate(design: Design): number {
  const k = design.effects.length;
  const ones = new Float64Array(k).fill(1);
  const fit = weightedFit(design, ones)!;
  // tr(PV) for the unweighted P = I − X(XᵀX)⁻¹Xᵀ
  let expected = sum(design.variances);
  for (const [i, row] of fit.covariance.entries()) {
    for (const [j, cell] of row.entries()) {
      expected -= cell * weightedDot(design.variances, design.columns[i]!, design.columns[j]!);
    }
  }
  return (fit.q - expected) / degreesOfFreedom(design);
}

function sidikJonkmanEstimate(design: Design): number {
  const { effects } = design;
  const mean = sum(effects) / effects.length;
  const start = effects.reduce((total, y) => total + (y - mean) ** 2, 0) / effects.length;
  if (!(start > Number.EPSILON ** 2 * mean ** 2)) return 0;
  return (start * likelihoodTerms(design, start).q) / degreesOfFreedom(design);
}

/** The likelihood may have a second, lower maximum where scoring ends, beside the one at 0. */
function likelihoodEstimate(design: Design, method: "reml" | "ml"): number {
  const tau2 = scoredEstimate(design, method);
  const there = likelihoodAt(design, method, tau2).logLikelihood;
  const without = likelihoodAt(design, method, 0).logLikelihood;
  return without > there + slackOf(there) ? 0 : tau2;
}

/** A maximum of the likelihood, by Fisher's scoring and then Newton's steps. */
function scoredEstimate(design: Design, method: "reml" | "ml"): number {
  let tau2 = Math.max(0, hedgesEstimate(design));
  let now = likelihoodAt(design, method, tau2);
  for (let i = 0; i < MAX_STEPS; i++) {
    if (tau2 === 0 && now.score <= 0) return 0;
    const fisher = now.score / now.expected;
    const newton = now.observed > 0 ? now.score / now.observed : Number.NaN;
    let step = Math.abs(fisher) < NEAR * tau2 && Number.isFinite(newton) ? newton : fisher;
    if (tau2 + step < 0) step = -tau2;
    if (Math.abs(step) <= RELATIVE_STEP * tau2) return tau2 + step;
    let next = likelihoodAt(design, method, tau2 + step);
    while (
      next.logLikelihood < now.logLikelihood - slackOf(now.logLikelihood) &&
      Math.abs(step) > RELATIVE_STEP * tau2
    ) {
      step /= 2;
      next = likelihoodAt(design, method, tau2 + step);
    }
    tau2 += step;
    now = next;
  }
  return tau2;
}

/** By so much a log likelihood is off by rounding. */
function slackOf(logLikelihood: number): number {
  return 1e-12 * Math.abs(logLikelihood);
}

interface LikelihoodAt {
  readonly logLikelihood: number; // up to a constant
  readonly score: number;
  readonly expected: number; // information
  readonly observed: number;
}

function likelihoodAt(design: Design, method: "reml" | "ml", tau2: number): LikelihoodAt {
  const terms = likelihoodTerms(design, tau2);
  const isRestricted = method === "reml";
  const trace = isRestricted ? terms.traceP : terms.sumWeights;
  const information = isRestricted ? terms.tracePP : terms.sumSquares;
  const determinant = isRestricted ? terms.logDeterminant : 0;
  return {
    logLikelihood: 0.5 * (terms.logWeights - terms.q - determinant),
    score: 0.5 * (terms.formPP - trace),
    expected: 0.5 * information,
    observed: terms.formPPP - 0.5 * information,
  };
}
