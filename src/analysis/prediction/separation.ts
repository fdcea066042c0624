import { InvalidInput } from "../../numeric/index.js";
import { type Covariates, namedColumns } from "./covariates.js";
import { coefficientWeights, type DesignMatrix, designMatrix, rowOf } from "./design-matrix.js";
import { reweightedMaximum } from "./irls.js";
import { linearPredictor, localLogistic } from "./likelihood.js";
import { checkSameLength, countEventsOfBoth } from "./outcome.js";
import { recession } from "./recession.js";

/** Whether the covariates part the events from the others, so that no maximum-likelihood fit exists. */
export interface Separation {
  readonly method: "separation";
  /**
   * "complete": a combination of the covariates is larger for every event than for every other;
   * "quasi-complete": larger or equal, with some equal on both sides.
   */
  readonly kind: "none" | "quasi-complete" | "complete";
  /** Terms whose estimate is infinite or not determined, the intercept among them. */
  readonly terms: readonly string[];
  /** Covariates that separate on their own. */
  readonly alone: readonly string[];
}

/** What is left of a vector below this share of its length is rounding. */
const ABSENT = 1e-7;
/** Log odds within which a residual is at least 6·10⁻⁶. */
const MODERATE = 12;
/** Length of the score, by √n, that counts as 0. */
const VANISHING = 1e-11;

/**
 * Looks for complete and quasi-complete separation before a logistic regression.
 *
 * It is found from the geometry of the data, not from large coefficients: a direction along which
 * the likelihood never falls and somewhere rises exists exactly when the data are separated. What it
 * separates strictly is set aside and the rest asked again, so that all infinite terms are named.
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param covariates - rows (n × p) or named columns of n
 * @throws InvalidInput (`one_class`, `rank_deficient`, `not_binary`, …)
 * @source [@albert1984], [@heinze2002]
 */
export function findSeparation(outcome: ArrayLike<number>, covariates: Covariates): Separation {
  const where = "findSeparation";
  countEventsOfBoth(where, outcome);
  const columns = namedColumns(where, covariates);
  checkSameLength(where, outcome, { length: columns.n }, "rows of covariates");
  return separationOf(outcome, designMatrix(where, columns));
}

/** The separation of checked data. */
export function separationOf(outcome: ArrayLike<number>, design: DesignMatrix): Separation {
  if (hasFiniteMaximum(outcome, design)) {
    return { method: "separation", kind: "none", terms: [], alone: [] };
  }
  const signed = Array.from({ length: design.n }, (_, i) =>
    rowOf(design, i).map((value) => (outcome[i] === 1 ? value : -value)),
  );
  const left = overlapping(signed);
  const terms = design.terms.filter((_, k) => !isDetermined(left, coefficientWeights(design, k)));
  if (terms.length === 0) return { method: "separation", kind: "none", terms, alone: [] };
  const kind = left.length === 0 ? "complete" : "quasi-complete";
  const alone = design.terms.filter((_, k) => k > 0 && separatesAlone(outcome, design, k));
  return { method: "separation", kind, terms, alone };
}

/**
 * Whether a maximum proves that there is no separation, which is quicker than looking for one.
 *
 * Along a direction d of recession the score is Σ|yᵢ − μᵢ|·|xᵢd| > 0. So where the score vanishes and
 * no residual is small, nothing separates but by a margin that rounding could make.
 */
function hasFiniteMaximum(outcome: ArrayLike<number>, { rows, p, n }: DesignMatrix): boolean {
  const model = { outcome, rows, q: p };
  const found = reweightedMaximum(model);
  if (found === undefined) return false;
  const isModerate = linearPredictor(model, found.gamma).every((eta) => Math.abs(eta) < MODERATE);
  const { score } = localLogistic(model, found.gamma);
  return isModerate && Math.hypot(...score) < VANISHING * Math.sqrt(n);
}

/**
 * The rows that no direction of recession separates strictly.
 *
 * @param rows - (m) of (p): aᵢ·d ≥ 0 is asked of a direction d
 */
export function overlapping(rows: readonly Float64Array[]): readonly Float64Array[] {
  let left = rows;
  for (let found = recession(left); found !== undefined; found = recession(left)) {
    const strict = new Set(found.strict);
    left = left.filter((_, i) => !strict.has(i));
  }
  return left;
}

/**
 * Whether a linear function of the coefficients has a finite estimate: directions of recession are
 * those that the overlapping rows do not see, so it has one when it lies in the span of those rows.
 */
export function isDetermined(
  overlap: readonly Float64Array[],
  weights: ArrayLike<number>,
): boolean {
  const size = Math.hypot(...Array.from(weights));
  let rest = Float64Array.from(weights);
  let rows = overlap.map((row) => row.slice());
  for (let rank = 0; rank < weights.length; rank++) {
    const lengths = rows.map((row) => Math.hypot(...row));
    const longest = lengths.reduce((best, length, i) => (length > lengths[best]! ? i : best), 0);
    if (!(lengths[longest]! > ABSENT)) break;
    const unit = rows[longest]!.map((value) => value / lengths[longest]!);
    rows = rows.map((row) => without(row, unit));
    rest = without(rest, unit);
  }
  return Math.hypot(...rest) <= ABSENT * size;
}

function without(vector: Float64Array, unit: Float64Array): Float64Array<ArrayBuffer> {
  const along = vector.reduce((sum, value, k) => sum + value * unit[k]!, 0);
  return Float64Array.from(vector, (value, k) => value - along * unit[k]!);
}

function separatesAlone(outcome: ArrayLike<number>, design: DesignMatrix, k: number): boolean {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]; // of others, of events
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < design.n; i++) {
    const value = rowOf(design, i)[k]!;
    const group = outcome[i]!;
    low[group] = Math.min(low[group]!, value);
    high[group] = Math.max(high[group]!, value);
  }
  return low[1]! >= high[0]! || low[0]! >= high[1]!;
}

/**
 * Refuses separated data.
 *
 * @throws InvalidInput (`separation`), naming the covariates
 */
export function refuseSeparation(
  where: string,
  outcome: ArrayLike<number>,
  design: DesignMatrix,
): void {
  const { kind, terms, alone } = separationOf(outcome, design);
  if (kind === "none") return;
  const covariates = terms.filter((term) => term !== design.terms[0]);
  const by = alone.length > 0 ? alone.join(", ") : `a combination of ${covariates.join(", ")}`;
  const rule = `needs outcomes that overlap; ${kind} separation by ${by}: a maximum-likelihood estimate is infinite, fitFirth has a finite one`;
  throw new InvalidInput(where, rule, "separation");
}
