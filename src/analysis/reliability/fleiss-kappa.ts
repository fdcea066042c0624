import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { tIntervalCutAtOne } from "./agreement-coefficients.js";
import { type Category, type CodedRatings, completeRatings, type Ratings } from "./categories.js";
import { type ChanceTest, chanceTest } from "./cohen-kappa.js";

/** Fleiss's kappa of one category against all others. */
export interface CategoryKappa {
  readonly category: Category;
  readonly share: number; // of all ratings
  readonly kappa: number; // NaN for a category of none or of all ratings
  readonly test: ChanceTest;
}

/** Agreement of two raters or more beyond chance, every subject rated by as many. */
export interface FleissKappa {
  readonly method: "fleiss-kappa";
  readonly n: number; // subjects
  readonly raters: number;
  readonly observed: number; // mean share of agreeing pairs of raters
  readonly expected: number; // the same by chance, from the pooled shares
  readonly kappa: Estimate; // Student's t on n − 1, cut at 1
  readonly standardError: number; // Gwet's, whatever the agreement is
  readonly test: ChanceTest;
  readonly categories: readonly CategoryKappa[];
  readonly allAgree: number; // share of subjects on which all raters agree
  /** "one-category": all ratings are in one category, kappa is 0/0. */
  readonly note?: "one-category" | "perfect-agreement";
}

/**
 * Fleiss's kappa for several raters, who need not be the same for every subject.
 *
 * The test's standard error holds under agreement by chance alone and is of no use for an
 * interval; the interval has Gwet's standard error instead.
 *
 * @param ratings - rows subjects, columns ratings, none missing; else `agreementCoefficients`
 * @param levels - every category, whether it occurs or not
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on bad levels, no subject, fewer than two raters, a missing rating or one
 *   that is not among the levels
 * @source [@fleiss1971]; [@fleiss1979] standard error of the test; [@gwet2014] of the interval
 */
export function fleissKappa(
  ratings: Ratings,
  levels: ArrayLike<Category>,
  { level = 0.95 }: { level?: number } = {},
): FleissKappa {
  const coded = completeRatings("fleissKappa", ratings, levels);
  checkLevel("fleissKappa", level);
  const { n, raters } = coded;
  const counts = counted(coded, levels.length);
  const pairs = raters * (raters - 1);
  const shares = Array.from(counts.ofCategory, (count) => count / (n * raters));
  const observed = counts.agreeingPairs / (n * pairs);
  const expected = shares.reduce((sum, share) => sum + share * share, 0);
  const kappa = expected < 1 ? (observed - expected) / (1 - expected) : Number.NaN;
  const standardError = gwetError(coded, counts.agreeing, shares, { expected, kappa });
  const spread = shares.map((share) => share * (1 - share)); // p·q of each category
  const sum = spread.reduce((total, value) => total + value, 0);
  const skew = spread.reduce((total, value, k) => total + value * (1 - 2 * shares[k]!), 0);
  const nullError = Math.sqrt((2 * Math.max(0, sum * sum - skew)) / (n * pairs)) / sum;
  const categoryError = Math.sqrt(2 / (n * pairs));
  const note = Number.isNaN(kappa) ? "one-category" : kappa === 1 ? "perfect-agreement" : undefined;
  return {
    method: "fleiss-kappa",
    n,
    raters,
    observed,
    expected,
    kappa: { value: kappa, ci: tIntervalCutAtOne(kappa, standardError, n, level) },
    standardError,
    test: chanceTest(kappa, nullError),
    categories: shares.map((share, k) => {
      const disagreeing = raters * counts.ofCategory[k]! - counts.squares[k]!;
      const own = 1 - disagreeing / (n * pairs * spread[k]!);
      return { category: levels[k]!, share, kappa: own, test: chanceTest(own, categoryError) };
    }),
    allAgree: counts.unanimous / n,
    ...(note === undefined ? {} : { note }),
  };
}

interface Counts {
  readonly ofCategory: Float64Array; // (q) ratings
  readonly squares: Float64Array; // (q) sum over the subjects of the squared count
  readonly agreeing: Int32Array; // (n) ordered pairs of agreeing ratings
  readonly agreeingPairs: number; // their sum
  readonly unanimous: number; // subjects
}

function counted({ n, raters, codes }: CodedRatings, q: number): Counts {
  const ofCategory = new Float64Array(q);
  const squares = new Float64Array(q);
  const agreeing = new Int32Array(n);
  const own = new Int32Array(q); // counts of one subject
  let agreeingPairs = 0;
  let unanimous = 0;
  for (let i = 0; i < n; i++) {
    const from = i * raters;
    let pairs = 0;
    for (let at = from; at < from + raters; at++) {
      const code = codes[at]!;
      const before = own[code]!++;
      ofCategory[code]! += 1;
      squares[code]! += 2 * before + 1; // (before + 1)² − before²
      pairs += 2 * before;
    }
    for (let at = from; at < from + raters; at++) own[codes[at]!] = 0;
    agreeing[i] = pairs;
    agreeingPairs += pairs;
    if (pairs === raters * (raters - 1)) unanimous++;
  }
  return { ofCategory, squares, agreeing, agreeingPairs, unanimous };
}

/** Gwet's standard error: the spread of what each subject adds to kappa. */
function gwetError(
  { n, raters, codes }: CodedRatings,
  agreeing: Int32Array,
  shares: readonly number[],
  { expected, kappa }: { readonly expected: number; readonly kappa: number },
): number {
  const pairs = raters * (raters - 1);
  let square = 0;
  for (let i = 0; i < n; i++) {
    let chance = 0;
    for (let at = i * raters; at < (i + 1) * raters; at++) chance += shares[codes[at]!]!;
    const own = agreeing[i]! / pairs - expected - 2 * (1 - kappa) * (chance / raters - expected);
    square += (own / (1 - expected) - kappa) ** 2;
  }
  return n > 1 ? Math.sqrt(square / (n * (n - 1))) : Number.NaN;
}
