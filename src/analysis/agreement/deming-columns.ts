import { InvalidInput } from "../../numeric/index.js";
import { checkPairs } from "../columns.js";

/**
 * Refuses what no line between two methods can be fitted to.
 *
 * @throws InvalidInput on unequal lengths, n < 3, non-finite values, or a column of one value
 */
export function checkMethods(where: string, x: ArrayLike<number>, y: ArrayLike<number>): void {
  checkPairs(where, x, y, 3);
  checkSpread(where, "x", x);
  checkSpread(where, "y", y);
}

function checkSpread(where: string, name: string, values: ArrayLike<number>): void {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return;
  throw new InvalidInput(where, `needs ${name} that differ; all are ${values[0]}`, "zero_variance");
}
