/** Weighted means, from an origin among the data, and sums of squares and products about them. */
export interface Moments {
  readonly weight: number; // sum of weights; n without weights
  readonly originX: number;
  readonly originY: number;
  readonly meanX: number; // less the origin
  readonly meanY: number;
  readonly sxx: number;
  readonly syy: number;
  readonly sxy: number;
}

/** A straight line y = intercept + slope·x. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Moments of pairs, by two passes, so that a large common offset costs no digits.
 *
 * @param weights - (n) of the pairs; absent means 1 each
 */
export function momentsOf(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Moments {
  const n = x.length;
  const [originX, originY] = [x[0]!, y[0]!];
  let weight = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < n; i++) {
    const w = weights === undefined ? 1 : weights[i]!;
    weight += w;
    sumX += w * (x[i]! - originX);
    sumY += w * (y[i]! - originY);
  }
  const meanX = sumX / weight;
  const meanY = sumY / weight;
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  for (let i = 0; i < n; i++) {
    const w = weights === undefined ? 1 : weights[i]!;
    const dx = x[i]! - originX - meanX;
    const dy = y[i]! - originY - meanY;
    sxx += w * dx * dx;
    syy += w * dy * dy;
    sxy += w * dx * dy;
  }
  return { weight, originX, originY, meanX, meanY, sxx, syy, sxy };
}

/** The moments that are left when one pair of unit weight is taken away, without another pass. */
export function momentsWithout({ weight, ...rest }: Moments, x: number, y: number): Moments {
  const dx = x - rest.originX - rest.meanX;
  const dy = y - rest.originY - rest.meanY;
  const share = weight / (weight - 1);
  return {
    ...rest,
    weight: weight - 1,
    meanX: rest.meanX - dx / (weight - 1),
    meanY: rest.meanY - dy / (weight - 1),
    sxx: rest.sxx - share * dx * dx,
    syy: rest.syy - share * dy * dy,
    sxy: rest.sxy - share * dx * dy,
  };
}

/**
 * The line that errors in both variables leave likeliest, given the ratio of their variances.
 *
 * Of the two equal forms of the root of the quadratic the one without cancellation is taken.
 *
 * @param errorRatio - variance of the errors of x over that of the errors of y
 * @returns slope NaN where neither direction is preferred: no covariance and equal scaled variances
 */
export function demingLine(
  { originX, originY, meanX, meanY, sxx, syy, sxy }: Moments,
  errorRatio: number,
): Line {
  const excess = errorRatio * syy - sxx;
  const root = Math.hypot(excess, 2 * Math.sqrt(errorRatio) * sxy);
  const slope = excess > 0 ? (excess + root) / (2 * errorRatio * sxy) : (2 * sxy) / (root - excess);
  return { slope, intercept: originY + meanY - slope * (originX + meanX) };
}
