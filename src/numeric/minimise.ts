import { InvalidInput } from "./invalid-input.js";

/** Where a function is least, as far as a search found it. */
export interface Minimum {
  readonly at: number[]; // (p)
  readonly value: number;
  /** Evaluations of the function. */
  readonly evaluations: number;
  /** Whether the search ended by its rule of convergence, not by its limit of evaluations. */
  readonly converged: boolean;
}

/** A function of p parameters; NaN and Infinity say that a place is not allowed. */
export type Objective = (at: readonly number[]) => number;

const MOST_STEPS = 1000;
const MOST_HALVINGS = 60;
const ENOUGH_DECREASE = 1e-4; // Armijo's share of the decrease that the slope promises
const SAME_VALUE = 4 * Number.EPSILON; // relative differences of the function that are rounding
const DIFFERENCE = Number.EPSILON ** (1 / 3); // relative step of central differences

/**
 * The minimum of a function without derivatives, by Nelder and Mead's simplex. It is robust and
 * slow: for a smooth function prefer `bfgs`.
 *
 * @param f - finite at the start
 * @param start - (p)
 * @param options.scale - size of the first simplex; 0.1
 * @param options.tolerance - ends when neither the values nor the corners of the simplex differ by
 *   more, relative to their size; 1e-10
 * @param options.most - evaluations allowed; 5,000
 * @throws InvalidInput when the function is not finite at the start
 * @source [@nelder1965]
 */
export function nelderMead(
  f: Objective,
  start: readonly number[],
  {
    scale = 0.1,
    tolerance = 1e-10,
    most = 5000,
  }: { scale?: number; tolerance?: number; most?: number } = {},
): Minimum {
  checkStart("nelderMead", f, start);
  let evaluations = 0;
  const corner = (at: readonly number[]): Corner => {
    evaluations++;
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const p = start.length;
  const simplex = [corner(start)];
  for (let i = 0; i < p; i++) {
    const size = scale * Math.max(1, Math.abs(start[i]!));
    simplex.push(corner(start.with(i, start[i]! + size)));
  }
  for (;;) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, last] = [simplex[0]!, simplex[p]!];
    const converged = isSmall(simplex, tolerance);
    if (converged || evaluations >= most) {
      return { at: [...best.at], value: best.value, evaluations, converged };
    }
    const centre = start.map(
      (_, i) => simplex.slice(0, p).reduce((s, { at }) => s + at[i]!, 0) / p,
    );
    const along = (factor: number): Corner =>
      corner(centre.map((c, i) => c + factor * (last.at[i]! - c)));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const expanded = along(-2);
      simplex[p] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[p - 1]!.value) {
      simplex[p] = reflected;
    } else {
      const contracted = along(reflected.value < last.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(reflected.value, last.value)) simplex[p] = contracted;
      else {
        for (let k = 1; k <= p; k++) {
          simplex[k] = corner(simplex[k]!.at.map((x, i) => (x + best.at[i]!) / 2));
        }
      }
    }
  }
}

/**
 * The minimum of a smooth function by Broyden, Fletcher, Goldfarb and Shanno's method: a Newton
 * search whose curvature is learnt from the gradients on the way.
 *
 * It converges when the gradient promises no decrease beyond the tolerance, or when no step along
 * it lessens the function beyond rounding.
 *
 * @param f - finite at the start
 * @param start - (p)
 * @param options.gradient - of f; central differences unless given
 * @param options.tolerance - of the promised decrease, relative to 1 + |f|; 1e-14
 * @throws InvalidInput when the function is not finite at the start
 * @source [@nocedal2006] algorithm 6.1 with backtracking
 */
