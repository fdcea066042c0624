import { InvalidInput } from "../numeric/invalid-input.js";
import { fixed } from "./decimal.js";
import { NBSP } from "./format.js";
import { readPrintedP } from "./printed-p.js";

/** How many digits a p-value gets; without anything, as the field prints it. */
export interface PStyle {
  /** Digits after the point, whatever the value. */
  readonly decimals?: number;
  /** A printed p (`0.014`, `<0.01`): one digit more than it has, to hold against it. */
  readonly against?: string;
}

/** The limit that no rounding may move a p-value onto or across. */
const USUAL_LIMIT = 0.05;

/** Decimals beyond which a p-value next to the limit is printed as it rounds. */
const MOST_DECIMALS = 8;

/** Digits that a sum of probabilities is trusted to: 0.12499999999999997 is an exact 0.125. */
const TRUSTED_DIGITS = 13;

/** Sums of probabilities miss 1 by about this much. */
const SLACK = 1e-9;

/**
 * A p-value in print: `p = 0.004`, `p < 0.001`, `p = 0.62`, `p > 0.99`, `p not estimable`.
 *
 * Three decimals below 0.1, two above. Never `p = 0.000`, never `1.00` for less than 1, and
 * never rounded onto 0.05: 0.0496 stays `p = 0.0496`.
 *
 * @throws InvalidInput on a value outside [0, 1]
 */
export function formatP(p: number, style: PStyle = {}): string {
  if (Number.isNaN(p)) return `p${NBSP}not${NBSP}estimable`;
  const text = formatPCell(p, style);
  return /^[<>]/.test(text) ? `p${NBSP}${text}` : `p${NBSP}=${NBSP}${text}`;
}

/**
 * A p-value for a table whose head says p: `0.004`, `< 0.001`; NaN is `–`.
 *
 * @throws InvalidInput on a value outside [0, 1]
 */
export function formatPCell(computed: number, style: PStyle = {}): string {
  if (Number.isNaN(computed)) return "\u2013";
  if (computed < -SLACK || computed > 1 + SLACK) {
    throw new InvalidInput("formatP", `needs a value from 0 to 1; got ${computed}`);
  }
  const p = Number(computed.toPrecision(TRUSTED_DIGITS));
  const decimals = decimalsOf(p, style);
  const smallest = 10 ** -decimals;
  if (p < smallest) return `<${NBSP}${fixed(smallest, decimals)}`;
  const text = fixed(Math.min(p, 1), decimals);
  if (Number(text) < 1 || p >= 1 - SLACK) return text;
  return `>${NBSP}${fixed(1 - 10 ** -decimals, decimals)}`;
}

/** A range of p-values: `p from 0.004 to 0.21`; one value where both ends print alike. */
export function formatPRange(low: number, high: number, style: PStyle = {}): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return formatP(Number.NaN);
  if (low > high) throw new InvalidInput("formatPRange", `needs low ≤ high; got ${low}, ${high}`);
  const [from, to] = [formatPCell(low, style), formatPCell(high, style)];
  return from === to ? formatP(low, style) : `p${NBSP}from${NBSP}${from} to${NBSP}${to}`;
}

function decimalsOf(p: number, { decimals, against }: PStyle): number {
  if (decimals !== undefined) return decimals;
  let count = p < 0.1 ? 3 : 2;
  if (against !== undefined) count = Math.max(count, readPrintedP(against).decimals + 1);
  if (Math.abs(p - USUAL_LIMIT) < SLACK) return count;
  while (count < MOST_DECIMALS && Number(fixed(p, count)) === USUAL_LIMIT) count += 1;
  return count;
}
