import { type FiniteSlopes, listedSlopes } from "./passing-bablok-direct.js";
import { nextDouble } from "./passing-bablok-exact.js";
import { selectedSlopes } from "./passing-bablok-selection.js";

/** The slopes of all pairs of points that Passing and Bablok rank. */
export interface RankedSlopes {
  readonly count: number; // N: neither identical points nor slopes of −1
  readonly offset: number; // K: slopes below −1
  readonly kendallTau: number; // tau-b, from the signs of the slopes; NaN where a column is constant
  /** Slopes by rank from 1 to N, ±Infinity for pairs of equal x. */
  ofRanks(ranks: readonly number[]): number[];
}

const LISTED_UP_TO = 150; // points; more of them are faster by selection

/**
 * Ranks the slopes between all pairs of points by Passing and Bablok's rules.
 *
 * Identical points have no slope; a slope of exactly −1 is dropped; points of equal x have a slope of
 * ±Infinity, + where the later of the two in the data is the higher. A slope is the double nearest
 * to the ratio of the differences of the doubles given: 0.3 − 0.2 and 0.2 − 0.1 are not equal then,
 * as in R.
 */
export function rankedSlopes(x: ArrayLike<number>, y: ArrayLike<number>): RankedSlopes {
  const n = x.length;
  const finite: FiniteSlopes = (n <= LISTED_UP_TO ? listedSlopes : selectedSlopes)(x, y);
  const { up, down, identical } = finite.steep;
  const [below, toMinusOne, negative, toZero] = finite.countsAtMost([
    nextDouble(-1, -1),
    -1,
    nextDouble(0, -1),
    0,
  ]) as [number, number, number, number];
  const dropped = toMinusOne - below;
  const count = finite.count - dropped + up + down;
  const offset = down + below;
  const finiteRank = (rank: number): number => rank - down + (rank > offset ? dropped : 0);
  return {
    count,
    offset,
    kendallTau: tauB(n, {
      balance: finite.count - toZero - negative,
      tiedX: up + down + identical,
      tiedY: toZero - negative + identical,
    }),
    ofRanks: (ranks) => {
      const isSloped = (rank: number): boolean => rank > down && rank <= count - up;
      const slopes = finite.ofRanks(ranks.filter(isSloped).map(finiteRank));
      return ranks.map((rank) => {
        if (isSloped(rank)) return slopes.shift()!;
        return rank <= down ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      });
    },
  };
}

interface PairCounts {
  readonly balance: number; // concordant less discordant pairs
  readonly tiedX: number;
  readonly tiedY: number;
}

function tauB(n: number, { balance, tiedX, tiedY }: PairCounts): number {
  const pairs = (n * (n - 1)) / 2;
  return balance / Math.sqrt((pairs - tiedX) * (pairs - tiedY));
}
