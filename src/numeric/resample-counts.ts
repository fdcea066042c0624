const TWO_32 = 2 ** 32;

/**
 * Draws n times among 0 … n − 1 and counts how often each came, by a generator of its own whose
 * state stays in registers, which makes it several times faster than one draw at a time:
 * xoshiro128**, and Lemire's multiplication with rejection, so that no value is favoured.
 *
 * @param seed - four 32-bit words, not all 0
 * @param counts - (n) overwritten; n up to 2²¹
 * @source [@blackman2021] xoshiro128**; [@lemire2019] bounded integers
 */
export function resampleCounts(
  seed: readonly [number, number, number, number],
  counts: Uint32Array,
): void {
  const n = counts.length;
  const least = TWO_32 % n;
  let [a, b, c, d] = seed;
  counts.fill(0);
  for (let drawn = 0; drawn < n; ) {
    const scrambled = Math.imul(b, 5);
    const word = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    if (Math.imul(word, n) >>> 0 < least) continue;
    counts[Math.floor((word * n) / TWO_32)]!++;
    drawn++;
  }
}
