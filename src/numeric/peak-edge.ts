const NEGLIGIBLE = 45; // a density e^−45 below its peak adds nothing to 16 digits

/**
 * Where a density with a single peak has become negligible beside it.
 *
 * @param log - logarithm of the density, falling away from the peak
 * @param peak - where it is largest
 * @param end - end of the support on the side that is asked for, ±Infinity allowed
 */
export function edgeOf(log: (x: number) => number, peak: number, end: number): number {
  const least = log(peak) - NEGLIGIBLE;
  const side = end < peak ? -1 : 1;
  let near = 0;
  let far = Number.isFinite(end) ? Math.abs(end - peak) : 1;
  if (!Number.isFinite(end)) while (log(peak + side * far) > least) far *= 2;
  while (near < 0.9 * far) {
    const middle = (near + far) / 2;
    if (log(peak + side * middle) > least) near = middle;
    else far = middle;
  }
  return peak + side * far;
}
