import { InvalidInput, normalUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkFinite } from "../columns.js";

/** Error of one measurement and the change that exceeds it, in the unit of the measurements. */
export interface DetectableChange {
  readonly method: "detectable-change";
  readonly standardError: number; // of measurement
  readonly detectableChange: number; // between two measurements of one subject
  readonly level: number; // share of unchanged subjects that stay below it
}

/**
 * Standard error of measurement and minimal detectable change from a published reliability.
 *
 * SEM = s·√(1 − r); the change between two measurements has √2 times that error.
 *
 * @param sd - standard deviation of the measurements over subjects, at least 0
 * @param reliability - intraclass correlation of one measurement, between 0 and 1
 * @param options.level - share of unchanged subjects whose change stays below; 0.95
 * @throws InvalidInput on a negative SD, a reliability outside [0, 1], or a level outside (0, 1)
 * @source [@weir2005]
 */
export function detectableChange(
  sd: number,
  reliability: number,
  { level = 0.95 }: { level?: number } = {},
): DetectableChange {
  const where = "detectableChange";
  checkFinite(where, "standard deviation", sd);
  checkFinite(where, "reliability", reliability);
  checkLevel(where, level);
  if (sd < 0) {
    throw new InvalidInput(where, `needs a standard deviation of at least 0; got ${sd}`, "sd");
  }
  if (reliability < 0 || reliability > 1) {
    const rule = `needs a reliability from 0 to 1; got ${reliability}`;
    throw new InvalidInput(where, rule, "reliability");
  }
  const standardError = sd * Math.sqrt(1 - reliability);
  return {
    method: "detectable-change",
    standardError,
    detectableChange: normalUpperQuantile((1 - level) / 2) * Math.SQRT2 * standardError,
    level,
  };
}
