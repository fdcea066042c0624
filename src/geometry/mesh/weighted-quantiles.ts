/**
 * Quantiles of values that have weights: the least value such that the weights of it and all
 * below make up the share.
 *
 * @param values - (n)
 * @param weights - (n) of at least 0
 * @param shares - 0 to 1
 * @returns one a share; NaN when no weight is above 0
 */
export function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array,
  shares: readonly number[],
): number[] {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return shares.map((share) => {
    let sum = 0;
    for (const i of order) {
      sum += weights[i]!;
      if (sum > 0 && sum >= share * total) return values[i]!;
    }
    return Number.NaN;
  });
}
