import { PointCloud } from "./passing-bablok-cloud.js";
import type { FiniteSlopes } from "./passing-bablok-direct.js";
import { nextDouble, upperBound } from "./passing-bablok-exact.js";
import { smallestOf } from "./passing-bablok-quickselect.js";

/** A slope and how many finite slopes do not exceed it. */
interface Counted {
  readonly slope: number;
  readonly count: number;
}

/** Counted, with the order in which a line as steep meets the points. */
interface Turned extends Counted {
  readonly order: Uint32Array;
}

const DRAWN_PER_POINT = 1; // slopes to draw when a bracket is narrowed
const LISTED_PER_POINT = 4; // so many slopes in a bracket are few enough to list
const FEWEST = 4096; // of either: below, passes over the points cost less than more of them
const GOLDEN = 0.6180339887498949; // its multiples spread evenly over [0, 1)

/**
 * The finite slopes of all pairs of points by rank, without listing them all: expected time
 * O(n log n) a rank, memory O(n).
 *
 * The pairs whose slopes lie between two numbers are those that change places between the orders in
 * which lines that steep, moved upwards, meet the points; merging counts them and can draw from them.
 * The bracket around a rank is narrowed by slopes drawn from within it, until few are left, which
 * are listed, or until it holds one double. Which pairs are drawn follows from their number, and
 * every count is exact, as long as no product of a slope and a difference is so small that it loses
 * digits (below 1e-280): the answers are those of sorting all slopes.
 *
 * @source [@dillencourt1992]
 */
export function selectedSlopes(x: ArrayLike<number>, y: ArrayLike<number>): FiniteSlopes {
  const cloud = new PointCloud(x, y);
  const { n, steep } = cloud;
  const count = (n * (n - 1)) / 2 - steep.up - steep.down - steep.identical;
  const bottom = { slope: Number.NEGATIVE_INFINITY, count: 0, order: cloud.leftToRight() };
  const top = { slope: Number.POSITIVE_INFINITY, count };

  const turn = (from: Turned, slope: number): Turned => {
    const { order, inversions } = cloud.turn(from.order, upperBound(slope));
    return { slope, count: from.count + inversions, order };
  };

  /** Slopes inside a bracket, by their ranks in the order in which sorting meets them. */
  const drawn = (from: Turned, to: Counted, ranks: Float64Array): Float64Array => {
    const { picked } =
      to === top
        ? cloud.turnUpright(from.order, ranks)
        : cloud.turn(from.order, upperBound(to.slope), ranks);
    return cloud.slopes(picked);
  };

  /** The slopes of ascending ranks that are all inside a bracket. */
  const select = (from: Turned, to: Counted, ranks: readonly number[]): number[] => {
    if (ranks.length === 0) return [];
    if (nextDouble(from.slope, 1) === to.slope) return ranks.map(() => to.slope);
    const inside = to.count - from.count;
    if (inside <= Math.max(FEWEST, LISTED_PER_POINT * n)) {
      const all = drawn(from, to, everyRank(inside));
      return smallestOf(
        all,
        ranks.map((rank) => rank - from.count - 1),
      );
    }
    const sample = drawn(from, to, spreadRanks(inside, n)).sort();
    const shares = ranks.map((rank) => (rank - from.count - 0.5) / inside);
    const selected: number[] = [];
    let below = from;
    const upTo = (above: Counted): void => {
      const within = ranks.filter((rank) => rank > below.count && rank <= above.count);
      selected.push(...select(below, above, within));
    };
    for (const cut of cutsAround(sample, shares, from.slope, to.slope)) {
      if (selected.length === ranks.length) break;
      const above = turn(below, cut);
      upTo(above);
      below = above;
    }
    upTo(to);
    return selected;
  };

  return {
    count,
    steep,
    countsAtMost: (slopes) => {
      let at: Turned = bottom;
      return slopes.map((slope) => {
        at = turn(at, slope);
        return at.count;
      });
    },
    ofRanks: (ranks) => {
      const ascending = [...new Set(ranks)].sort((a, b) => a - b);
      const slopes = select(bottom, top, ascending);
      return ranks.map((rank) => slopes[ascending.indexOf(rank)]!);
    },
  };
}

function everyRank(count: number): Float64Array {
  const ranks = new Float64Array(count);
  for (let i = 0; i < count; i++) ranks[i] = i;
  return ranks;
}

/** Ranks from 0 to count − 1, ascending, one at a changing place in each of equal parts. */
function spreadRanks(count: number, n: number): Float64Array {
  const size = Math.min(count, Math.max(FEWEST, Math.floor(DRAWN_PER_POINT * n)));
  const ranks = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    ranks[i] = Math.floor(((i + ((i * GOLDEN) % 1)) * count) / size);
  }
  return ranks;
}

/**
 * Slopes at which to cut a bracket so that short pieces hold the ranks that are at the given shares
 * of it: about two standard errors of the sample to either side. At least one cut.
 */
function cutsAround(
  sample: Float64Array,
  shares: readonly number[],
  from: number,
  to: number,
): number[] {
  const margin = Math.sqrt(sample.length);
  const cuts: number[] = [];
  let covered = Number.NEGATIVE_INFINITY; // the last place in the sample that is within a piece
  for (const share of shares) {
    const first = Math.max(0, Math.floor(share * sample.length - margin));
    const last = Math.min(sample.length - 1, Math.ceil(share * sample.length + margin));
    if (first <= covered) cuts.pop();
    else cuts.push(nextDouble(sample[first]!, -1));
    cuts.push(sample[last]!);
    covered = last;
  }
  const inside = [...new Set(cuts)].filter((cut) => cut > from && cut < to);
  if (inside.length > 0) return inside.sort((a, b) => a - b);
  const middle = sample[sample.length >> 1]!;
  return [middle < to ? middle : nextDouble(middle, -1)];
}
