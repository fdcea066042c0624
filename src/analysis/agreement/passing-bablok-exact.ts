const SPLITTER = 2 ** 27 + 1; // [@dekker1971]: cuts a double into two halves of 26 bits
const NEARLY_ONE = 1 + 2 ** -29;
const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/** a − b less its rounded value `difference`, exactly. */
export function differenceError(a: number, b: number, difference: number): number {
  const b2 = a - difference;
  return a - (difference + b2) + (b2 - b);
}

/**
 * a·b less its rounded value `product`, exactly but for underflow.
 *
 * @source [@dekker1971]
 */
export function productError(a: number, b: number, product: number): number {
  const bigA = SPLITTER * a;
  const highA = bigA - (bigA - a);
  const lowA = a - highA;
  const bigB = SPLITTER * b;
  const highB = bigB - (bigB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/**
 * The slope from one point to another whose x differs: the double nearest to the ratio of the exact
 * differences, so that it does not depend on how differences round.
 */
export function slopeBetween(x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const errorX = differenceError(x2, x1, dx);
  const errorY = differenceError(y2, y1, dy);
  const quotient = dy / dx + 0; // + 0 turns −0 into 0
  if (errorX === 0 && errorY === 0) return quotient;
  const product = quotient * dx;
  const left = dy - product - productError(quotient, dx, product) + (errorY - quotient * errorX);
  const slope = quotient + left / dx;
  const rest = left / dx - (slope - quotient);
  if (slope + rest * NEARLY_ONE === slope) return slope;
  return halfwayRounded(slope, rest, x1, y1, x2, y2);
}

/** Rounds a slope that lies too near to halfway between two doubles for two doubles to tell. */
function halfwayRounded(
  slope: number,
  rest: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): number {
  const lower = rest > 0 ? slope : nextDouble(slope, -1);
  const halfway = upperBound(lower);
  const above = heightSign(halfway, x1, y1, x2, y2) * Math.sign(x2 - x1);
  return above < 0 || (above === 0 && halfway.isWithin) ? lower : nextDouble(lower, 1);
}

/** A slope halfway between two doubles, as a sum of two: what rounds to `slope` ends there. */
export interface SlopeBound {
  readonly high: number;
  readonly low: number;
  readonly isWithin: boolean; // whether the bound itself still rounds to the slope
}

/** Where the slopes that round to this double, or to a smaller one, end. */
export function upperBound(slope: number): SlopeBound {
  const low = (nextDouble(slope, 1) - slope) / 2;
  double[0] = slope;
  return { high: slope, low, isWithin: (bits[0]! & 1n) === 0n }; // a half rounds to even
}

/** The next double above (1) or below (−1) a finite one. */
export function nextDouble(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  double[0] = value;
  bits[0]! += value > 0 === direction > 0 ? 1n : -1n;
  return double[0]!;
}

/**
 * The sign of (y₂ − y₁) − bound·(x₂ − x₁), without rounding.
 *
 * The terms are cut into doubles that sum to them exactly and are added to an expansion of doubles
 * that do not overlap, the last of which has the sign of the sum.
 *
 * @source [@shewchuk1997] grow-expansion
 */
export function heightSign(
  { high, low }: SlopeBound,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const errorX = differenceError(x2, x1, dx);
  const terms = [dy, differenceError(y2, y1, dy)];
  for (const part of [high, low]) {
    for (const run of [dx, errorX]) {
      const product = part * run;
      terms.push(-product, -productError(part, run, product));
    }
  }
  const expansion: number[] = [];
  for (const term of terms) grow(expansion, term);
  return Math.sign(expansion.findLast((part) => part !== 0) ?? 0);
}

function grow(expansion: number[], term: number): void {
  let carried = term;
  for (const [i, part] of expansion.entries()) {
    const sum = carried + part;
    const part2 = sum - carried;
    expansion[i] = carried - (sum - part2) + (part - part2);
    carried = sum;
  }
  expansion.push(carried);
}
