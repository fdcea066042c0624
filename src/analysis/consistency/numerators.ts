import { doubledEnds, type EndsRule, type PrintedNumber } from "./printed.js";

/** The integers k with k/denominator printing as this number, decided in integers, so that a half is a half. */
export function numeratorsOf(
  printed: PrintedNumber,
  denominator: number,
  rule: EndsRule,
): number[] {
  const { lower, upper, lowerIncluded, upperIncluded } = doubledEnds(printed, rule);
  const size = BigInt(denominator);
  const unit = 2n * 10n ** BigInt(printed.decimals);
  const [lowest, highest] = [lower * size, upper * size];
  let k = ceilingOf(lowest, unit);
  if (!lowerIncluded && k * unit === lowest) k += 1n;
  const found: number[] = [];
  for (; k * unit < highest || (upperIncluded && k * unit === highest); k += 1n) {
    found.push(Number(k));
  }
  return found;
}

/** Smallest integer of at least a/b, b > 0. */
export function ceilingOf(a: bigint, b: bigint): bigint {
  const quotient = a / b; // towards 0
  return a > 0n && quotient * b !== a ? quotient + 1n : quotient;
}
