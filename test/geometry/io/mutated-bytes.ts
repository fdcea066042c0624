import type { Random } from "../../../src/numeric/random.js";

/** A file as an accident or an attacker may leave it. */
export interface Mutant {
  readonly bytes: Uint8Array;
  readonly how: string;
}

const HEADER_BYTES = 700; // of a file, where lies do the most harm

/** Spoils a file: flipped bits, cuts, swapped, doubled or emptied blocks, other numbers in the header. */
export function mutated(original: Uint8Array, random: Random): Mutant {
  const below = (n: number): number => random.integer(Math.max(1, n));
  const bytes = original.slice();
  const header = Math.min(bytes.length, HEADER_BYTES);
  switch (below(7)) {
    case 0: {
      const flips = 1 + below(8);
      for (let i = 0; i < flips; i++) bytes[below(bytes.length)]! ^= 1 << below(8);
      return { bytes, how: `${flips} bits flipped` };
    }
    case 1: {
      const flips = 1 + below(4);
      for (let i = 0; i < flips; i++) bytes[below(header)]! ^= 1 << below(8);
      return { bytes, how: `${flips} bits of the header flipped` };
    }
    case 2: {
      const length = below(bytes.length);
      return { bytes: bytes.slice(0, length), how: `cut off after ${length} bytes` };
    }
    case 3: {
      const size = 1 + below(64);
      const [a, b] = [below(bytes.length), below(bytes.length)];
      bytes.set(original.subarray(b, b + size).subarray(0, bytes.length - a), a);
      return { bytes, how: `${size} bytes at ${b} copied to ${a}` };
    }
    case 4: {
      const [at, size] = [below(header), 1 + below(16)];
      bytes.subarray(at, at + size).fill([0, 0xff, 0x7f, 0x80][below(4)]!);
      return { bytes, how: `${size} bytes at ${at} overwritten` };
    }
    case 5: {
      const text = Buffer.from(bytes.subarray(0, header)).toString("latin1");
      const numbers = [...text.matchAll(/\d+/g)];
      const number = numbers[below(numbers.length)];
      if (number === undefined) return { bytes, how: "left alone" };
      const lie = ["0", "-1", "99999999", "4294967297", "1e30", "NaN", "65535", "3"][below(8)]!;
      const at = number.index;
      const tail = Buffer.from(bytes.subarray(at + number[0].length));
      const head = Buffer.from(bytes.subarray(0, at));
      const whole = Buffer.concat([head, Buffer.from(lie), tail]);
      return { bytes: new Uint8Array(whole), how: `${number[0]} at ${at} made ${lie}` };
    }
    default: {
      const at = below(bytes.length);
      const more = new Uint8Array(1 + below(100)).map(() => below(256));
      const whole = Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
      return { bytes: new Uint8Array(whole), how: `${more.length} bytes put in at ${at}` };
    }
  }
}
