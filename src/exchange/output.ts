import type { Interval } from "../analysis/index.js";

/** An interval as the exchange format has it. */
export function limits({ lower, upper }: Interval): [number, number] {
  return [lower, upper];
}

/**
 * An answer as JSON can carry it: NaN becomes null, ±Infinity the words, typed arrays become
 * arrays, fields without a value are left out.
 */
export function toJson(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : wordFor(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, toJson);
  if (Array.isArray(value)) return value.map(toJson);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.map(([key, field]) => [key, toJson(field)]));
}

function wordFor(value: number): string | null {
  return Number.isNaN(value) ? null : String(value);
}
