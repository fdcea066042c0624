import { InvalidInput, normalSurvival } from "../../numeric/index.js";

/** The two-sided p that a test of signs or signed ranks can give. */
export interface SignedRankBounds {
  readonly least: number;
  readonly most: number;
}

/**
 * Bounds of the two-sided p that Wilcoxon's signed-rank test and the sign test can give n
 * differences of which so many at most do not have the sign of their mean.
 *
 * The least stands where all n differences have one sign: 2/2ⁿ by counting, and 2Φ(−√n) by the
 * normal approximation when all are tied. The most stands where the others have the highest ranks;
 * it is bounded by Hoeffding's inequality, which holds for counted p and their approximations with
 * or without ties, and for differences of 0 whether they are ranked or not.
 *
 * @param n - differences
 * @param against - most of them that may have the other sign or be 0
 * @source [@wilcoxon1945]; [@hoeffding1963] theorem 2
 */
export function signedRankBounds(n: number, against: number): SignedRankBounds {
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new InvalidInput("signedRankBounds", `needs at least 1 difference; got ${n}`);
  }
  const least = Math.min(2 ** (1 - n), 2 * normalSurvival(Math.sqrt(n)));
  let most = 0;
  for (let zeros = 0; zeros <= against && most < 1; zeros++) {
    const others = against - zeros;
    const ranked = byHoeffding(sums(n, zeros), sums(n, n - others)); // Pratt's ranks
    const dropped = byHoeffding(sums(n - zeros, 0), sums(n - zeros, n - against));
    most = Math.max(most, ranked, dropped, signs(n - zeros, others));
  }
  return { least, most: Math.min(1, most) };
}

/** Sum, and sum of squares, of the ranks above some up to n. */
function sums(n: number, above: number): { sum: number; squares: number } {
  const upTo = (k: number) => ({
    sum: (k * (k + 1)) / 2,
    squares: (k * (k + 1) * (2 * k + 1)) / 6,
  });
  return {
    sum: upTo(n).sum - upTo(above).sum,
    squares: upTo(n).squares - upTo(above).squares,
  };
}

/** Two-sided p of a sum of ranks with the other sign. */
function byHoeffding(
  all: { readonly sum: number; readonly squares: number },
  others: { readonly sum: number },
): number {
  const distance = all.sum / 2 - others.sum;
  return distance <= 0 ? 1 : 2 * Math.exp((-2 * distance * distance) / all.squares);
}

/** Two-sided p of so many signs among n, by Hoeffding's inequality and the normal with ½. */
function signs(n: number, others: number): number {
  const distance = n / 2 - others;
  if (distance <= 0) return 1;
  const normal = 2 * normalSurvival(Math.max(0, 2 * distance - 1) / Math.sqrt(n));
  return Math.max(normal, 2 * Math.exp((-2 * distance * distance) / n));
}
