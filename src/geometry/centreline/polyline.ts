/** Length along a line of points (n × 3) from the first to each, (n) mm. */
export function arcLengths(points: Float64Array): Float64Array {
  const lengths = new Float64Array(points.length / 3);
  for (let i = 1, at = 3; i < lengths.length; i++, at += 3) {
    lengths[i] =
      lengths[i - 1]! +
      Math.hypot(
        points[at]! - points[at - 3]!,
        points[at + 1]! - points[at - 2]!,
        points[at + 2]! - points[at - 1]!,
      );
  }
  return lengths;
}

/** The points of a line at equal distances of about a step along it, its ends included, (m × 3). */
export function resampled(points: Float64Array, stepMm: number): Float64Array {
  const lengths = arcLengths(points);
  const total = lengths.at(-1)!;
  const count = Math.max(2, Math.round(total / stepMm) + 1);
  const even = new Float64Array(3 * count);
  for (let i = 0, segment = 0; i < count; i++) {
    const at = (total * i) / (count - 1);
    while (segment + 2 < lengths.length && lengths[segment + 1]! < at) segment++;
    const span = lengths[segment + 1]! - lengths[segment]!;
    const share = span > 0 ? Math.min(1, (at - lengths[segment]!) / span) : 0;
    for (let axis = 0; axis < 3; axis++) {
      const [a, b] = [points[3 * segment + axis]!, points[3 * segment + 3 + axis]!];
      even[3 * i + axis] = a + share * (b - a);
    }
  }
  return even;
}
