import { InvalidInput } from "./invalid-input.js";

/**
 * Refuses what is not a probability.
 *
 * @throws InvalidInput unless 0 ≤ p ≤ 1
 */
export function checkProbability(where: string, p: number): void {
  if (typeof p !== "number" || !(p >= 0 && p <= 1)) {
    throw new InvalidInput(where, `needs a probability between 0 and 1; got ${p}`);
  }
}

/**
 * Refuses a parameter that must be a positive finite number.
 *
 * @throws InvalidInput unless 0 < value < Infinity
 */
export function checkPositive(where: string, name: string, value: number): void {
  if (typeof value !== "number" || !(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new InvalidInput(where, `needs ${name} above 0 and finite; got ${value}`);
  }
}

/**
 * Refuses a parameter that must be a count.
 *
 * @throws InvalidInput unless value is an integer of at least 0
 */
export function checkCount(where: string, name: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0)) {
    throw new InvalidInput(where, `needs ${name} to be an integer of at least 0; got ${value}`);
  }
}

/**
 * Refuses a parameter that must be finite and not negative.
 *
 * @throws InvalidInput unless 0 ≤ value < Infinity
 */
export function checkNonNegative(where: string, name: string, value: number): void {
  if (typeof value !== "number" || !(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new InvalidInput(where, `needs ${name} of at least 0 and finite; got ${value}`);
  }
}

/**
 * Refuses what is no array or typed array.
 *
 * @param name - what it holds, such as `values`
 * @throws InvalidInput (`not_a_column`)
 */
export function checkArray(where: string, name: string, values: unknown): void {
  if (!Array.isArray(values) && !(ArrayBuffer.isView(values) && "length" in values)) {
    const got = typeof values === "string" ? JSON.stringify(values) : String(values);
    throw new InvalidInput(where, `needs an array of ${name}; got ${got}`, "not_a_column");
  }
}

/**
 * Refuses an array that holds anything but finite numbers.
 *
 * @param name - what it holds, such as `values`
 * @throws InvalidInput (`not_a_column`, `not_finite`)
 */
export function checkNumbers(where: string, name: string, values: ArrayLike<number>): void {
  checkArray(where, name, values);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new InvalidInput(
        where,
        `needs finite ${name}; value ${i} is ${values[i]}`,
        "not_finite",
      );
    }
  }
}
