import betainc from "@stdlib/math-base-special-betainc";

/**
 * Regularised incomplete beta function I_x(a, b): the chance that a beta variable is at most x.
 *
 * @param x - between 0 and 1
 * @param a - first shape, above 0
 * @param b - second shape, above 0
 */
export function lowerBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  return x >= 1 ? 1 : betainc(x, a, b, true, false);
}

/** 1 − I_x(a, b), exact in the far tail. */
export function upperBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 1;
  return x >= 1 ? 0 : betainc(x, a, b, true, true);
}
