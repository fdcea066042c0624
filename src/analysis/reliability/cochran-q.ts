import { chiSquareSurvival, InvalidInput } from "../../numeric/index.js";
import { checkMatrix } from "../columns.js";

/** Whether several raters or treatments succeed equally often on the same subjects. */
export interface CochranQ {
  readonly method: "cochran-q";
  readonly n: number; // subjects
  readonly successes: Float64Array; // (k) by rater
  readonly statistic: number; // Q
  readonly df: number;
  readonly p: number; // chi-square
  readonly exact: number; // p by permutation within the subjects; NaN for a table too large
  /** "constant-rows": no subject is disputed, so Q is 0/0. */
  readonly note?: "constant-rows";
}

const MOST_STEPS = 5e5; // of the walk over all permutations: under half a second

/**
 * Cochran's Q test of k raters or treatments on the same subjects.
 *
 * The exact p is the share of the permutations within subjects whose totals differ as much or more.
 *
 * @param rows - (n × k) rows subjects, columns raters; 1 success, 0 failure
 * @throws InvalidInput on no subject, fewer than two columns, or a value other than 0 and 1
 * @source [@cochran1950]
 */
export function cochranQ(rows: readonly ArrayLike<number>[]): CochranQ {
  checkMatrix("cochranQ", "findings", rows, { rows: 1, columns: 2 });
  const n = rows.length;
  const k = rows[0]!.length;
  const successes = new Float64Array(k);
  const disputed = new Float64Array(k); // the same among the subjects on whom raters differ
  const sums: number[] = []; // successes of each of those subjects
  for (const [i, row] of rows.entries()) {
    const sum = successesIn(row, i);
    const isDisputed = sum > 0 && sum < k;
    if (isDisputed) sums.push(sum);
    for (let j = 0; j < k; j++) {
      successes[j]! += row[j]!;
      if (isDisputed) disputed[j]! += row[j]!;
    }
  }
  const df = k - 1;
  if (sums.length === 0) {
    const none = { statistic: Number.NaN, df, p: Number.NaN, exact: Number.NaN };
    return { method: "cochran-q", n, successes, ...none, note: "constant-rows" };
  }
  const total = sums.reduce((all, sum) => all + sum, 0);
  const squares = squared(disputed);
  const spread = sums.reduce((all, sum) => all + sum * (k - sum), 0);
  const statistic = (df * (k * squares - total * total)) / spread;
  return {
    method: "cochran-q",
    n,
    successes,
    statistic,
    df,
    p: chiSquareSurvival(statistic, df),
    exact: exactP(sums, k, squares),
  };
}

function successesIn(row: ArrayLike<number>, i: number): number {
  let sum = 0;
  for (let j = 0; j < row.length; j++) {
    if (row[j] !== 0 && row[j] !== 1) {
      const got = `row ${i}, column ${j} is ${row[j]}`;
      throw new InvalidInput("cochranQ", `needs findings of 0 or 1; ${got}`, "not_binary");
    }
    sum += row[j]!;
  }
  return sum;
}

/** Totals of the columns, descending, and the chance of these totals in any order. */
interface Totals {
  readonly counts: readonly number[];
  chance: number;
}

/**
 * P(Σ total² ≥ observed) when the successes of each subject fall on any of the raters alike.
 *
 * Walks from subject to subject over the distribution of the totals. As the raters are
 * exchangeable, totals that differ only in their order are one state.
 */
function exactP(sums: readonly number[], k: number, observed: number): number {
  const base = sums.length + 1;
  if (base ** k > Number.MAX_SAFE_INTEGER) return Number.NaN; // totals as the digits of a key
  let states: Totals[] = [{ counts: new Array<number>(k).fill(0), chance: 1 }];
  let steps = 0;
  for (const sum of [...sums].sort((a, b) => a - b)) {
    steps += states.length * combinations(k, sum);
    if (steps > MOST_STEPS) return Number.NaN;
    states = moved(states, choices(k, sum), base);
  }
  const extreme = states.filter(({ counts }) => squared(counts) >= observed);
  return Math.min(
    1,
    extreme.reduce((p, { chance }) => p + chance, 0),
  );
}

/** The states after one more subject, each of whose patterns is equally likely. */
function moved(states: readonly Totals[], patterns: readonly number[][], base: number): Totals[] {
  const next = new Map<number, Totals>();
  for (const { counts, chance } of states) {
    const share = chance / patterns.length;
    for (const pattern of patterns) {
      const added = [...counts];
      for (const j of pattern) added[j]! += 1;
      added.sort((a, b) => b - a);
      const key = added.reduce((digits, count) => digits * base + count, 0);
      const known = next.get(key);
      if (known === undefined) next.set(key, { counts: added, chance: share });
      else known.chance += share;
    }
  }
  return [...next.values()];
}

/** All choices of `size` of the first k integers. */
function choices(k: number, size: number): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: k - size + 1 }, (_, skipped) => k - 1 - skipped).flatMap((last) =>
    choices(last, size - 1).map((rest) => [...rest, last]),
  );
}

function combinations(k: number, size: number): number {
  let count = 1;
  for (let i = 1; i <= size; i++) count = (count * (k - size + i)) / i;
  return count;
}

function squared(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]! ** 2;
  return sum;
}
