import { InvalidInput, inTheNameOf } from "../../numeric/index.js";
import { checkPositiveInteger } from "./grim.js";
import { percentCountEnds } from "./percent-counts.js";

/** A part as printed: its count, or the percentage of the whole that it is. */
export type PrintedPart = { readonly count: number } | { readonly percent: string };

/** The counts that a printed part may have. */
export interface PartCounts {
  readonly least: number;
  readonly most: number; // below `least` when a percentage is no count of the whole
}

/** Parts against the whole that they make up. */
export interface PartsOfWhole {
  readonly method: "parts-of-whole";
  readonly whole: number;
  readonly parts: readonly PartCounts[];
  readonly least: number; // that the parts can add up to; every number up to `most` is possible too
  readonly most: number;
  readonly consistent: boolean;
  /** Which of the parts is impossible by itself, or whether all add up to too few or too many. */
  readonly reason: "none" | "impossible-part" | "too-few" | "too-many";
}

/**
 * Whether some counts that print as these parts add up to the whole: the arms of a trial to those
 * enrolled, right, undersized and oversized to all.
 *
 * @param parts - that have no member in common; at least one
 * @param whole - how many members all parts have together
 * @param options.others - how many members may be in no part; 0
 * @throws InvalidInput without a part, on a count that is no integer of at least 0, a percentage
 *   that cannot be read, a whole that is no positive integer, or others below 0
 * @source [@brown2017] the counts behind a percentage
 */
export function partsOfWhole(
  parts: readonly PrintedPart[],
  whole: number,
  { others = 0 }: { others?: number } = {},
): PartsOfWhole {
  const where = "partsOfWhole";
  if (!Array.isArray(parts) || parts.length === 0) {
    throw new InvalidInput(where, "needs at least one part; got none");
  }
  checkPositiveInteger(where, "whole", whole);
  if (!Number.isSafeInteger(others) || others < 0) {
    throw new InvalidInput(where, `needs others to be an integer of at least 0; got ${others}`);
  }
  const counts = parts.map((part) => countsOf(where, part, whole));
  const least = counts.reduce((sum, one) => sum + one.least, 0);
  const most = counts.reduce((sum, one) => sum + one.most, 0);
  const reason = counts.some((one) => one.most < one.least)
    ? "impossible-part"
    : most + others < whole
      ? "too-few"
      : least > whole
        ? "too-many"
        : "none";
  const consistent = reason === "none";
  return { method: "parts-of-whole", whole, parts: counts, least, most, consistent, reason };
}

/**
 * The wholes of up to `largest` members of which some counts print as these percentages and add up
 * to all.
 *
 * @param percents - of the parts, as printed; at least one
 * @param largest - whole to try
 * @throws InvalidInput as `partsOfWhole`
 * @source [@brown2017]
 */
export function wholesOfPercents(percents: readonly string[], largest: number): number[] {
  const where = "wholesOfPercents";
  checkPositiveInteger(where, "largest", largest);
  if (!Array.isArray(percents) || percents.length === 0) {
    throw new InvalidInput(where, "needs at least one percentage; got none");
  }
  const parts = percents.map((percent) => ({ percent }));
  return inTheNameOf(where, () =>
    Array.from({ length: largest }, (_, i) => i + 1).filter(
      (whole) => partsOfWhole(parts, whole).consistent,
    ),
  );
}

function countsOf(where: string, part: PrintedPart, whole: number): PartCounts {
  if ("percent" in part) return inTheNameOf(where, () => percentCountEnds(part.percent, whole));
  const { count } = part;
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new InvalidInput(where, `needs counts that are integers of at least 0; got ${count}`);
  }
  return { least: count, most: count };
}
