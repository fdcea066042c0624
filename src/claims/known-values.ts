import { type OpenScale, parsePrinted, printedBounds } from "../analysis/index.js";
import type { Given, MeanClaim, TwoMeansClaim } from "./claim.js";

/** The ends between which the values of a claim lie; open where none is given. */
export interface KnownEnds {
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * The ends of the values behind a claim.
 *
 * A number is meant exactly. A text is an end as printed: of values that are not whole numbers it may
 * have been rounded, so the widest range that prints so is taken.
 */
export function endsOf({ integer, minimum, maximum }: MeanClaim | TwoMeansClaim): KnownEnds {
  const end = (given: Given, side: "lower" | "upper"): number => {
    if (typeof given === "number") return given;
    const printed = parsePrinted(given);
    return integer === true ? printed.value : printedBounds(printed)[side];
  };
  return {
    ...(minimum === undefined ? {} : { minimum: end(minimum, "lower") }),
    ...(maximum === undefined ? {} : { maximum: end(maximum, "upper") }),
  };
}

/** The scale of whole numbers between the ends of a claim; undefined when they leave none. */
export function integerScaleOf(claim: MeanClaim | TwoMeansClaim): OpenScale | undefined {
  const { minimum, maximum } = endsOf(claim);
  const scale = {
    ...(minimum === undefined ? {} : { least: Math.ceil(minimum) }),
    ...(maximum === undefined ? {} : { most: Math.floor(maximum) }),
  };
  return (scale.least ?? -Infinity) <= (scale.most ?? Infinity) ? scale : undefined;
}

/** `, all from 1 to 7`, `, all at least 1`; nothing without an end. */
export function endsInWords({ minimum, maximum }: KnownEnds): string {
  if (minimum !== undefined && maximum !== undefined) return `from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `of at least ${minimum}`;
  return maximum === undefined ? "" : `of at most ${maximum}`;
}
