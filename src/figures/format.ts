import type { Estimate, Interval } from "../analysis/estimate.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import { decimalsFor, fixed } from "./decimal.js";

/** How numbers are written; without anything, to two decimals. */
export interface NumberStyle {
  /** Digits after the point; 2. */
  readonly decimals?: number;
  /** Significant digits instead of decimals. */
  readonly significant?: number;
  /** Whether the number is a share, written in per cent. */
  readonly percent?: boolean;
  /** Unit, written after the estimate. */
  readonly unit?: string;
}

/** Keeps a number and its sign or unit on one line. */
export const NBSP = "\u00a0";
const THOUSANDS = "\u202f"; // narrow, and no line breaks there either
const MINUS = "\u2212";
const MISSING = "\u2013";

/** Whole numbers from here on have their thousands set apart. */
const GROUPED_FROM = 10_000;

/** The largest and smallest size written out; beyond it powers of ten say it better. */
const PLAIN_BELOW = 1e15;
const PLAIN_FROM = 1e-6;

/**
 * A number in print: `−1.25`, `12 345`, `67 %`, `∞`, `1.2 × 10⁻⁹`; NaN is `–`.
 *
 * Halves round away from zero, in the decimal as it is written. With decimals, a number too
 * small for them is `0.00`; with significant digits it never is.
 */
export function formatNumber(value: number, style: NumberStyle = {}): string {
  const number = bareNumber(value, style);
  if (Number.isNaN(value)) return number;
  if (style.percent === true) return `${number}${NBSP}%`;
  return style.unit === undefined ? number : `${number}${NBSP}${style.unit}`;
}

/** A share in per cent: `67 %`. */
export function formatPercent(share: number, decimals = 0): string {
  return formatNumber(share, { percent: true, decimals });
}

/**
 * A count with its share: `6 of 9 (67 %)`.
 *
 * 0 % and 100 % are kept for none and all: 999 of 1000 is `> 99 %` without decimals.
 *
 * @throws InvalidInput unless count and n are whole and 0 ≤ count ≤ n
 */
export function formatShare(count: number, n: number, decimals = 0): string {
  if (!Number.isInteger(count) || !Number.isInteger(n) || count < 0 || count > n) {
    throw new InvalidInput("formatShare", `needs whole 0 ≤ count ≤ n; got ${count} of ${n}`);
  }
  const of = `${formatCount(count)}${NBSP}of${NBSP}${formatCount(n)}`;
  if (n === 0) return `${of} (not estimable)`;
  const share = count / n;
  const step = 10 ** -decimals / 100;
  const text = formatPercent(share, decimals);
  if (count > 0 && text === formatPercent(0, decimals)) {
    return `${of} (<${NBSP}${formatPercent(step, decimals)})`;
  }
  if (count < n && text === formatPercent(1, decimals)) {
    return `${of} (>${NBSP}${formatPercent(1 - step, decimals)})`;
  }
  return `${of} (${text})`;
}

/** A whole number, thousands set apart from 10 000 on. */
export function formatCount(count: number): string {
  return formatNumber(count, { decimals: 0 });
}

/** The ends of an interval: `0.35 to 0.88`, `35 to 88 %`; `not estimable` when an end is NaN. */
export function formatInterval({ lower, upper }: Interval, style: NumberStyle = {}): string {
  if (Number.isNaN(lower) || Number.isNaN(upper)) return "not estimable";
  const percent = style.percent === true ? `${NBSP}%` : "";
  return `${bareNumber(lower, style)} to ${bareNumber(upper, style)}${percent}`;
}

/** Coverage of an interval by name: `95 % CI`. */
export function formatLevel(level: number): string {
  const percent = fixed(level, 2, 2).replace(/\.?0+$/, "");
  return `${percent}${NBSP}%${NBSP}CI`;
}

/**
 * An estimate with its interval: `0.67 (95 % CI 0.35 to 0.88)`.
 *
 * What could not be estimated says so, with the result's note where it has one:
 * `not estimable (zero variance)`.
 */
export function formatEstimate(
  { value, ci }: Estimate,
  style: NumberStyle = {},
  note?: string,
): string {
  if (Number.isNaN(value)) return notEstimable(note);
  return `${formatNumber(value, style)} (${formatLevel(ci.level)} ${formatInterval(ci, style)})`;
}

/** Says that there is no number, and why: `not estimable (few clusters)`. */
export function notEstimable(note?: string): string {
  return note === undefined ? "not estimable" : `not estimable (${note.replaceAll("-", " ")})`;
}

function bareNumber(value: number, { decimals, significant, percent }: NumberStyle): string {
  if (Number.isNaN(value)) return MISSING;
  if (!Number.isFinite(value)) return value > 0 ? "∞" : `${MINUS}∞`;
  const shift = percent === true ? 2 : 0;
  if (significant === undefined) return typeset(fixed(value, decimals ?? 2, shift));
  const size = Math.abs(value) * 10 ** shift;
  if (size !== 0 && (size < PLAIN_FROM || size >= PLAIN_BELOW)) {
    return powerOfTen(value, significant, shift);
  }
  return typeset(fixed(value, decimalsFor(value, significant, shift), shift));
}

function powerOfTen(value: number, significant: number, shift: number): string {
  let exponent = Number(value.toExponential().split("e")[1]);
  let mantissa = fixed(value, significant - 1, -exponent);
  if (Math.abs(Number(mantissa)) >= 10) {
    exponent += 1;
    mantissa = fixed(value, significant - 1, -exponent);
  }
  return `${typeset(mantissa)}${NBSP}×${NBSP}10${superscript(exponent + shift)}`;
}

function superscript(exponent: number): string {
  const signs: Readonly<Record<string, string>> = { "-": "⁻" };
  const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  return [...String(exponent)].map((char) => signs[char] ?? digits[Number(char)]).join("");
}

/** Replaces ASCII's hyphen by a minus sign and sets thousands apart. */
function typeset(ascii: string): string {
  const [whole = "", fraction] = ascii.replace("-", "").split(".");
  const grouped =
    Number(whole) >= GROUPED_FROM ? whole.replace(/\B(?=(?:\d{3})+$)/g, THOUSANDS) : whole;
  const sign = ascii.startsWith("-") ? MINUS : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}
