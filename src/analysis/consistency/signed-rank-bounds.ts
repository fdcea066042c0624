import { binomialCdf, InvalidInput, normalSurvival, signedRankCdf } from "../../numeric/index.js";

/** The two-sided p that a test of signs or signed ranks can give. */
export interface SignedRankBounds {
  readonly least: number;
  readonly most: number;
}

const MOST_COUNTED = 200; // differences; beyond, the normal approximation with ½ stands for the count

/**
 * Bounds of the two-sided p that Wilcoxon's signed-rank test and the sign test can give n
 * differences of which so many at most do not have the sign of their mean.
 *
 * The least stands where all n differences have one sign: 2/2ⁿ by counting, and 2Φ(−√n) by the
 * normal approximation when all are tied. The most stands where the others have the highest ranks.
 *
 * @param n - differences
 * @param against - most of them that may have the other sign or be 0
 */
export function signedRankBounds(n: number, against: number): SignedRankBounds {
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new InvalidInput("signedRankBounds", `needs at least 1 difference; got ${n}`);
  }
  const least = Math.min(2 ** (1 - n), 2 * normalSurvival(Math.sqrt(n)));
  let most = 0;
  for (let dropped = 0; dropped <= against; dropped++) {
    const size = n - dropped; // differences of 0 are left out
    most = size < 1 ? 1 : Math.max(most, largestP(size, against - dropped));
  }
  return { least, most };
}

function largestP(n: number, against: number): number {
  const whole = (n * (n + 1)) / 2;
  const sum = against * n - (against * (against - 1)) / 2; // of the highest ranks
  if (against * 2 >= n || sum * 2 >= whole) return 1;
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
  const normal = 2 * normalSurvival(Math.max(0, whole / 2 - sum - 0.5) / sd);
  const counted = n <= MOST_COUNTED ? 2 * signedRankCdf(sum, n) : normal;
  const signs = 2 * binomialCdf(against, n, 0.5);
  const normalSigns = 2 * normalSurvival(Math.max(0, n - 2 * against - 1) / Math.sqrt(n));
  return Math.min(1, Math.max(normal, counted, signs, normalSigns));
}
