import { InvalidInput } from "../numeric/invalid-input.js";

/**
 * Refuses measures that no body has.
 *
 * @throws InvalidInput unless each is finite and above 0
 */
export function checkPositive(where: string, measures: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(measures)) {
    if (!(value > 0 && Number.isFinite(value))) {
      throw new InvalidInput(where, `needs ${name} to be finite and above 0; got ${value}`);
    }
  }
}
