/**
 * Numbers points in the order in which they first come, so that points of equal single-precision
 * coordinates (−0 = +0) share a number: a hash table with open addressing on typed arrays.
 */
export class PointTable {
  /** Coordinates of the numbered points, three a point; only the first `3 · size` are in use. */
  positions: Float64Array;
  size = 0;
  #keys: Uint32Array; // bits of the single-precision coordinates, three a point
  #slots: Int32Array; // point + 1, or 0 where empty
  #mask: number;
  readonly #single = new Float32Array(3);
  readonly #bits = new Uint32Array(this.#single.buffer);

  constructor(expected: number) {
    const points = Math.max(16, expected);
    this.positions = new Float64Array(3 * points);
    this.#keys = new Uint32Array(3 * points);
    const slots = 2 ** Math.ceil(Math.log2(2 * points));
    this.#slots = new Int32Array(slots);
    this.#mask = slots - 1;
  }

  /** The number of a point, a new one when it has not come before. */
  numberOf(x: number, y: number, z: number): number {
    this.#single[0] = x;
    this.#single[1] = y;
    this.#single[2] = z;
    const a = this.#bits[0] === 0x80000000 ? 0 : this.#bits[0]!;
    const b = this.#bits[1] === 0x80000000 ? 0 : this.#bits[1]!;
    const c = this.#bits[2] === 0x80000000 ? 0 : this.#bits[2]!;
    const keys = this.#keys;
    let slot = mixed(a, b, c) & this.#mask;
    for (;;) {
      const found = this.#slots[slot]! - 1;
      if (found < 0) break;
      const at = 3 * found;
      if (keys[at] === a && keys[at + 1] === b && keys[at + 2] === c) return found;
      slot = (slot + 1) & this.#mask;
    }
    const number = this.size++;
    this.#slots[slot] = number + 1;
    const at = 3 * number;
    keys[at] = a;
    keys[at + 1] = b;
    keys[at + 2] = c;
    this.positions[at] = x;
    this.positions[at + 1] = y;
    this.positions[at + 2] = z;
    if (3 * this.size === this.positions.length) this.#grow();
    return number;
  }

  #grow(): void {
    const positions = new Float64Array(2 * this.positions.length);
    positions.set(this.positions);
    this.positions = positions;
    const keys = new Uint32Array(2 * this.#keys.length);
    keys.set(this.#keys);
    this.#keys = keys;
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let point = 0; point < this.size; point++) {
      const at = 3 * point;
      let slot = mixed(keys[at]!, keys[at + 1]!, keys[at + 2]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = point + 1;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}

/** Spreads three words over 32 bits; neighbouring grid points must not share slots. */
function mixed(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul((b << 13) | (b >>> 19), 0x85ebca77);
  h ^= Math.imul((c << 7) | (c >>> 25), 0xc2b2ae3d);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return h ^ (h >>> 15);
}
