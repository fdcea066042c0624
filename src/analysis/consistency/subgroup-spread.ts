import type { Bounds } from "./printed.js";

/** Weights, and an interval of values for each. */
export interface WeightedInterval {
  readonly n: number;
  readonly values: Pick<Bounds, "lower" | "upper">;
}

/** The least and the most of something. */
export interface Span {
  readonly lower: number;
  readonly upper: number;
}

const MOST_CORNERS = 12; // groups: 4096 corners

/**
 * The sum of squares between groups, Σ nᵢ(mᵢ − m̄)², over all means inside their intervals.
 *
 * It equals the minimum over c of Σ nᵢ(mᵢ − c)², so its minimum is that of the distances of c from
 * the intervals: convex in c and quadratic between their ends. It is convex in the means, so its
 * maximum stands at a corner; with more than 12 groups the smallest over c of the farthest
 * distances is given, which is no smaller.
 */
export function betweenSpan(groups: readonly WeightedInterval[]): Span {
  return { lower: leastBetween(groups), upper: mostBetween(groups) };
}

function leastBetween(groups: readonly WeightedInterval[]): number {
  const away = (c: number): number =>
    groups.reduce((sum, { n, values: { lower, upper } }) => {
      const distance = Math.max(0, lower - c, c - upper);
      return sum + n * distance * distance;
    }, 0);
  return minimumBetweenEnds(groups, away, (c) =>
    groups.flatMap(({ n, values: { lower, upper } }) =>
      c < lower ? [{ n, value: lower }] : c > upper ? [{ n, value: upper }] : [],
    ),
  );
}

function mostBetween(groups: readonly WeightedInterval[]): number {
  if (groups.length <= MOST_CORNERS) {
    let most = 0;
    for (let corner = 0; corner < 2 ** groups.length; corner++) {
      const means = groups.map(({ values }, i) =>
        (corner >> i) % 2 === 1 ? values.upper : values.lower,
      );
      most = Math.max(most, between(groups, means));
    }
    return most;
  }
  const farthest = (c: number, { lower, upper }: WeightedInterval["values"]): number =>
    c < (lower + upper) / 2 ? upper : lower;
  const away = (c: number): number =>
    groups.reduce((sum, { n, values }) => sum + n * (farthest(c, values) - c) ** 2, 0);
  return minimumBetweenEnds(groups, away, (c) =>
    groups.map(({ n, values }) => ({ n, value: farthest(c, values) })),
  );
}

function between(groups: readonly WeightedInterval[], means: readonly number[]): number {
  const total = groups.reduce((sum, { n }) => sum + n, 0);
  const mean = groups.reduce((sum, { n }, i) => sum + n * means[i]!, 0) / total;
  return groups.reduce((sum, { n }, i) => sum + n * (means[i]! - mean) ** 2, 0);
}

/**
 * The minimum of a convex function that is a weighted sum of squared distances between the ends
 * and middles of the intervals.
 *
 * @param terms - the values that count at c, with their weights: the vertex of the parabola there is their mean
 */
function minimumBetweenEnds(
  groups: readonly WeightedInterval[],
  away: (c: number) => number,
  terms: (c: number) => readonly { readonly n: number; readonly value: number }[],
): number {
  const ends = groups
    .flatMap(({ values: { lower, upper } }) => [lower, (lower + upper) / 2, upper])
    .sort((a, b) => a - b);
  const candidates = ends.flatMap((end, i) => {
    const next = ends[i + 1] ?? end;
    const counted = terms((end + next) / 2);
    const weight = counted.reduce((sum, { n }) => sum + n, 0);
    const vertex = counted.reduce((sum, { n, value }) => sum + n * value, 0) / weight;
    return vertex > end && vertex < next ? [end, vertex] : [end];
  });
  return Math.min(...candidates.map(away));
}
