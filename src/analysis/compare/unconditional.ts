import type { Alternative, Arm } from "../arm.js";
import { fisherChances, fisherDistribution } from "./fisher-distribution.js";

const SAME = 1e-12; // relative; computed statistics of equal tables differ by less
const SAME_P = 1e-7; // R's allowance between Fisher p-values
const CERTAIN = 1 - 1e-12; // a supremum this close to 1 is 1
const GOLDEN_STEPS = 48; // shrink a cell of the grid by 10⁻¹⁰; at a maximum the chance is flat

/** Tables at least as extreme as the one observed: extreme[x₁(n₂ + 1) + x₂] is 1. */
interface Region {
  readonly n1: number;
  readonly n2: number;
  readonly extreme: Uint8Array;
}

/**
 * Barnard's unconditional exact p: tables ordered by the pooled z, maximised over the common chance.
 *
 * @param mostTables - beyond so many possible tables, (n₁ + 1)(n₂ + 1), the p is not computed: NaN
 * @source [@barnard1947], [@suissa1985] the pooled z statistic
 */
export function barnardP(
  first: Arm,
  second: Arm,
  alternative: Alternative,
  mostTables: number,
): number {
  if (tables(first, second) > mostTables) return Number.NaN;
  const statistic = (x1: number, x2: number): number => {
    const total = x1 + x2;
    const difference = x1 * second.n - x2 * first.n;
    const variance = total * (first.n + second.n - total);
    // Signed square of z without its constant; no variance means no difference.
    return difference === 0 ? 0 : (difference * Math.abs(difference)) / variance;
  };
  const observed = statistic(first.count, second.count);
  const extreme = region(first.n, second.n, (x1, x2) => {
    const z = statistic(x1, x2);
    if (alternative === "two-sided") return Math.abs(z) >= Math.abs(observed) * (1 - SAME);
    const allowance = SAME * Math.abs(observed);
    return alternative === "greater" ? z >= observed - allowance : z <= observed + allowance;
  });
  return largestChance(extreme);
}

/**
 * Boschloo's unconditional exact p: tables ordered by Fisher's p, maximised over the common chance.
 *
 * @param mostTables - beyond so many possible tables, (n₁ + 1)(n₂ + 1), the p is not computed: NaN
 * @source [@boschloo1970] two-sided with the tables ordered by Fisher's two-sided p
 */
export function boschlooP(
  first: Arm,
  second: Arm,
  alternative: Alternative,
  mostTables: number,
): number {
  if (tables(first, second) > mostTables) return Number.NaN;
  const { n: n1 } = first;
  const { n: n2 } = second;
  const fisher = new Float64Array((n1 + 1) * (n2 + 1));
  for (let total = 0; total <= n1 + n2; total++) {
    const x1 = Math.max(0, total - n2);
    const distribution = fisherDistribution([
      [x1, n1 - x1],
      [total - x1, n2 - total + x1],
    ]);
    fisherPs(fisherChances(distribution, 0), alternative).forEach((p, i) => {
      fisher[(x1 + i) * (n2 + 1) + total - x1 - i] = p;
    });
  }
  const observed = fisher[first.count * (n2 + 1) + second.count]! * (1 + SAME_P);
  return largestChance(region(n1, n2, (x1, x2) => fisher[x1 * (n2 + 1) + x2]! <= observed));
}

function tables(first: Arm, second: Arm): number {
  return (first.n + 1) * (second.n + 1);
}

function region(n1: number, n2: number, isExtreme: (x1: number, x2: number) => boolean): Region {
  const extreme = new Uint8Array((n1 + 1) * (n2 + 1));
  for (let x1 = 0; x1 <= n1; x1++) {
    for (let x2 = 0; x2 <= n2; x2++) extreme[x1 * (n2 + 1) + x2] = isExtreme(x1, x2) ? 1 : 0;
  }
  return { n1, n2, extreme };
}

/** Fisher p of every table with the same margins, from the chances of those tables. */
function fisherPs(chances: Float64Array, alternative: Alternative): Float64Array {
  const ps = new Float64Array(chances.length);
  let sum = 0;
  if (alternative === "two-sided") {
    const order = Array.from(chances.keys()).sort((i, j) => chances[i]! - chances[j]!);
    let end = 0;
    for (const i of order) {
      for (; end < order.length && chances[order[end]!]! <= chances[i]! * (1 + SAME_P); end++) {
        sum += chances[order[end]!]!;
      }
      ps[i] = sum;
    }
    return ps;
  }
  for (let k = 0; k < chances.length; k++) {
    const i = alternative === "less" ? k : chances.length - 1 - k;
    sum += chances[i]!;
    ps[i] = sum;
  }
  return ps;
}

