/**
 * The values that would stand at the given places if all were sorted, in expected time O(n) a place.
 *
 * @param values - (n) finite; their order is changed
 * @param places - ascending, from 0
 * @source [@hoare1961]
 */
export function smallestOf(values: Float64Array, places: readonly number[]): number[] {
  let from = 0;
  return places.map((place) => {
    let to = values.length - 1;
    let low = from;
    while (low < to) {
      const pivot = values[(low + to) >> 1]!;
      let [i, j] = [low, to];
      while (i <= j) {
        while (values[i]! < pivot) i++;
        while (values[j]! > pivot) j--;
        if (i > j) break;
        const kept = values[i]!;
        values[i++] = values[j]!;
        values[j--] = kept;
      }
      if (place <= j) to = j;
      else if (place >= i) low = i;
      else break;
    }
    from = place;
    return values[place]!;
  });
}

/** The middle value, or the mean of the two in the middle; the order of the values is changed. */
export function medianOf(values: Float64Array): number {
  const n = values.length;
  const [low, high] = smallestOf(values, [(n - 1) >> 1, n >> 1]);
  return (low! + high!) / 2;
}
