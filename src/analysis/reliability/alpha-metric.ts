import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import type { Category } from "./categories.js";

/**
 * Squared distance of two categories in Krippendorff's alpha: "nominal" 1; "ordinal" of their
 * mid-ranks among all ratings; "interval" of their values; "ratio" ((c − k)/(c + k))².
 */
export type AlphaMetric = "nominal" | "ordinal" | "interval" | "ratio";

/**
 * The distances between all levels by a metric, as a function of how often each occurs.
 *
 * @returns from the (q) counts to the (q × q) squared distances
 * @throws InvalidInput on an unknown metric, or levels that are no numbers (for "ratio": negative)
 *   where the metric needs them
 */
export function distances(
  where: string,
  metric: AlphaMetric,
  levels: ArrayLike<Category>,
): (counts: Float64Array) => Float64Array[] {
  switch (metric) {
    case "nominal": {
      const fixed = table(
        Array.from(levels, (_, i) => i),
        (a, b) => (a === b ? 0 : 1),
      );
      return () => fixed;
    }
    case "ordinal":
      return (counts) => table(midRankScores(counts), (a, b) => (a - b) ** 2);
    case "interval": {
      const fixed = table(numbers(where, metric, levels), (a, b) => (a - b) ** 2);
      return () => fixed;
    }
    case "ratio": {
      const values = numbers(where, metric, levels);
      const least = Math.min(...values);
      if (least < 0) {
        const rule = `needs levels of at least 0 for the metric "ratio"; got ${least}`;
        throw new InvalidInput(where, rule, "levels");
      }
      const fixed = table(values, (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2));
      return () => fixed;
    }
    default: {
      const rule = `needs a metric nominal, ordinal, interval or ratio; got ${shown(metric)}`;
      throw new InvalidInput(where, rule, "metric");
    }
  }
}

/** The mid-rank of each category when all ratings are put in order; their differences are what counts. */
export function midRankScores(counts: Float64Array): Float64Array {
  let below = 0;
  return counts.map((count) => {
    const rank = below + count / 2;
    below += count;
    return rank;
  });
}

function numbers(where: string, metric: string, levels: ArrayLike<Category>): number[] {
  return Array.from(levels, (level) => {
    if (typeof level === "number") return level;
    const rule = `needs levels that are numbers for the metric "${metric}"; got ${shown(level)}`;
    throw new InvalidInput(where, rule, "levels");
  });
}

function table(
  values: ArrayLike<number>,
  distance: (a: number, b: number) => number,
): Float64Array[] {
  return Array.from(values, (a) => Float64Array.from(values, (b) => distance(a, b)));
}
