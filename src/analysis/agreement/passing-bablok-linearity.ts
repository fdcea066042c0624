import { kolmogorovSurvival } from "../../numeric/index.js";
import { reorder } from "./passing-bablok-order.js";

/** Passing and Bablok's cusum test that the relation of two methods is a straight line. */
export interface LinearityTest {
  readonly above: number; // points above the line
  readonly below: number;
  readonly maxCusum: number; // largest absolute cumulative score along the line
  readonly h: number; // maxCusum/√(below + 1)
  readonly p: number; // by Kolmogorov's limiting distribution; small: not linear
}

/**
 * Walks along the line, scoring √(below/above) for a point above it and −√(above/below) for one below:
 * long runs on one side say that the line should bend. Points count as on the line where doubles say
 * so; points with one foot on the line keep the order of the data.
 *
 * @source [@passing1983]
 */
export function linearityTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { slope, intercept }: { readonly slope: number; readonly intercept: number },
): LinearityTest {
  const n = x.length;
  const side = new Int8Array(n);
  const along = new Float64Array(n); // where the foot of the perpendicular is on the line
  let [above, below] = [0, 0];
  for (let i = 0; i < n; i++) {
    side[i] = Math.sign(y[i]! - intercept - slope * x[i]!);
    if (side[i] === 1) above++;
    if (side[i] === -1) below++;
    along[i] = (y[i]! - intercept) * slope + x[i]!;
  }
  const places = Uint32Array.from({ length: n }, (_, i) => i);
  const { order } = reorder(places, { key: along, near: 0, isBefore: () => false });
  const scores = [-Math.sqrt(above / below), 0, Math.sqrt(below / above)] as const;
  let cusum = 0;
  let maxCusum = 0;
  for (const place of order) {
    cusum += scores[(side[place]! + 1) as 0 | 1 | 2];
    maxCusum = Math.max(maxCusum, Math.abs(cusum));
  }
  const h = maxCusum / Math.sqrt(below + 1);
  return { above, below, maxCusum, h, p: kolmogorovSurvival(h) };
}
