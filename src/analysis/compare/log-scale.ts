import type { Interval } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";

/** Standard error and interval of a ratio on the log scale; NaN for 0, Infinity and NaN. */
export function onLogScale<Name extends string>(
  value: number,
  se: number,
  level: number,
  name: Name,
): { seLog: number } & Record<Name, Interval> {
  const seLog = value > 0 && Number.isFinite(value) ? se : Number.NaN;
  const reach = Math.exp(criticalZ(level) * seLog);
  const interval = { lower: value / reach, upper: value * reach, level };
  return { seLog, [name]: interval } as { seLog: number } & Record<Name, Interval>;
}
