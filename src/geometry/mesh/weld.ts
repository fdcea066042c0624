import { InvalidInput } from "../../numeric/invalid-input.js";
import { PointTable } from "./point-table.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** A welded mesh and what welding did. */
export interface Weld {
  readonly mesh: TriangleMesh;
  readonly mergedVertices: number;
  readonly unusedVertices: number; // of no triangle, left out
  readonly degenerateTriangles: number; // two corners in one vertex, left out
}

/**
 * Joins vertices that are one point, and leaves out what has become of no use: unused vertices and
 * triangles with two corners in one vertex.
 *
 * Without a tolerance vertices join when their coordinates are equal in single precision, which is
 * what STL files hold. With one, a vertex joins the first earlier vertex within it, and never a
 * chain of vertices beyond it, so a gap wider than the tolerance stays open.
 *
 * @param options.toleranceMm - largest distance of two vertices that are one point, mm; 0
 * @throws InvalidInput when it is no mesh or the tolerance is not finite and at least 0
 */
export function weldMesh(
  mesh: TriangleMesh,
  { toleranceMm = 0 }: { toleranceMm?: number } = {},
): Weld {
  checkMesh("weldMesh", mesh);
  if (!(toleranceMm >= 0 && Number.isFinite(toleranceMm))) {
    throw new InvalidInput("weldMesh", `needs a tolerance of at least 0 mm; got ${toleranceMm}`);
  }
  const { positions, triangles } = mesh;
  const target = toleranceMm === 0 ? equalPoints(positions) : nearPoints(positions, toleranceMm);
  let merged = 0;
  for (let i = 0; i < target.length; i++) if (target[i] !== i) merged++;
  const kept = new Uint32Array(triangles.length);
  let length = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [
      target[triangles[i]!]!,
      target[triangles[i + 1]!]!,
      target[triangles[i + 2]!]!,
    ];
    if (a === b || b === c || c === a) continue;
    kept[length++] = a;
    kept[length++] = b;
    kept[length++] = c;
  }
  const compact = withoutUnused({ positions, triangles: kept.slice(0, length) });
  return {
    mesh: compact,
    mergedVertices: merged,
    unusedVertices: positions.length / 3 - merged - compact.positions.length / 3,
    degenerateTriangles: (triangles.length - length) / 3,
  };
}

/** The mesh without vertices of no triangle, the others in their order. */
export function withoutUnused({ positions, triangles }: TriangleMesh): TriangleMesh {
  const number = new Int32Array(positions.length / 3).fill(-1);
  for (let i = 0; i < triangles.length; i++) number[triangles[i]!] = 0;
  let used = 0;
  for (let i = 0; i < number.length; i++) if (number[i] === 0) number[i] = used++;
  const points = new Float64Array(3 * used);
  for (let i = 0; i < number.length; i++) {
    const at = 3 * number[i]!;
    if (at < 0) continue;
    points[at] = positions[3 * i]!;
    points[at + 1] = positions[3 * i + 1]!;
    points[at + 2] = positions[3 * i + 2]!;
  }
  return { positions: points, triangles: triangles.map((vertex) => number[vertex]!) };
}

/** For each vertex the first with equal coordinates in single precision. */
function equalPoints(positions: Float64Array): Uint32Array {
  const count = positions.length / 3;
  const table = new PointTable(count);
  const first = new Uint32Array(count); // of each point of the table
  const target = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const before = table.size;
    const point = table.numberOf(positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!);
    if (point === before) first[point] = i;
    target[i] = first[point]!;
  }
  return target;
}

/** For each vertex the first kept vertex within a distance; kept vertices are hashed by cells of that size. */
function nearPoints(positions: Float64Array, tolerance: number): Uint32Array {
  const count = positions.length / 3;
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * count)));
  const heads = new Int32Array(slots).fill(-1);
  const next = new Int32Array(count).fill(-1);
  const cell = (x: number, y: number, z: number): number => {
    const h = Math.imul(x | 0, 73856093) ^ Math.imul(y | 0, 19349663) ^ Math.imul(z | 0, 83492791);
    return (h ^ (h >>> 16)) & (slots - 1);
  };
  const target = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const [px, py, pz] = [positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!];
    const [cx, cy, cz] = [px, py, pz].map((v) => Math.floor(v / tolerance)) as [
      number,
      number,
      number,
    ];
    let found = -1;
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (let dz = -1; dz <= 1; dz++) {
          for (let j = heads[cell(cx + dx, cy + dy, cz + dz)]!; j >= 0; j = next[j]!) {
            const near =
              Math.hypot(
                px - positions[3 * j]!,
                py - positions[3 * j + 1]!,
                pz - positions[3 * j + 2]!,
              ) <= tolerance;
            if (near && (found < 0 || j < found)) found = j;
          }
        }
      }
    }
    target[i] = found < 0 ? i : found;
    if (found < 0) {
      const slot = cell(cx, cy, cz);
      next[i] = heads[slot]!;
      heads[slot] = i;
    }
  }
  return target;
}
