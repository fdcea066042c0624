import { checkCount } from "./checks.js";
import { InvalidInput } from "./invalid-input.js";
import { symmetricEigen } from "./linear-algebra.js";

/** Nodes and weights of a quadrature rule: ∫ f ≈ Σ weightsᵢ f(nodesᵢ). */
export interface QuadratureRule {
  readonly nodes: Float64Array; // (n), ascending
  readonly weights: Float64Array; // (n)
}

/** A definite integral with what is known of its precision. */
export interface Integral {
  readonly value: number;
  /** Estimate of the absolute error, rather too large. */
  readonly error: number;
  /** Whether the error is within the tolerance. */
  readonly converged: boolean;
}

const legendre = new Map<number, QuadratureRule>();
const hermite = new Map<number, QuadratureRule>();

/**
 * Gauss–Legendre rule: exact for polynomials of degree 2n − 1 over [−1, 1].
 *
 * @param n - number of nodes, 1 to 500; rules are kept
 * @throws InvalidInput unless n is such a number
 * @source [@golub1969]
 */
export function gaussLegendre(n: number): QuadratureRule {
  checkNodes("gaussLegendre", n);
  return kept(legendre, n, () => rule(n, (k) => k / Math.sqrt(4 * k * k - 1), 2));
}

/**
 * Gauss–Hermite rule: ∫ e^(−x²) f(x) dx over the whole line, exact for polynomials of degree 2n − 1.
 * For the mean of g(Z), Z standard normal: Σ weightsᵢ g(√2·nodesᵢ)/√π.
 *
 * @param n - number of nodes, 1 to 500; rules are kept
 * @throws InvalidInput unless n is such a number
 * @source [@golub1969]
 */
export function gaussHermite(n: number): QuadratureRule {
  checkNodes("gaussHermite", n);
  return kept(hermite, n, () => rule(n, (k) => Math.sqrt(k / 2), Math.sqrt(Math.PI)));
}

function checkNodes(where: string, n: number): void {
  checkCount(where, "n", n);
  if (n < 1 || n > 500) throw new InvalidInput(where, `needs 1 to 500 nodes; got ${n}`);
}

function kept(
  rules: Map<number, QuadratureRule>,
  n: number,
  make: () => QuadratureRule,
): QuadratureRule {
  const found = rules.get(n) ?? make();
  rules.set(n, found);
  return found;
}

/**
 * The rule of a symmetric weight from its orthonormal polynomials,
 * x pₖ = β(k + 1) pₖ₊₁ + β(k) pₖ₋₁: nodes are eigenvalues, sharpened by Newton's steps; weights
 * are 1/Σ pₖ².
 *
 * @param total - integral of the weight
 */
function rule(n: number, beta: (k: number) => number, total: number): QuadratureRule {
  const jacobi = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (Math.abs(i - j) === 1 ? beta(Math.max(i, j)) : 0)),
  );
  const nodes = Float64Array.from(symmetricEigen(jacobi).values).sort();
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (2 * i + 1 === n) nodes[i] = 0;
    for (let step = 0; step < 2; step++) nodes[i]! -= polynomials(nodes[i]!, n, beta, total).newton;
    weights[i] = 1 / polynomials(nodes[i]!, n, beta, total).squares;
  }
  return { nodes, weights };
}

/** Σ pₖ(x)² over k < n, and pₙ(x)/pₙ′(x), with the scale kept within the doubles. */
function polynomials(
  x: number,
  n: number,
  beta: (k: number) => number,
  total: number,
): { squares: number; newton: number } {
  let [before, p] = [0, 1 / Math.sqrt(total)];
  let [slopeBefore, slope] = [0, 0];
  let squares = 0;
  for (let k = 0; k < n; k++) {
    squares += p * p;
    const [b, next] = [k === 0 ? 0 : beta(k), beta(k + 1)];
    [slopeBefore, slope] = [slope, (p + x * slope - b * slopeBefore) / next];
    [before, p] = [p, (x * p - b * before) / next];
  }
  return { squares, newton: p / slope };
}

/** Positive nodes of Kronrod's 15 points; those at odd places are Gauss's 7. */
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945,
  0.5860872354676911, 0.4058451513773972, 0.20778495500789848, 0,
] as const;
const KRONROD = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592,
  0.1690047266392679, 0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
] as const;
const GAUSS = [
  0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694,
] as const;

