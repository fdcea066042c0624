/** The undirected edges of a mesh and how its triangles run along them. */
export interface MeshEdges {
  readonly count: number;
  readonly ends: Uint32Array; // (count × 2), the smaller vertex first
  readonly triangles: Uint32Array; // (count) triangles at the edge
  readonly forward: Uint32Array; // (count) of these, those that run from the smaller vertex to the larger
  readonly ofCorner: Uint32Array; // (nTriangles × 3) the edge from each corner to the next
}

/**
 * Finds the edges of a mesh, in the order in which its triangles come upon them.
 *
 * A hash table with open addressing on typed arrays: one pass over the corners.
 */
export function meshEdges(triangles: Uint32Array): MeshEdges {
  const corners = triangles.length;
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * corners)));
  const table = new Int32Array(slots); // edge + 1, or 0 where empty
  const ends = new Uint32Array(2 * corners);
  const incident = new Uint32Array(corners);
  const forward = new Uint32Array(corners);
  const ofCorner = new Uint32Array(corners);
  let count = 0;
  for (let i = 0; i < corners; i++) {
    const from = triangles[i]!;
    const to = triangles[i % 3 === 2 ? i - 2 : i + 1]!;
    const low = from < to ? from : to;
    const high = from < to ? to : from;
    let slot = edgeHash(low, high) & (slots - 1);
    let edge = table[slot]! - 1;
    while (edge >= 0 && (ends[2 * edge] !== low || ends[2 * edge + 1] !== high)) {
      slot = (slot + 1) & (slots - 1);
      edge = table[slot]! - 1;
    }
    if (edge < 0) {
      edge = count++;
      table[slot] = edge + 1;
      ends[2 * edge] = low;
      ends[2 * edge + 1] = high;
    }
    incident[edge]!++;
    if (from === low) forward[edge]!++;
    ofCorner[i] = edge;
  }
  return {
    count,
    ends: ends.slice(0, 2 * count),
    triangles: incident.slice(0, count),
    forward: forward.slice(0, count),
    ofCorner,
  };
}

/** Spreads the ends of an edge over 32 bits. */
export function edgeHash(low: number, high: number): number {
  let h = Math.imul(low, 0x9e3779b1) ^ Math.imul((high << 16) | (high >>> 16), 0x85ebca77);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