/**
 * The supremum over the common chance π of the chance that the table falls in the region.
 *
 * That chance is a polynomial in π of degree n₁ + n₂: a grid of several points for each degree
 * shows its local maxima, which are then refined.
 */
function largestChance(extreme: Region): number {
  const chance = regionChance(extreme);
  const cells = Math.min(400, 40 + 4 * (extreme.n1 + extreme.n2));
  // The tails of the grid are finer: small regions have their maximum near 0 or 1.
  const grid = Array.from(
    { length: cells + 1 },
    (_, i) => (1 - Math.cos((Math.PI * i) / cells)) / 2,
  );
  const values = grid.map(chance);
  const top = Math.max(...values);
  if (top >= CERTAIN) return 1;
  let best = top;
  for (let i = 0; i <= cells; i++) {
    const here = values[i]!;
    const isPeak = here > (values[i - 1] ?? -1) && here >= (values[i + 1] ?? -1);
    if (isPeak && here > 0.9 * top) {
      const to = grid[Math.min(cells, i + 1)]!;
      best = Math.max(best, refine(chance, grid[Math.max(0, i - 1)]!, to));
    }
  }
  return Math.min(1, best);
}

/** Golden-section search for a maximum. */
function refine(chance: (p: number) => number, lower: number, upper: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let a = lower;
  let b = upper;
  let x1 = b - golden * (b - a);
  let x2 = a + golden * (b - a);
  let f1 = chance(x1);
  let f2 = chance(x2);
  for (let i = 0; i < GOLDEN_STEPS; i++) {
    if (f1 >= f2) {
      [b, x2, f2] = [x2, x1, f1];
      x1 = b - golden * (b - a);
      f1 = chance(x1);
    } else {
      [a, x1, f1] = [x1, x2, f2];
      x2 = a + golden * (b - a);
      f2 = chance(x2);
    }
  }
  return Math.max(f1, f2);
}

/** Chance of the region as a function of π: one double sum over binomial chances. */
function regionChance({ n1, n2, extreme }: Region): (p: number) => number {
  const binomials1 = logBinomials(n1);
  const binomials2 = logBinomials(n2);
  const rows = Array.from({ length: n1 + 1 }, (_, x1) => runs(extreme, x1 * (n2 + 1), n2 + 1));
  return (p) => {
    const first = binomialChances(binomials1, p);
    const second = binomialChances(binomials2, p);
    // A run of counts that touches an end is one cumulative chance; no difference of two is ever
    // taken, because that would lose the digits of a far tail.
    const fromStart = cumulated(second);
    const fromEnd = cumulated(second.toReversed());
    let sum = 0;
    for (let x1 = 0; x1 <= n1; x1++) {
      let inner = 0;
      for (const [from, to] of rows[x1]!) {
        if (from === 0) inner += fromStart[to]!;
        else if (to === n2 + 1) inner += fromEnd[to - from]!;
        else for (let x2 = from; x2 < to; x2++) inner += second[x2]!;
      }
      sum += first[x1]! * inner;
    }
    return sum;
  };
}

/** Sums of the first 0, 1, 2, … values. */
function cumulated(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => {
    sums[i + 1] = sums[i]! + value;
  });
  return sums;
}

function runs(extreme: Uint8Array, offset: number, length: number): [number, number][] {
  const found: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= length; i++) {
    const inside = i < length && extreme[offset + i] === 1;
    if (inside && from < 0) from = i;
    if (!inside && from >= 0) {
      found.push([from, i]);
      from = -1;
    }
  }
  return found;
}

function logBinomials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let x = 1; x <= n; x++) logs[x] = logs[x - 1]! + Math.log((n - x + 1) / x);
  return logs;
}

function binomialChances(logs: Float64Array, p: number): Float64Array {
  const n = logs.length - 1;
  if (p <= 0 || p >= 1) return logs.map((_, x) => (x === (p <= 0 ? 0 : n) ? 1 : 0));
  const logP = Math.log(p);
  const logQ = Math.log1p(-p);
  return logs.map((log, x) => Math.exp(log + x * logP + (n - x) * logQ));
}
