import { InvalidInput } from "./invalid-input.js";

/**
 * Refuses what is not a probability.
 *
 * @throws InvalidInput unless 0 ≤ p ≤ 1
 */
export function checkProbability(where: string, p: number): void {
  if (!(p >= 0 && p <= 1)) {
    throw new InvalidInput(where, `needs a probability between 0 and 1; got ${p}`);
  }
}

/**
 * Refuses a parameter that must be a positive finite number.
 *
 * @throws InvalidInput unless 0 < value < Infinity
 */
export function checkPositive(where: string, name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
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
