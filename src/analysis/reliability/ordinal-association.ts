import { midRanks } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkPairs } from "../columns.js";
import type { EstimateWithError } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { concordance } from "./concordance.js";

/** How far two ordinal variables rise together; limits are NaN at ±1, where the standard error is 0. */
export interface OrdinalAssociation {
  readonly method: "ordinal-association";
  readonly n: number;
  readonly concordant: number; // pairs of subjects
  readonly discordant: number;
  readonly tiedFirstOnly: number;
  readonly tiedSecondOnly: number;
  readonly tiedBoth: number;
  readonly tauB: EstimateWithError;
  readonly gamma: EstimateWithError;
  readonly somersD: EstimateWithError; // of second given first: pairs tied in the first are left out
  readonly spearman: number;
  /** "zero-variance": a variable takes one value only; what needs its spread is NaN. */
  readonly note?: "zero-variance";
}

/**
 * Kendall's τ-b, Goodman and Kruskal's γ, Somers' D and Spearman's ρ of two ordinal variables.
 *
 * The standard errors hold whatever the association is: the spread of what each subject adds.
 * Intervals are symmetric on Fisher's z, which holds the truth more often than value ± z·SE does.
 *
 * @param first - (n) positions on a scale or any numbers whose order counts; see `categoryPositions`
 * @param second - (n) the same subjects, same order; the dependent variable of Somers' D
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput on unequal lengths, fewer than two pairs or values that are not finite
 * @source [@goodman1972] γ and D; [@brown1977] τ-b; [@somers1962];
 *   [@fisher1921] z
 */
export function ordinalAssociation(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): OrdinalAssociation {
  checkPairs("ordinalAssociation", first, second, 2);
  checkLevel("ordinalAssociation", level);
  const n = first.length;
  const of = concordance(first, second);
  const p = sum(of.concordant); // each pair of subjects twice, here and below
  const q = sum(of.discordant);
  const untiedFirst = of.tiedFirst.map((tied) => n - 1 - tied);
  const untiedSecond = of.tiedSecond.map((tied) => n - 1 - tied);
  const a = sum(untiedFirst);
  const b = sum(untiedSecond);
  const tiedBoth = sum(of.tiedBoth);
  const gamma = (p - q) / (p + q);
  const somersD = (p - q) / a;
  const root = Math.sqrt(a * b);
  const tauB = (p - q) / root;
  const excess = of.concordant.map((c, i) => c - of.discordant[i]!);
  const measure = (value: number, addedBy: (i: number) => number): EstimateWithError => {
    let square = 0;
    for (let i = 0; i < n; i++) square += (2 * addedBy(i)) ** 2;
    const standardError = Math.sqrt(square);
    const z = Math.atanh(value);
    const reach = (criticalZ(level) * standardError) / (1 - value * value);
    return {
      value,
      ci: { lower: Math.tanh(z - reach), upper: Math.tanh(z + reach), level },
      standardError,
    };
  };
  return {
    method: "ordinal-association",
    n,
    concordant: p / 2,
    discordant: q / 2,
    tiedFirstOnly: (sum(of.tiedFirst) - tiedBoth) / 2,
    tiedSecondOnly: (sum(of.tiedSecond) - tiedBoth) / 2,
    tiedBoth: tiedBoth / 2,
    tauB: measure(
      tauB,
      (i) => excess[i]! / root - (tauB / 2) * (untiedFirst[i]! / a + untiedSecond[i]! / b),
    ),
    gamma: measure(
      gamma,
      (i) => (2 * (q * of.concordant[i]! - p * of.discordant[i]!)) / (p + q) ** 2,
    ),
    somersD: measure(somersD, (i) => (excess[i]! - somersD * untiedFirst[i]!) / a),
    spearman: correlation(midRanks(first), midRanks(second)),
    ...(a === 0 || b === 0 ? { note: "zero-variance" as const } : {}),
  };
}

/** Pearson's correlation of ranks, whose mean is (n + 1)/2. */
function correlation(x: Float64Array, y: Float64Array): number {
  const centre = (x.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, rank] of x.entries()) {
    xy += (rank - centre) * (y[i]! - centre);
    xx += (rank - centre) ** 2;
    yy += (y[i]! - centre) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
