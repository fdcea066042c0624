import type { Volume } from "../volume/volume.js";

/** Costs fall with the square of the distance from the wall, so that a path runs in the middle rather than straight. */
const STEPS: readonly (readonly [number, number, number])[] = [-1, 0, 1].flatMap((k) =>
  [-1, 0, 1].flatMap((j) => [-1, 0, 1].map((i) => [i, j, k] as const)),
);

/**
 * The cheapest way from one voxel to another through voxels that lie off the wall: each step costs its
 * length over the square of the distance from the wall, at the mean of its ends.
 *
 * @param fromWall - distance of each voxel from the wall, mm; 0 outside
 * @param start - voxel number
 * @param end - voxel number
 * @returns voxel numbers from start to end; empty when no way leads there
 * @source [@dijkstra1959], [@deschamps2001] paths that the distance from the wall keeps in the middle
 */
export function minimalPath(
  { dims, spacing, voxels }: Volume<Float32Array>,
  start: number,
  end: number,
): Uint32Array {
  const [ni, nj, nk] = dims;
  const lengths = STEPS.map(([i, j, k]) =>
    Math.hypot(i * spacing[0], j * spacing[1], k * spacing[2]),
  );
  const jumps = STEPS.map(([i, j, k]) => (k * nj + j) * ni + i);
  const costs = new Float32Array(voxels.length).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Uint8Array(voxels.length); // number of the step
  const queue = new Queue();
  costs[start] = 0;
  queue.push(0, start);
  for (let at = queue.pop(); at >= 0 && at !== end; at = queue.pop()) {
    if (queue.poppedCost > costs[at]!) continue; // a cheaper way was found meanwhile
    const i = at % ni;
    const j = Math.floor(at / ni) % nj;
    const k = Math.floor(at / (ni * nj));
    for (let s = 0; s < STEPS.length; s++) {
      const [di, dj, dk] = STEPS[s]!;
      const [x, y, z] = [i + di, j + dj, k + dk];
      if (x < 0 || y < 0 || z < 0 || x >= ni || y >= nj || z >= nk) continue;
      const next = at + jumps[s]!;
      if (voxels[next] === 0) continue;
      const middle = (voxels[at]! + voxels[next]!) / 2;
      const cost = Math.fround(costs[at]! + lengths[s]! / (middle * middle));
      if (!(cost < costs[next]!)) continue;
      costs[next] = cost;
      cameBy[next] = s;
      queue.push(cost, next);
    }
  }
  if (!Number.isFinite(costs[end]!)) return new Uint32Array(0);
  const path = [end];
  for (let at = end; at !== start; ) {
    at -= jumps[cameBy[at]!]!;
    path.push(at);
  }
  return Uint32Array.from(path.reverse());
}

/** Voxels by their costs, the cheapest first: a binary heap. */
class Queue {
  /** Cost of the voxel that was popped last. */
  poppedCost = 0;
  #costs = new Float32Array(1024);
  #voxels = new Uint32Array(1024);
  #size = 0;

  push(cost: number, voxel: number): void {
    if (this.#size === this.#costs.length) {
      const [costs, voxels] = [new Float32Array(2 * this.#size), new Uint32Array(2 * this.#size)];
      costs.set(this.#costs);
      voxels.set(this.#voxels);
      [this.#costs, this.#voxels] = [costs, voxels];
    }
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#costs[parent]! <= cost) break;
      this.#costs[at] = this.#costs[parent]!;
      this.#voxels[at] = this.#voxels[parent]!;
      at = parent;
    }
    this.#costs[at] = cost;
    this.#voxels[at] = voxel;
  }

  /** @returns −1 when it is empty */
  pop(): number {
    if (this.#size === 0) return -1;
    const voxel = this.#voxels[0]!;
    this.poppedCost = this.#costs[0]!;
    const cost = this.#costs[--this.#size]!;
    const last = this.#voxels[this.#size]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#costs[child + 1]! < this.#costs[child]!) child++;
      if (this.#costs[child]! >= cost) break;
      this.#costs[at] = this.#costs[child]!;
      this.#voxels[at] = this.#voxels[child]!;
      at = child;
    }
    this.#costs[at] = cost;
    this.#voxels[at] = last;
    return voxel;
  }
}
