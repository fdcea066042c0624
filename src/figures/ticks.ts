import { InvalidInput } from "../numeric/invalid-input.js";
import { decimalsFor } from "./decimal.js";
import { formatNumber } from "./format.js";

/** Where an axis has ticks, and what they say. */
export interface Ticks {
  readonly values: readonly number[];
  readonly labels: readonly string[];
}

/** Steps of 1, 2, 5 and 10, and the bounds below which each is the nearest. */
const BOUNDS: readonly (readonly [number, number])[] = [
  [1.5, 1],
  [3.5, 2],
  [7.5, 5],
  [Number.POSITIVE_INFINITY, 10],
];

/** Round values, a step of 1, 2 or 5 × 10ⁿ apart, about `count` of them within low to high. */
export function linearTicks(low: number, high: number, count: number): Ticks {
  checkRange("linearTicks", low, high);
  const rough = (high - low) / count;
  const decade = 10 ** Math.floor(Math.log10(rough));
  // The round step nearest to the rough one; the bounds lie halfway between 1, 2, 5 and 10.
  const [, factor] = BOUNDS.find(([bound]) => rough / decade < bound)!;
  const step = decade * factor;
  const decimals = decimalsFor(step, 1);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const values = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toFixed(decimals)),
  );
  return { values, labels: values.map((value) => formatNumber(value, { decimals })) };
}

/** Powers of ten within low to high; with fewer than three of them also 2 and 5 × 10ⁿ. */
export function logTicks(low: number, high: number): Ticks {
  checkRange("logTicks", low, high);
  if (low <= 0) throw new InvalidInput("logTicks", `needs low > 0; got ${low}`);
  const factors = Math.log10(high / low) < 3 ? [1, 2, 5] : [1];
  const values: number[] = [];
  for (let n = Math.floor(Math.log10(low)); n <= Math.ceil(Math.log10(high)); n++) {
    for (const factor of factors) {
      const value = Number(`${factor}e${n}`);
      if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) values.push(value);
    }
  }
  return { values, labels: values.map((value) => formatNumber(value, { significant: 1 })) };
}

/** 0 to 100 % in quarters. */
export function shareTicks(): Ticks {
  const values = [0, 0.25, 0.5, 0.75, 1];
  const labels = values.map((value) => formatNumber(value, { percent: true, decimals: 0 }));
  return { values, labels };
}

function checkRange(where: string, low: number, high: number): void {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    throw new InvalidInput(where, `needs finite low < high; got ${low}, ${high}`);
  }
}