const MOST_PIECES = 2000;
const LEAST_ERROR = 50 * Number.EPSILON; // of a piece, as a share: rounding hides what is below

/**
 * Integral of a function by Gauss and Kronrod's 7 and 15 points, halving the piece with the
 * largest error until the sum of errors is within the tolerance.
 *
 * An infinite end is mapped by x = c + u/(1 − u²), which suits functions whose mass lies within a
 * few units of c. A peak that is narrow in its piece can be missed: bracket it by `breaks`.
 *
 * @param f - finite inside the range; not asked at its ends
 * @param lower - left end, −Infinity allowed
 * @param upper - right end, Infinity allowed
 * @param options.breaks - points inside where the function bends, and on both sides of a narrow peak
 * @param options.relative - tolerance as a share of the integral; 1e-12
 * @param options.absolute - tolerance in its unit; 0
 * @throws InvalidInput when an end is NaN
 * @source [@piessens1983]
 */
export function integrate(
  f: (x: number) => number,
  lower: number,
  upper: number,
  {
    breaks = [],
    relative = 1e-12,
    absolute = 0,
  }: { breaks?: readonly number[]; relative?: number; absolute?: number } = {},
): Integral {
  if (Number.isNaN(lower) || Number.isNaN(upper)) {
    throw new InvalidInput("integrate", `needs ends that are numbers; got ${lower} and ${upper}`);
  }
  if (lower > upper) {
    const mirrored = integrate(f, upper, lower, { breaks, relative, absolute });
    return { ...mirrored, value: -mirrored.value };
  }
  const inside = breaks.filter((x) => x > lower && x < upper).sort((a, b) => a - b);
  const points = [lower, ...inside, upper];
  const pieces = points.slice(1).map((to, i) => mappedPiece(f, points[i]!, to));
  for (;;) {
    let [value, error, worst] = [0, 0, 0];
    for (const [i, piece] of pieces.entries()) {
      value += piece.value;
      error += piece.error;
      if (piece.error > pieces[worst]!.error) worst = i;
    }
    const converged = error <= Math.max(absolute, relative * Math.abs(value));
    if (converged || pieces.length >= MOST_PIECES || Number.isNaN(value)) {
      return { value, error, converged };
    }
    const { g, from, to } = pieces[worst]!;
    const middle = from + (to - from) / 2;
    pieces[worst] = estimate(g, from, middle);
    pieces.push(estimate(g, middle, to));
  }
}

interface Piece {
  readonly g: (x: number) => number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly error: number;
}

function mappedPiece(f: (x: number) => number, from: number, to: number): Piece {
  if (Number.isFinite(from) && Number.isFinite(to)) return estimate(f, from, to);
  const centre = Number.isFinite(from) ? from : Number.isFinite(to) ? to : 0;
  const g = (u: number): number => {
    const rest = (1 - u) * (1 + u);
    const y = f(centre + u / rest);
    return y === 0 ? 0 : (y * (1 + u * u)) / (rest * rest);
  };
  return estimate(g, Number.isFinite(from) ? 0 : -1, Number.isFinite(to) ? 0 : 1);
}

function estimate(g: (x: number) => number, from: number, to: number): Piece {
  const half = (to - from) / 2;
  const centre = from + half;
  let kronrod = 0;
  let gauss = 0;
  let size = 0;
  for (let i = 0; i < 8; i++) {
    const offset = half * NODES[i]!;
    const y = i === 7 ? g(centre) : g(centre - offset) + g(centre + offset);
    kronrod += KRONROD[i]! * y;
    if (i % 2 === 1) gauss += GAUSS[(i - 1) / 2]! * y;
    size += KRONROD[i]! * Math.abs(y);
  }
  // The Kronrod value is far better than the difference says: QUADPACK's measure of that.
  const difference = Math.abs(kronrod - gauss);
  const scaled = size > 0 ? size * Math.min(1, (200 * difference) / size) ** 1.5 : 0;
  const floor = LEAST_ERROR * size;
  const error = scaled <= floor ? scaled / 8 : Math.min(difference, scaled);
  return { g, from, to, value: half * kronrod, error: Math.abs(half) * error };
}
