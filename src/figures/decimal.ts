import { InvalidInput } from "../numeric/invalid-input.js";

/** A finite number's shortest decimal: ±0.d₁d₂d₃… × 10^point. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
}

/** Most decimals or significant digits that a double is worth. */
const MOST_DIGITS = 17;

/**
 * A finite number with a fixed number of decimals, in ASCII: `-12.50`.
 *
 * Rounds the number as it is written, halves away from zero: 1.005 gives 1.01 although the
 * stored double lies below it. A result of zero has no sign.
 *
 * @param decimals - 0 to 17
 * @param shift - the number is first multiplied by 10^shift, exactly; 2 for per cent
 * @throws InvalidInput on a number that is not finite or decimals outside 0 to 17
 */
export function fixed(value: number, decimals: number, shift = 0): string {
  checkFinite("fixed", value);
  checkDigits("fixed", "decimals", decimals, 0);
  const { negative, digits, point } = decimalOf(value);
  const whole = roundAt(digits, point + shift + decimals);
  const padded = whole.padStart(decimals + 1, "0");
  const split = padded.length - decimals;
  const text = decimals === 0 ? padded : `${padded.slice(0, split)}.${padded.slice(split)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/**
 * Decimals that show a finite number to a number of significant digits, after rounding:
 * 0.0996 to two digits is 0.10, with two decimals. Never below 0.
 *
 * @throws InvalidInput on a number that is not finite or digits outside 1 to 17
 */
export function decimalsFor(value: number, significant: number, shift = 0): number {
  checkFinite("decimalsFor", value);
  checkDigits("decimalsFor", "significant digits", significant, 1);
  if (value === 0) return 0;
  const { digits, point } = decimalOf(value);
  const carried = roundAt(digits, significant).length > significant ? 1 : 0;
  return Math.min(MOST_DIGITS, Math.max(0, significant - (point + shift + carried)));
}

function decimalOf(value: number): Decimal {
  const [mantissa, exponent] = Math.abs(value).toExponential().split("e");
  return {
    negative: value < 0,
    digits: mantissa!.replace(".", ""),
    point: Number(exponent) + 1,
  };
}

/** The first `keep` digits of 0.d₁d₂… as a whole number, rounded half up by the next. */
function roundAt(digits: string, keep: number): string {
  if (keep < 0) return "0";
  const head = BigInt(digits.slice(0, keep).padEnd(keep, "0") || "0");
  const up = (digits[keep] ?? "0") >= "5" ? 1n : 0n;
  return String(head + up);
}

function checkFinite(where: string, value: number): void {
  if (!Number.isFinite(value)) throw new InvalidInput(where, `needs a finite number; got ${value}`);
}

function checkDigits(where: string, what: string, count: number, least: number): void {
  if (!Number.isInteger(count) || count < least || count > MOST_DIGITS) {
    throw new InvalidInput(where, `${what} must be ${least} to ${MOST_DIGITS}; got ${count}`);
  }
}
