import { checkCount, checkProbability } from "./checks.js";
import { remembering } from "./remembering.js";
import {
  lowerTailOf,
  quantileOf,
  type SymmetricNull,
  symmetricNull,
  upperTailOf,
} from "./symmetric-null.js";

/**
 * P(U ≤ u) for Mann and Whitney's U, the number of pairs in which the value of the first group is
 * the larger one, when both groups come from one continuous distribution. Exact in the far tail.
 * The work grows with (n1·n2)²: 0.1 s for two groups of 100.
 *
 * @param n1 - size of the first group
 * @param n2 - size of the second group
 * @throws InvalidInput when a size is not a count
 * @source [@mann1947]
 */
export function rankSumCdf(u: number, n1: number, n2: number): number {
  check("rankSumCdf", n1, n2);
  return lowerTailOf(distribution(n1, n2), u);
}

/** P(U > u), exact in the far tail. */
export function rankSumSurvival(u: number, n1: number, n2: number): number {
  check("rankSumSurvival", n1, n2);
  return upperTailOf(distribution(n1, n2), u);
}

/**
 * The smallest u with P(U ≤ u) ≥ p.
 *
 * @throws InvalidInput when p is not a probability or a size is not a count
 */
export function rankSumQuantile(p: number, n1: number, n2: number): number {
  checkProbability("rankSumQuantile", p);
  check("rankSumQuantile", n1, n2);
  return quantileOf(distribution(n1, n2), p);
}

function check(where: string, n1: number, n2: number): void {
  checkCount(where, "n1", n1);
  checkCount(where, "n2", n2);
}

const distributionOf = remembering(
  (few: number, many: number): SymmetricNull => symmetricNull(masses(few, many), few * many),
);

/** U and n1·n2 − U have one distribution, so which group is the first does not matter. */
function distribution(n1: number, n2: number): SymmetricNull {
  return distributionOf(Math.min(n1, n2), Math.max(n1, n2));
}

/**
 * P(U = u) for u up to the middle. The largest of i + j values is one of the i with chance
 * i/(i + j) and then wins j pairs; either way one value fewer is left.
 */
function masses(few: number, many: number): Float64Array {
  const middle = Math.floor((few * many) / 2);
  const rows = Array.from({ length: few + 1 }, () => new Float64Array(middle + 1));
  for (const row of rows) row[0] = 1; // nobody to win against yet
  for (let j = 1; j <= many; j++) {
    for (let i = 1; i <= few; i++) {
      const [row, shorter] = [rows[i]!, rows[i - 1]!];
      const [wins, loses] = [i / (i + j), j / (i + j)];
      // Downwards is not needed: each value of the row is read before it is written.
      for (let u = Math.min(middle, i * j); u >= 0; u--) {
        row[u] = loses * row[u]! + (u >= j ? wins * shorter[u - j]! : 0);
      }
    }
  }
  return rows[few]!;
}
