/** Some of the tables that two arms can give, and the chance of them all under one common chance. */
export interface TableRegion {
  readonly n1: number;
  readonly n2: number;
  /** For each count of the first arm the runs [from, to) of counts of the second. */
  readonly rows: readonly (readonly (readonly [number, number])[])[];
}

/** Where a chance lies against two bounds; "inside" holds the bounds themselves. */
export type PlaceAgainst = "below" | "inside" | "above";

const CERTAIN = 1 - 1e-12; // a supremum this close to 1 is 1
const GOLDEN_STEPS = 48; // shrink a cell of the grid by 10⁻¹⁰; at a maximum the chance is flat
const FIRST_CELLS = 8;
const MOST_CUTS = 200; // then the supremum itself is cheaper
const COMPUTED_TO = 1e-9; // relative; given away on both sides of a supremum

/** The tables for which `isExtreme` holds. */
export function tableRegion(
  n1: number,
  n2: number,
  isExtreme: (x1: number, x2: number) => boolean,
): TableRegion {
  const rows = Array.from({ length: n1 + 1 }, (_, x1) => {
    const found: [number, number][] = [];
    let from = -1;
    for (let x2 = 0; x2 <= n2 + 1; x2++) {
      const inside = x2 <= n2 && isExtreme(x1, x2);
      if (inside && from < 0) from = x2;
      if (!inside && from >= 0) {
        found.push([from, x2]);
        from = -1;
      }
    }
    return found;
  });
  return { n1, n2, rows };
}

/**
 * The supremum over the common chance π of the chance that the table falls in the region.
 *
 * That chance is a polynomial in π of degree n₁ + n₂: a grid of several points for each degree
 * shows its local maxima, which are then refined.
 */
export function largestChance(region: TableRegion): number {
  const chance = regionChance(region);
  const cells = Math.min(400, 40 + 4 * (region.n1 + region.n2));
  // The tails of the grid are finer: small regions have their maximum near 0 or 1.
  const grid = Array.from({ length: cells + 1 }, (_, i) => chanceAt((Math.PI * i) / (2 * cells)));
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

/**
 * Where the supremum lies against two bounds, without computing it to the last digit.
 *
 * With π = sin²θ and the chance P = sin²φ, |dφ/dθ| ≤ √(n₁ + n₂): the derivative of P in π is its
 * covariance with the score, whose variance is (n₁ + n₂)/(π(1 − π)). So two values bound P on all
 * of the cell between them, and cells are cut where that bound is highest until it decides, or
 * until it has become cheaper to compute the supremum.
 */
export function placeOfLargestChance(
  region: TableRegion,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): PlaceAgainst {
  const chance = regionChance(region);
  const steepness = Math.sqrt(region.n1 + region.n2);
  const arcs = { lower: arcOf(lower * (1 - COMPUTED_TO)), upper: arcOf(upper * (1 + COMPUTED_TO)) };
  const at = (theta: number): Point => ({ theta, arc: arcOf(chance(chanceAt(theta))) });
  const points = Array.from({ length: FIRST_CELLS + 1 }, (_, i) =>
    at((Math.PI * i) / (2 * FIRST_CELLS)),
  );
  let best = Math.max(...points.map(({ arc }) => arc));
  const queue = new CellQueue(steepness);
  for (let i = 0; i < FIRST_CELLS; i++) queue.add(points[i]!, points[i + 1]!);
  for (let cuts = 0; cuts < MOST_CUTS; cuts++) {
    if (best > arcs.upper) return "above";
    const cell = queue.takeHighest();
    if (cell.bound < arcs.lower) return "below";
    if (best >= arcs.lower && cell.bound <= arcs.upper) return "inside";
    const middle = at((cell.from.theta + cell.to.theta) / 2);
    best = Math.max(best, middle.arc);
    queue.add(cell.from, middle);
    queue.add(middle, cell.to);
  }
  const largest = largestChance(region);
  if (largest < lower * (1 - COMPUTED_TO)) return "below";
  return largest > upper * (1 + COMPUTED_TO) ? "above" : "inside";
}

interface Point {
  readonly theta: number;
  readonly arc: number; // φ
}

interface Cell {
  readonly from: Point;
  readonly to: Point;
  readonly bound: number; // of φ, from above
}

/** Cells by their upper bound: a binary heap. */
class CellQueue {
  readonly #steepness: number;
  readonly #cells: Cell[] = [];

  constructor(steepness: number) {
    this.#steepness = steepness;
  }

  add(from: Point, to: Point): void {
    const bound = (from.arc + to.arc + this.#steepness * (to.theta - from.theta)) / 2;
    const cells = this.#cells;
    let at = cells.push({ from, to, bound }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (cells[parent]!.bound >= bound) break;
      [cells[at], cells[parent]] = [cells[parent]!, cells[at]!];
      at = parent;
    }
  }

  takeHighest(): Cell {
    const cells = this.#cells;
    const highest = cells[0]!;
    const last = cells.pop()!;
    if (cells.length === 0) return highest;
    cells[0] = last;
    for (let at = 0; ; ) {
      let child = 2 * at + 1;
      if (child + 1 < cells.length && cells[child + 1]!.bound > cells[child]!.bound) child++;
      if (child >= cells.length || cells[child]!.bound <= cells[at]!.bound) return highest;
      [cells[at], cells[child]] = [cells[child]!, cells[at]!];
      at = child;
    }
  }
}

function chanceAt(theta: number): number {
  return (1 - Math.cos(2 * theta)) / 2;
}

function arcOf(chance: number): number {
  return Math.asin(Math.sqrt(Math.min(1, Math.max(0, chance))));
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
function regionChance({ n1, n2, rows }: TableRegion): (p: number) => number {
  const logs1 = logBinomials(n1);
  const logs2 = logBinomials(n2);
  const first = new Float64Array(n1 + 1);
  const second = new Float64Array(n2 + 1);
  // A run of counts that touches an end is one cumulative chance; no difference of two is ever
  // taken, because that would lose the digits of a far tail.
  const fromStart = new Float64Array(n2 + 2); // of the counts below k
  const fromEnd = new Float64Array(n2 + 2); // of the counts from k on
  return (p) => {
    binomialChances(logs1, p, first);
    binomialChances(logs2, p, second);
    for (let k = 0; k <= n2; k++) fromStart[k + 1] = fromStart[k]! + second[k]!;
    for (let k = n2; k >= 0; k--) fromEnd[k] = fromEnd[k + 1]! + second[k]!;
    let sum = 0;
    for (let x1 = 0; x1 <= n1; x1++) {
      const runs = rows[x1]!;
      if (runs.length === 0 || first[x1] === 0) continue;
      let inner = 0;
      for (const [from, to] of runs) {
        if (from === 0) inner += fromStart[to]!;
        else if (to === n2 + 1) inner += fromEnd[from]!;
        else for (let x2 = from; x2 < to; x2++) inner += second[x2]!;
      }
      sum += first[x1]! * inner;
    }
    return sum;
  };
}

function logBinomials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let x = 1; x <= n; x++) logs[x] = logs[x - 1]! + Math.log((n - x + 1) / x);
  return logs;
}

function binomialChances(logs: Float64Array, p: number, into: Float64Array): void {
  const n = logs.length - 1;
  if (p <= 0 || p >= 1) {
    into.fill(0);
    into[p <= 0 ? 0 : n] = 1;
    return;
  }
  const logP = Math.log(p);
  const logQ = Math.log1p(-p);
  for (let x = 0; x <= n; x++) into[x] = Math.exp(logs[x]! + x * logP + (n - x) * logQ);
}