export function bfgs(
  f: Objective,
  start: readonly number[],
  {
    gradient,
    tolerance = 1e-14,
  }: { gradient?: (at: readonly number[]) => number[]; tolerance?: number } = {},
): Minimum {
  checkStart("bfgs", f, start);
  let evaluations = 1;
  const counted: Objective = (at) => {
    evaluations++;
    return f(at);
  };
  const slopeAt = gradient ?? ((at: readonly number[]) => numericGradient(counted, at));
  let at = [...start];
  let value = f(at);
  let slope = slopeAt(at);
  let inverse = identity(at.length);
  let isFresh = true; // whether the curvature is only the identity
  for (let step = 0; step < MOST_STEPS; step++) {
    const direction = inverse.map((row) => -dot(row, slope));
    const descent = dot(direction, slope);
    if (-descent <= 2 * tolerance * (1 + Math.abs(value)) && !Number.isNaN(descent)) {
      return { at, value, evaluations, converged: true };
    }
    const found = lineSearch(counted, at, value, direction, descent, isFresh);
    if (!found) {
      if (isFresh) return { at, value, evaluations, converged: Number.isFinite(descent) };
      inverse = identity(at.length);
      isFresh = true;
      continue;
    }
    const nextSlope = slopeAt(found.at);
    const change = found.at.map((x, i) => x - at[i]!);
    const bend = nextSlope.map((g, i) => g - slope[i]!);
    const curvature = dot(change, bend);
    if (curvature > 0) {
      if (isFresh) inverse = identity(at.length, curvature / dot(bend, bend));
      updateInverse(inverse, change, bend, curvature);
      isFresh = false;
    }
    [at, value, slope] = [[...found.at], found.value, nextSlope];
  }
  return { at, value, evaluations, converged: false };
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

function checkStart(where: string, f: Objective, start: readonly number[]): void {
  if (start.length === 0) throw new InvalidInput(where, "needs at least one parameter; got none");
  const value = f(start);
  if (!Number.isFinite(value)) {
    throw new InvalidInput(where, `needs a start where the function is finite; got ${value}`);
  }
}

function isSmall(simplex: readonly Corner[], tolerance: number): boolean {
  const [best, last] = [simplex[0]!, simplex.at(-1)!];
  if (!(last.value - best.value <= tolerance * (1 + Math.abs(best.value)))) return false;
  return simplex.every(({ at }) =>
    at.every((x, i) => Math.abs(x - best.at[i]!) <= tolerance ** 0.5 * (1 + Math.abs(best.at[i]!))),
  );
}

/** Halves the step until the function falls as much as its slope lets expect. */
function lineSearch(
  f: Objective,
  at: readonly number[],
  value: number,
  direction: readonly number[],
  descent: number,
  isFresh: boolean,
): Corner | undefined {
  if (!(descent < 0)) return undefined;
  let size = isFresh ? Math.min(1, 1 / Math.sqrt(dot(direction, direction))) : 1;
  for (let i = 0; i < MOST_HALVINGS; i++) {
    const next = at.map((x, k) => x + size * direction[k]!);
    const nextValue = f(next);
    const isLess = nextValue < value - SAME_VALUE * Math.abs(value);
    if (isLess && nextValue <= value + ENOUGH_DECREASE * size * descent) {
      return { at: next, value: nextValue };
    }
    size /= 2;
  }
  return undefined;
}

function numericGradient(f: Objective, at: readonly number[]): number[] {
  return at.map((x, i) => {
    const step = DIFFERENCE * Math.max(1, Math.abs(x));
    const [above, below] = [x + step, x - step];
    return (f(at.with(i, above)) - f(at.with(i, below))) / (above - below);
  });
}

/** H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ with ρ = 1/yᵀs. */
function updateInverse(
  inverse: number[][],
  change: readonly number[],
  bend: readonly number[],
  curvature: number,
): void {
  const bent = inverse.map((row) => dot(row, bend));
  const factor = 1 + dot(bent, bend) / curvature;
  for (const [i, row] of inverse.entries()) {
    for (let j = 0; j < row.length; j++) {
      const cross = bent[i]! * change[j]! + change[i]! * bent[j]!;
      row[j] = row[j]! + (factor * change[i]! * change[j]! - cross) / curvature;
    }
  }
}

function identity(p: number, scale = 1): number[][] {
  return Array.from({ length: p }, (_, i) =>
    Array.from({ length: p }, (_, j) => (i === j ? scale : 0)),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
