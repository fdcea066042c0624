import { readPrinted } from "./grim.js";
import { doubledEnds, type PrintedNumber, type RoundingRule } from "./printed.js";

const RULES: readonly RoundingRule[] = ["half-up", "half-even", "truncation"];

/**
 * Whether some number that prints as the first is at most some number that prints as the second,
 * both cut to their digits by one rule.
 *
 * Rounding keeps the order, so with equal decimals the printed numbers decide; with unequal ones
 * the ends of what rounds to them do. Decided in integers.
 *
 * @param low - as printed
 * @param high - as printed
 * @throws InvalidInput when a number cannot be read
 */
export function printedInOrder(low: string, high: string): boolean {
  const [a, b] = [readPrinted("printedInOrder", low), readPrinted("printedInOrder", high)];
  return RULES.some((rule) => canPrecede(a, b, rule));
}

function canPrecede(low: PrintedNumber, high: PrintedNumber, rule: RoundingRule): boolean {
  const [a, b] = [doubledEnds(low, rule), doubledEnds(high, rule)];
  const lowest = a.lower * 10n ** BigInt(high.decimals);
  const highest = b.upper * 10n ** BigInt(low.decimals);
  return lowest < highest || (lowest === highest && a.lowerIncluded && b.upperIncluded);
}
