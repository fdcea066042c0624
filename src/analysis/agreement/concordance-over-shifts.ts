import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkFinite, shown } from "../columns.js";
import { fisherInterval } from "../compare/correlations.js";
import type { Interval } from "../estimate.js";
import { concordanceError } from "./lin-concordance.js";

/** The intervals of a concordance coefficient that is printed without its parts. */
export interface ConcordanceOverShifts {
  readonly method: "concordance-over-shifts";
  readonly value: number;
  readonly n: number;
  readonly pearson: number; // the correlation supposed: that given, or the coefficient itself
  readonly biasCorrection: number; // value / pearson
  /** The widest interval that any shifts of location and scale allow; it holds all others. */
  readonly widest: Interval;
  /** The narrowest; without a given correlation it is the value itself. */
  readonly narrowest: Interval;
  readonly largestLocationShift: number; // in geometric means of the two SDs, the scales equal
  readonly largestScaleShift: number; // ratio of the SDs, the means equal
}

/**
 * The interval of Lin's concordance coefficient when means, SDs and perhaps the correlation behind it
 * are not printed.
 *
 * The standard error depends on the location shift u and the scale shift v; concordance =
 * r·2/(v + 1/v + u²) ties them. On Fisher's scale the error is never above 1/√(n − 2), its value
 * when neither mean nor scale is shifted and the concordance equals r. With r given, it rises with
 * the part of the shift that is in the means: from u = 0 to v = 1.
 *
 * @param value - the coefficient, above 0 and below 1
 * @param n - pairs, at least 3
 * @param options.pearson - Pearson's correlation where it is known, from the coefficient up to below 1
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput when a number is out of its range
 * @source [@lin1989], [@lin2000note]
 */
export function concordanceOverShifts(
  value: number,
  n: number,
  { pearson, level = 0.95 }: { pearson?: number; level?: number } = {},
): ConcordanceOverShifts {
  const where = "concordanceOverShifts";
  checkFinite(where, "concordance", value);
  if (!(value > 0 && value < 1)) {
    const rule = `needs a concordance above 0 and below 1; got ${value}`;
    throw new InvalidInput(where, rule, "concordance");
  }
  if (!Number.isSafeInteger(n) || n < 3) {
    throw new InvalidInput(where, `needs at least 3 pairs; got ${shown(n)}`, "too_few_pairs");
  }
  checkLevel(where, level);
  const r = pearson === undefined ? value : pearson;
  if (typeof r !== "number" || !(r >= value && r < 1)) {
    const rule = `needs a correlation from ${value} to below 1; got ${shown(r)}`;
    throw new InvalidInput(where, rule, "r");
  }
  const biasCorrection = value / r;
  const largestLocationShift = Math.sqrt(2 / biasCorrection - 2);
  const half = 1 / biasCorrection;
  const interval = (locationShift: number): Interval => {
    const error = concordanceError({ value, r, biasCorrection, locationShift, n });
    return fisherInterval(value, error / (1 - value * value), level);
  };
  return {
    method: "concordance-over-shifts",
    value,
    n,
    pearson: r,
    biasCorrection,
    widest: interval(largestLocationShift),
    narrowest: pearson === undefined ? { lower: value, upper: value, level } : interval(0),
    largestLocationShift,
    largestScaleShift: half + Math.sqrt(half * half - 1),
  };
}
