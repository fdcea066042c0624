import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { InvalidInput } from "./invalid-input.js";
import { resampleCounts } from "./resample-counts.js";

/**
 * A seeded source of chance. The same seed gives the same numbers on every machine; `src/` has
 * no other source.
 */
export interface Random {
  /** Uniform on [0, 1), 53 bits. */
  uniform(): number;
  /** Uniform among 0 … below − 1; below from 1 to 2³¹. */
  integer(below: number): number;
  /** Standard normal. */
  normal(): number;
  /**
   * A sample of n with replacement, as counts: draws n times among 0 … n − 1 and counts how often
   * each came.
   *
   * @param counts - (n) overwritten
   */
  resample(counts: Uint32Array): void;
  /**
   * The generator of a sub-task, independent of this one and of every other index. It does not
   * depend on what was drawn before, so that replicate i is the same whichever worker draws it.
   */
  stream(index: number): Random;
}

const TWO_32 = 2 ** 32;
const MOST_BY_WORD = 2 ** 21; // a product with a word stays below 2⁵³
const GOLDEN = 0x9e3779b9; // 2³² over the golden ratio: successive multiples spread evenly

/**
 * A generator from a seed: xoroshiro128+, whose 128 bits of state are hashed from the seed and
 * from the path of streams that led to it.
 *
 * @param seed - an integer from 0 to 2⁵³ − 1
 * @throws InvalidInput unless the seed is such an integer
 * @source [@lemire2019] integers below a bound without bias
 */
export function seeded(seed: number): Random {
  checkIndex("seeded", "a seed", seed);
  return fromPath([seed]);
}

function fromPath(path: readonly number[]): Random {
  const generator = xoroshiro128plusFromState(hashedState(path));
  let spare = Number.NaN; // the second of the two normal deviates that one trial gives

  const word = (): number => generator.next() >>> 0;
  const uniform = (): number => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53;

  /** Lemire's multiplication: the high word of x·below, redrawn where the low one would favour some. */
  const integer = (below: number): number => {
    if (below > MOST_BY_WORD) return Math.floor(uniform() * below); // a bias below 2⁻²² for 2³¹
    for (;;) {
      const product = word() * below; // below 2⁵³, so exact
      const high = Math.floor(product / TWO_32);
      const low = product - high * TWO_32;
      if (low >= below || low >= TWO_32 % below) return high;
    }
  };

  /** Marsaglia's polar method. */
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = v * factor;
      return u * factor;
    }
  };

  const resample = (counts: Uint32Array): void => {
    if (counts.length <= MOST_BY_WORD) {
      resampleCounts([word(), word(), word(), word() | 1], counts); // never all 0
      return;
    }
    counts.fill(0);
    for (let i = 0; i < counts.length; i++) counts[integer(counts.length)]!++;
  };

  return {
    uniform,
    integer,
    normal,
    resample,
    stream: (index) => {
      checkIndex("stream", "an index", index);
      return fromPath([...path, index]);
    },
  };
}

function checkIndex(where: string, what: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new InvalidInput(where, `needs ${what} that is an integer of at least 0; got ${value}`);
  }
}

/** Four words that every bit of the path reaches. */
function hashedState(path: readonly number[]): number[] {
  let key = GOLDEN;
  for (const step of path) {
    key = mixed(key ^ mixed(step % TWO_32));
    key = mixed((key + GOLDEN) ^ mixed(Math.floor(step / TWO_32) + path.length));
  }
  let other = mixed(key ^ 0x5bf03635);
  for (const step of path) other = mixed(Math.imul(other, 31) + mixed(step ^ GOLDEN));
  return [1, 2, 3, 4].map((i) => mixed((i % 2 === 0 ? other : key) + Math.imul(i, GOLDEN)));
}

/** The finaliser of MurmurHash3: a bijection of 32-bit words in which each bit stirs all others. */
function mixed(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
