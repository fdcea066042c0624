/** Numbers and lists as they stand in a finding's sentence; the findings' `computed` is not rounded. */

/** A p-value to three digits: `0.052`, `0.0499`, `3e-13`. */
export function pInWords(p: number): string {
  return p === 0 || p >= 0.0001 ? String(Number(p.toPrecision(3))) : p.toExponential(0);
}

/** A range of p: `0.00198 to 0.00203`, or one number where both ends read the same. */
export function pRange({
  lower,
  upper,
}: {
  readonly lower: number;
  readonly upper: number;
}): string {
  const [from, to] = [pInWords(lower), pInWords(upper)];
  return from === to ? from : `${from} to ${to}`;
}

/** A p as printed: `p <0.01`, `p = 0.04`. */
export function printedP(p: string): string {
  return /^[<>≤≥=]/.test(p) ? `p ${p}` : `p = ${p}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(words: readonly string[], last = "and"): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)!}`;
}
