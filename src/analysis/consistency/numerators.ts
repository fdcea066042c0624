import { doubledEnds, type EndsRule, type PrintedNumber } from "./printed.js";

/** The integers from `first` to `last`; none when `first` lies above. */
export interface IntegerRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** The integers k with k/denominator printing as this number, decided in integers, so that a half is a half. */
export function numeratorsOf(
  printed: PrintedNumber,
  denominator: number,
  rule: EndsRule,
): number[] {
  const { first, last } = numeratorRange(printed, denominator, rule);
  const found: number[] = [];
  for (let k = first; k <= last; k += 1n) found.push(Number(k));
  return found;
}

/** The first and the last of `numeratorsOf`; all between them belong too. */
export function numeratorRange(
  printed: PrintedNumber,
  denominator: number,
  rule: EndsRule,
): IntegerRange {
  const { lower, upper, lowerIncluded, upperIncluded } = doubledEnds(printed, rule);
  const size = BigInt(denominator);
  const unit = 2n * 10n ** BigInt(printed.decimals);
  const [lowest, highest] = [lower * size, upper * size];
  const first = ceilingOf(lowest, unit);
  const last = -ceilingOf(-highest, unit);
  return {
    first: !lowerIncluded && first * unit === lowest ? first + 1n : first,
    last: !upperIncluded && last * unit === highest ? last - 1n : last,
  };
}

/** Smallest integer of at least a/b, b > 0. */
export function ceilingOf(a: bigint, b: bigint): bigint {
  const quotient = a / b; // towards 0
  return a > 0n && quotient * b !== a ? quotient + 1n : quotient;
}
