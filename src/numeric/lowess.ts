import { InvalidInput } from "./invalid-input.js";

/** Distances below this share of the window's reach count as 0, above 1 less it as outside; Cleveland's. */
const EDGE = 0.001;
/** Spread of the weighted abscissae, relative to the range, below which the fit is a mean. */
const LEAST_SPREAD = 0.001;

/**
 * Cleveland's locally weighted straight lines with tricube weights, without robustness steps: what R's
 * `lowess(x, y, iter = 0)` gives.
 *
 * Where abscissae are dense, lines are fitted at steps of `delta` and joined.
 *
 * @param x - (n) ascending
 * @param y - (n)
 * @param options.span - share of the points in each window; 2/3
 * @param options.delta - in units of x; a hundredth of the range
 * @returns (n) smoothed values
 * @throws InvalidInput when there are fewer than 2 points, x is not ascending or the span not in (0, 1]
 * @source [@cleveland1979]
 */
export function lowess(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { span = 2 / 3, delta }: { span?: number; delta?: number } = {},
): Float64Array {
  const n = x.length;
  check(x, y, span);
  const reach = Math.max(2, Math.min(n, Math.floor(span * n + 1e-7)));
  const range = x[n - 1]! - x[0]!;
  const step = delta ?? 0.01 * range;
  const smoothed = new Float64Array(n);
  let left = 0;
  let last = -1; // the last point with a value
  for (let i = 0; last < n - 1; ) {
    while (left + reach < n && x[left + reach]! - x[i]! < x[i]! - x[left]!) left++;
    const value = localLine(x, y, x[i]!, left, left + reach - 1, range);
    smoothed[i] = Number.isNaN(value) ? y[i]! : value;
    interpolate(x, smoothed, last, i);
    last = i;
    const cut = x[last]! + step;
    i = last + 1;
    for (; i < n && x[i]! <= cut; i++) {
      if (x[i] !== x[last]) continue;
      smoothed[i] = smoothed[last]!;
      last = i;
    }
    i = Math.max(last + 1, i - 1);
  }
  return smoothed;
}

/** The weighted line of a window at a point; NaN when no weight is left. */
function localLine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  at: number,
  left: number,
  right: number,
  range: number,
): number {
  const radius = Math.max(at - x[left]!, x[right]! - at);
  const weights: number[] = [];
  let [total, centre] = [0, 0];
  for (let j = left; j < x.length; j++) {
    const distance = Math.abs(x[j]! - at);
    if (j > right && x[j]! > at && distance > (1 - EDGE) * radius) break; // ties stay in
    const weight =
      distance > (1 - EDGE) * radius
        ? 0
        : distance <= EDGE * radius
          ? 1
          : tricube(distance / radius);
    weights.push(weight);
    total += weight;
    centre += weight * x[j]!;
  }
  if (total === 0) return Number.NaN;
  centre /= total;
  const spread = weights.reduce((sum, w, k) => sum + (w / total) * (x[left + k]! - centre) ** 2, 0);
  const tilt = Math.sqrt(spread) > LEAST_SPREAD * range ? (at - centre) / spread : 0;
  return weights.reduce(
    (sum, w, k) => sum + (w / total) * (1 + tilt * (x[left + k]! - centre)) * y[left + k]!,
    0,
  );
}

function tricube(share: number): number {
  return (1 - share ** 3) ** 3;
}

function interpolate(x: ArrayLike<number>, smoothed: Float64Array, from: number, to: number): void {
  for (let j = from + 1; from >= 0 && j < to; j++) {
    const share = (x[j]! - x[from]!) / (x[to]! - x[from]!);
    smoothed[j] = share * smoothed[to]! + (1 - share) * smoothed[from]!;
  }
}

function check(x: ArrayLike<number>, y: ArrayLike<number>, span: number): void {
  if (x.length < 2 || x.length !== y.length) {
    throw new InvalidInput("lowess", `needs 2 points; got ${x.length} and ${y.length} values`);
  }
  for (let i = 1; i < x.length; i++) {
    if (x[i]! >= x[i - 1]!) continue;
    throw new InvalidInput("lowess", `needs ascending x; value ${i} is ${x[i]}`);
  }
  if (!(span > 0 && span <= 1)) {
    throw new InvalidInput("lowess", `needs a span above 0 up to 1; got ${span}`);
  }
}
