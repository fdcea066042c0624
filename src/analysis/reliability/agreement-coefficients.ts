import { tUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { EstimateWithError, Interval } from "../estimate.js";
import { type AgreementWeights, weightMatrix } from "./agreement-weights.js";
import {
  type Category,
  type CodedRatings,
  codedRatings,
  MISSING,
  type Ratings,
} from "./categories.js";

/** A coefficient of agreement with Gwet's standard error and an interval cut at 1. */
export interface Coefficient extends EstimateWithError {
  readonly expected: number; // agreement by chance, as this coefficient sees it
  /**
   * "one-category": chance alone gives full agreement, 0/0; "no-pairs": no subject has two ratings;
   * "perfect-agreement": no disagreement was seen, so the interval has no width.
   */
  readonly note?: "one-category" | "no-pairs" | "perfect-agreement";
}

/** Agreement of two raters or more, with ratings missing or not, by each idea of chance. */
export interface AgreementCoefficients {
  readonly method: "agreement-coefficients";
  readonly n: number; // subjects rated at least once
  readonly raters: number;
  readonly missing: number; // ratings
  readonly percentAgreement: Coefficient; // chance is 0
  readonly fleiss: Coefficient; // chance from the pooled shares of the categories
  readonly conger: Coefficient; // chance from each rater's own shares; Cohen's for two raters
  readonly gwet: Coefficient; // AC1, weighted AC2
  readonly brennanPrediger: Coefficient; // every category equally likely
}

/**
 * Chance-corrected coefficients of agreement after Gwet: every rating counts, also where others of
 * the same subject are missing. The standard errors hold whatever the agreement is; intervals use
 * Student's t on subjects − 1.
 *
 * @param ratings - rows subjects, columns raters; null or NaN where missing
 * @param levels - every category in its order, whether it occurs or not: AC1, AC2, Brennan and
 *   Prediger's coefficient and the weights depend on their number
 * @param weights - "unweighted" where any disagreement is as bad as any other
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput on bad levels or weights, fewer than two raters, no rating at all, or a
 *   rating that is not among the levels
 * @source [@gwet2014] chapters 2 to 6; [@gwet2008] AC1; [@fleiss1971]; [@conger1980]; [@brennan1981]
 */
export function agreementCoefficients(
  ratings: Ratings,
  levels: ArrayLike<Category>,
  weights: AgreementWeights,
  { level = 0.95 }: { level?: number } = {},
): AgreementCoefficients {
  const coded = codedRatings("agreementCoefficients", ratings, levels);
  const matrix = weightMatrix("agreementCoefficients", weights, levels.length);
  checkLevel("agreementCoefficients", level);
  return { method: "agreement-coefficients", ...coefficientsOf(coded, matrix, level) };
}

/** The same from ratings as positions of the levels and a (q × q) matrix of weights. */
export function coefficientsOf(
  coded: CodedRatings,
  weights: readonly (readonly number[])[],
  level: number,
): Omit<AgreementCoefficients, "method"> {
  const q = weights.length;
  const subjects = subjectsOf(coded, weights);
  const pooled = meanShares(subjects, q);
  const total = weights.flat().reduce((sum, weight) => sum + weight, 0);
  const ofPooled = weights.map((row) => dot(row, pooled));
  const others = pooled.map((share) => 1 - share);
  const fleissChance = dot(pooled, ofPooled);
  const scale = total / (q * (q - 1));
  const gwetChance = scale * dot(pooled, others);
  const uniform = total / q ** 2;
  const conger = congerChance(subjects, coded.raters, weights);
  const one = (chance: number, ofSubject: (i: number) => number): Coefficient =>
    coefficient(subjects, chance, ofSubject, level);
  return {
    n: subjects.count,
    raters: coded.raters,
    missing: coded.missing,
    percentAgreement: percentAgreement(subjects, level),
    fleiss: one(fleissChance, (i) => meanOver(subjects, i, ofPooled)),
    conger: one(conger.expected, conger.ofSubject),
    gwet: one(gwetChance, (i) => scale * meanOver(subjects, i, others)),
    brennanPrediger: one(uniform, () => uniform),
  };
}

/** Subjects with at least one rating. */
interface Subjects {
  readonly count: number;
  readonly raters: number;
  readonly codes: Int32Array; // (count × raters)
  readonly ratings: Int32Array; // (count) how many each has
  readonly agreement: Float64Array; // (count) mean weight of its pairs of ratings; 0 without a pair
  readonly paired: number; // subjects with a pair
}

function subjectsOf(
  { n, raters, codes: all }: CodedRatings,
  weights: readonly (readonly number[])[],
): Subjects {
  const codes = all.slice();
  const ratings = new Int32Array(n);
  const agreement = new Float64Array(n);
  let count = 0;
  let paired = 0;
  for (let i = 0; i < n; i++) {
    const row = all.subarray(i * raters, (i + 1) * raters);
    const given = row.filter((code) => code !== MISSING);
    if (given.length === 0) continue;
    codes.set(row, count * raters);
    ratings[count] = given.length;
    let sum = 0;
    for (let g = 0; g < given.length; g++) {
      for (let h = 0; h < g; h++) sum += weights[given[g]!]![given[h]!]!;
    }
    if (given.length > 1) {
      agreement[count] = (2 * sum) / (given.length * (given.length - 1));
      paired++;
    }
    count++;
  }
  return { count, raters, codes, ratings, agreement, paired };
}

/** Mean over the subjects of the share of a subject's ratings in each category. */
function meanShares({ count, raters, codes, ratings }: Subjects, q: number): number[] {
  // Counted apart by the number of a subject's ratings: then shares of 1 are 1, not 0.999….
  const counts = Array.from({ length: raters + 1 }, () => new Float64Array(q));
  for (let i = 0; i < count; i++) {
    const counted = counts[ratings[i]!]!;
    for (let at = i * raters; at < (i + 1) * raters; at++) {
      if (codes[at] !== MISSING) counted[codes[at]!]! += 1;
    }
  }
  return Array.from({ length: q }, (_, k) => {
    const subjects = counts.reduce((sum, counted, r) => (r > 0 ? sum + counted[k]! / r : sum), 0);
    return subjects / count;
  });
}

/** Mean of a value of the categories over one subject's ratings. */
function meanOver(
  { raters, codes, ratings }: Subjects,
  i: number,
  values: readonly number[],
): number {
  let sum = 0;
  for (let at = i * raters; at < (i + 1) * raters; at++) {
    if (codes[at] !== MISSING) sum += values[codes[at]!]!;
  }
  return sum / ratings[i]!;
}

/** Chance agreement of two different raters by their own shares, and one subject's part in it. */
function congerChance(
  { count, raters, codes }: Subjects,
  columns: number,
  weights: readonly (readonly number[])[],
): { expected: number; ofSubject: (i: number) => number } {
  const q = weights.length;
  const given = Array.from({ length: columns }, () => 0);
  const shares = given.map(() => Array.from({ length: q }, () => 0));
  for (let at = 0; at < count * raters; at++) {
    if (codes[at] === MISSING) continue;
    given[at % raters]! += 1;
    shares[at % raters]![codes[at]!]! += 1;
  }
  // Raters without any rating take no part.
  const active = given.filter((ratings) => ratings > 0).length;
  for (const [g, row] of shares.entries()) {
    for (const [k, ratings] of row.entries()) row[k] = given[g]! > 0 ? ratings / given[g]! : 0;
  }
  const summed = Array.from({ length: q }, (_, k) => shares.reduce((sum, row) => sum + row[k]!, 0));
  const ofOthers = shares.map((row) => {
    const others = summed.map((share, k) => share - row[k]!);
    return weights.map((weight) => dot(weight, others));
  });
  const own = shares.map((row, g) => dot(row, ofOthers[g]!));
  const pairs = active * (active - 1);
  const expected = own.reduce((sum, value) => sum + value, 0) / pairs;
  return {
    expected,
    ofSubject: (i) => {
      let sum = 0;
      for (let g = 0; g < raters; g++) {
        const code = codes[i * raters + g]!;
        if (code !== MISSING) sum += (count / given[g]!) * (ofOthers[g]![code]! - own[g]!);
      }
      return expected + sum / pairs;
    },
  };
}

function percentAgreement(subjects: Subjects, level: number): Coefficient {
  const { count, agreement, paired } = subjects;
  const value = agreement.reduce((sum, share) => sum + share, 0) / paired;
  let square = 0;
  for (let i = 0; i < count; i++) square += ((count / paired) * agreement[i]! - value) ** 2;
  return withInterval(subjects, value, 0, square, level);
}

/**
 * A coefficient and Gwet's standard error of it, by what each subject adds to both agreements.
 *
 * @param ofSubject - chance agreement of subject i's ratings with the shares of all
 */
function coefficient(
  subjects: Subjects,
  expected: number,
  ofSubject: (i: number) => number,
  level: number,
): Coefficient {
  const { count, ratings, agreement, paired } = subjects;
  const observed = agreement.reduce((sum, share) => sum + share, 0) / paired;
  const beyond = 1 - expected;
  const value = beyond > 0 ? (observed - expected) / beyond : Number.NaN;
  let square = 0;
  for (let i = 0; i < count; i++) {
    const isPaired = ratings[i]! > 1 ? 1 : 0;
    const own = ((count / paired) * isPaired * (agreement[i]! - expected)) / beyond;
    const chance = (2 * (1 - value) * (ofSubject(i) - expected)) / beyond;
    square += (own - chance - value) ** 2;
  }
  return withInterval(subjects, value, expected, square, level);
}

/** @param square - sum over the subjects of the squared deviation of what each adds */
function withInterval(
  { count, paired }: Subjects,
  value: number,
  expected: number,
  square: number,
  level: number,
): Coefficient {
  const standardError = count > 1 ? Math.sqrt(square / (count * (count - 1))) : Number.NaN;
  const note = noteOf(paired, value);
  return {
    value,
    ci: tIntervalCutAtOne(value, standardError, count, level),
    standardError,
    expected,
    ...(note === undefined ? {} : { note }),
  };
}

/** value ± t·SE on subjects − 1, no higher than 1; NaN for a single subject. */
export function tIntervalCutAtOne(
  value: number,
  standardError: number,
  subjects: number,
  level: number,
): Interval {
  const t = subjects > 1 ? tUpperQuantile((1 - level) / 2, subjects - 1) : Number.NaN;
  const reach = t * standardError;
  return { lower: value - reach, upper: Math.min(1, value + reach), level };
}

function noteOf(paired: number, value: number): Coefficient["note"] {
  if (paired === 0) return "no-pairs";
  if (Number.isNaN(value)) return "one-category";
  return value === 1 ? "perfect-agreement" : undefined;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
