import { binomialCdf } from "../../numeric/index.js";
import { checkPairs } from "../columns.js";

/** The sign test of paired measurements. */
export interface SignTest {
  readonly method: "sign-test";
  readonly plus: number; // pairs in which the first value is the larger
  readonly minus: number;
  readonly zeros: number; // left out
  readonly p: number; // two-sided, exact; 1 when no pair differs
}

/**
 * The sign test: whether one measurement is as often the larger as the other, exactly.
 *
 * @param first - (n) one value per subject
 * @param second - (n) the same subjects, same order, same unit
 * @throws InvalidInput on unequal lengths, no pair or values that are not finite
 * @source [@dixon1946]
 */
export function signTest(first: ArrayLike<number>, second: ArrayLike<number>): SignTest {
  checkPairs("signTest", first, second, 1);
  let [plus, minus] = [0, 0];
  for (let i = 0; i < first.length; i++) {
    if (first[i]! > second[i]!) plus++;
    if (first[i]! < second[i]!) minus++;
  }
  const tail = binomialCdf(Math.min(plus, minus), plus + minus, 0.5);
  return {
    method: "sign-test",
    plus,
    minus,
    zeros: first.length - plus - minus,
    p: Math.min(1, 2 * tail),
  };
}
