import { type Bounds, closed, overlap } from "./printed.js";

/** The p that one test can give for some values inside the rounding of printed ones. */
export interface PSpan {
  readonly lower: number; // no values inside the rounding give a smaller p
  readonly upper: number; // nor a larger one
  readonly asPrinted: number; // p of the printed values themselves; NaN where it is not defined
  readonly prints: boolean; // the p of the printed values themselves meets the printed p
  readonly agrees: boolean; // the range meets the printed p; true, as `prints`, when none was printed
}

/** Rounding of our own arithmetic, given away on both sides of a range. */
const COMPUTED_TO = 1e-9;

/** A range of computed p, held against the printed one. */
export function pSpan(
  range: { readonly lower: number; readonly upper: number; readonly asPrinted: number },
  printed: Bounds | undefined,
): PSpan {
  const whole = around(range.lower, range.upper);
  const point = around(range.asPrinted, range.asPrinted);
  return {
    lower: whole.lower,
    upper: whole.upper,
    asPrinted: range.asPrinted,
    prints: printed === undefined || (!Number.isNaN(range.asPrinted) && overlap(printed, point)),
    agrees: printed === undefined || overlap(printed, whole),
  };
}

function around(lower: number, upper: number): Bounds {
  return closed(lower * (1 - COMPUTED_TO), Math.min(1, upper * (1 + COMPUTED_TO)));
}
