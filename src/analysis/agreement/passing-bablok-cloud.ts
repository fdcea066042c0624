import type { SteepPairs } from "./passing-bablok-direct.js";
import {
  differenceError,
  heightSign,
  productError,
  type SlopeBound,
  slopeBetween,
} from "./passing-bablok-exact.js";
import { type Reordered, reorder, type SortKeys } from "./passing-bablok-order.js";

const HEIGHT_ERROR = 2 ** -96; // of a height as two doubles, over the largest term in it; 2⁻¹⁰² suffices

/**
 * Points by ascending x (then y, then place in the data), ready to be put in the order in which a
 * line of any slope, moved upwards, meets them. Steeper lines meet points in other orders: each pair
 * changes places at its own slope.
 */
export class PointCloud {
  readonly n: number;
  readonly steep: SteepPairs;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #near: Centred; // relative to a point in the middle: small numbers, exact in two doubles
  readonly #high: Float64Array;
  readonly #low: Float64Array;

  constructor(x: ArrayLike<number>, y: ArrayLike<number>) {
    this.n = x.length;
    const places = Uint32Array.from({ length: this.n }, (_, i) => i);
    const byX = { key: Float64Array.from(x), near: 0 };
    const { order } = reorder(places, { ...byX, isBefore: (j, i) => y[j]! < y[i]! });
    this.#x = Float64Array.from(order, (place) => x[place]!);
    this.#y = Float64Array.from(order, (place) => y[place]!);
    this.steep = steepPairs(this.#x, this.#y, order);
    this.#near = centred(this.#x, this.#y);
    this.#high = new Float64Array(this.n);
    this.#low = new Float64Array(this.n);
  }

  /** The order that a line of slope −∞ meets the points in: by x. */
  leftToRight(): Uint32Array {
    return Uint32Array.from({ length: this.n }, (_, i) => i);
  }

  /** From one order to that of a line as steep as `bound`; the pairs inverted are those in between. */
  turn(before: Uint32Array, bound: SlopeBound, ranks?: ArrayLike<number>): Reordered {
    return reorder(before, this.#heights(bound), ranks);
  }

  /** From one order to that of a line of slope +∞. */
  turnUpright(before: Uint32Array, ranks?: ArrayLike<number>): Reordered {
    const key = this.#x.map((value) => -value);
    return reorder(before, { key, near: 0, isBefore: () => false }, ranks);
  }

  /** Slopes of pairs of points, two indices a pair. */
  slopes(pairs: Uint32Array): Float64Array {
    const found = new Float64Array(pairs.length / 2);
    for (let p = 0; p < found.length; p++) {
      const [i, j] = [pairs[2 * p]!, pairs[2 * p + 1]!];
      found[p] = slopeBetween(this.#x[i]!, this.#y[i]!, this.#x[j]!, this.#y[j]!);
    }
    return found;
  }

  /**
   * Heights y − bound·x, to two doubles. Where two of them are too near to tell, exact arithmetic
   * does; a point on the line through another comes first when it is further right and the bound
   * itself counts as passed.
   */
  #heights(bound: SlopeBound): SortKeys {
    const { n } = this;
    const [high, low] = [this.#high, this.#low];
    const { x, xError, y, yError, largestX, largestY } = this.#near;
    let largest = 0;
    for (let i = 0; i < n; i++) {
      const product = bound.high * x[i]!;
      const height = y[i]! - product;
      const rest =
        differenceError(y[i]!, product, height) +
        (yError[i]! -
          productError(bound.high, x[i]!, product) -
          bound.high * xError[i]! -
          bound.low * x[i]!);
      high[i] = height + rest;
      low[i] = rest - (high[i]! - height);
      largest = Math.max(largest, Math.abs(height));
    }
    const error = HEIGHT_ERROR * (largestY + Math.abs(bound.high) * largestX);
    return {
      key: high,
      near: 4 * Number.EPSILON * largest + error,
      isBefore: (second, first) => {
        const gap = high[second]! - high[first]! + (low[second]! - low[first]!);
        return gap < -error || (gap <= error && this.#isBefore(bound, second, first));
      },
    };
  }

  #isBefore(bound: SlopeBound, second: number, first: number): boolean {
    const [x, y] = [this.#x, this.#y];
    if (x[first] === x[second]) {
      return y[first] === y[second] ? second < first : y[second]! < y[first]!;
    }
    if (y[first] === y[second]) {
      // The commonest tie, at slope 0.
      const rise = (bound.high || bound.low) * (x[second]! - x[first]!);
      return rise > 0 || (rise === 0 && x[second]! > x[first]! === bound.isWithin);
    }
    const sign = heightSign(bound, x[first]!, y[first]!, x[second]!, y[second]!);
    return sign < 0 || (sign === 0 && x[second]! > x[first]! === bound.isWithin);
  }
}

interface Centred {
  readonly x: Float64Array;
  readonly xError: Float64Array; // what rounding x took away
  readonly y: Float64Array;
  readonly yError: Float64Array;
  readonly largestX: number;
  readonly largestY: number;
}

function centred(x: Float64Array, y: Float64Array): Centred {
  const [originX, originY] = [x[x.length >> 1]!, y[x.length >> 1]!];
  const lessX = x.map((value) => value - originX);
  const lessY = y.map((value) => value - originY);
  const largest = (values: Float64Array): number =>
    values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    x: lessX,
    xError: x.map((value, i) => differenceError(value, originX, lessX[i]!)),
    y: lessY,
    yError: y.map((value, i) => differenceError(value, originY, lessY[i]!)),
    largestX: largest(lessX),
    largestY: largest(lessY),
  };
}

/** Counts pairs of equal x. `places` says where in the data each point stood. */
function steepPairs(x: Float64Array, y: Float64Array, places: Uint32Array): SteepPairs {
  let [equalX, identical, runX, runXY] = [0, 0, 0, 0];
  for (let i = 1; i < x.length; i++) {
    const [sameX, sameY] = [x[i] === x[i - 1], y[i] === y[i - 1]];
    runX = sameX ? runX + 1 : 0;
    runXY = sameX && sameY ? runXY + 1 : 0;
    equalX += runX;
    identical += runXY;
  }
  if (equalX === 0) return { up: 0, down: 0, identical: 0 };
  const points = Uint32Array.from({ length: x.length }, (_, i) => i);
  const isBefore = (j: number, i: number): boolean => places[j]! < places[i]!;
  const down = reorder(points, { key: x, near: 0, isBefore }).inversions;
  return { up: equalX - identical - down, down, identical };
}
