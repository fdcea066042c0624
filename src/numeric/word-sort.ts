const DIGIT_BITS = 11; // three digits make a word
const DIGITS = 1 << DIGIT_BITS;
const DIGIT_MASK = DIGITS - 1;
const DIGITS_PER_WORD = 3;

/**
 * Sorts numbers ascending, in place, by their 64 bits, and carries a tag with each; equal numbers
 * keep their order. Six passes whatever the numbers, fewer where a digit is common to all.
 *
 * @param values - (n) without NaN; −0 becomes 0
 * @param tags - (n)
 */
export function byWords(values: Float64Array, tags: Uint32Array): void {
  const n = values.length;
  for (let i = 0; i < n; i++) values[i] = values[i]! + 0; // −0 + 0 is 0
  const words = orderedWords(values);
  const lower = new Uint32Array(n);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    lower[i] = words[2 * i]!;
    order[i] = i;
  }
  const byLower = sortedByWord(lower, order);
  const upper = new Uint32Array(n);
  for (let i = 0; i < n; i++) upper[i] = words[2 * byLower[i]! + 1]!;
  const byBoth = sortedByWord(upper, byLower);
  const [oldValues, oldTags] = [values.slice(), tags.slice()];
  for (let i = 0; i < n; i++) {
    values[i] = oldValues[byBoth[i]!]!;
    tags[i] = oldTags[byBoth[i]!]!;
  }
}

/** Two words for each number, the lower first, that as an unsigned 64-bit integer sort as the number does. */
function orderedWords(values: Float64Array): Uint32Array {
  // Little-endian, as every machine that V8 runs on.
  const words = new Uint32Array(values.slice().buffer);
  for (let i = 1; i < words.length; i += 2) {
    const isNegative = words[i]! >>> 31 === 1;
    if (isNegative) {
      words[i] = ~words[i]!;
      words[i - 1] = ~words[i - 1]!;
    } else {
      words[i] = words[i]! | 0x80000000;
    }
  }
  return words;
}

interface ByWord {
  readonly words: Uint32Array;
  readonly order: Uint32Array;
}

/** The order after a stable sort by 32-bit words; both arrays are used up. */
function sortedByWord(words: Uint32Array, order: Uint32Array): Uint32Array {
  const n = words.length;
  let from: ByWord = { words, order };
  let to: ByWord = { words: new Uint32Array(n), order: new Uint32Array(n) };
  for (let pass = 0; pass < DIGITS_PER_WORD; pass++) {
    const shift = pass * DIGIT_BITS;
    const starts = new Uint32Array(DIGITS);
    for (let i = 0; i < n; i++) starts[(from.words[i]! >>> shift) & DIGIT_MASK]!++;
    const isCommon = n > 0 && starts[(from.words[0]! >>> shift) & DIGIT_MASK] === n;
    if (isCommon) continue;
    countsToStarts(starts);
    for (let i = 0; i < n; i++) {
      const word = from.words[i]!;
      const place = starts[(word >>> shift) & DIGIT_MASK]!++;
      to.words[place] = word;
      to.order[place] = from.order[i]!;
    }
    [from, to] = [to, from];
  }
  return from.order;
}

/** Turns the count of each digit into the place where that digit starts. */
export function countsToStarts(counts: Uint32Array): void {
  let start = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit]!;
    counts[digit] = start;
    start += count;
  }
}
