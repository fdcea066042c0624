import { openAxis, trianglesMeet } from "./triangle-meeting.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";
import { triangleTree } from "./triangle-tree.js";

/** Where a surface meets itself. */
export interface SelfIntersections {
  readonly count: number;
  readonly pairs: Uint32Array; // (count × 2) triangles that meet, the smaller first
  readonly degenerateTriangles: number; // without an area, left out
}

/**
 * Finds every pair of triangles of one mesh that have a point in common beside the vertices and edges
 * that they share: triangles that cut or touch each other, lie upon each other or fold back.
 *
 * The answer is exact for the coordinates as they are; no tolerance enters. Vertices count by index:
 * weld first, or neighbours that do not share theirs touch in all their edges.
 *
 * @throws InvalidInput when it is no mesh
 */
export function selfIntersections(mesh: TriangleMesh): SelfIntersections {
  checkMesh("selfIntersections", mesh);
  const count = mesh.triangles.length / 3;
  if (count === 0) return { count: 0, pairs: new Uint32Array(0), degenerateTriangles: 0 };
  const boxes = boxesOf(mesh);
  const axes = Uint8Array.from({ length: count }, (_, t) => openAxis(mesh, t) ?? NONE);
  const found: [number, number][] = [];
  triangleTree(mesh).nearPairs((one, other) => {
    if (!doBoxesMeet(boxes, one, other)) return;
    const axis = axes[one]!;
    if (axis === NONE || axes[other] === NONE) return;
    if (trianglesMeet(mesh, one, other, axis)) {
      found.push(one < other ? [one, other] : [other, one]);
    }
  });
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    count: found.length,
    pairs: Uint32Array.from(found.flat()),
    degenerateTriangles: axes.reduce((sum, axis) => sum + (axis === NONE ? 1 : 0), 0),
  };
}

const NONE = 3; // no axis: the triangle has no area

/** The boxes about triangles, (nTriangles × 6): least and greatest x, y and z. */
function boxesOf({ positions, triangles }: TriangleMesh): Float64Array {
  const boxes = new Float64Array(2 * triangles.length);
  for (let t = 0; t < triangles.length; t += 3) {
    for (let axis = 0; axis < 3; axis++) {
      const a = positions[3 * triangles[t]! + axis]!;
      const b = positions[3 * triangles[t + 1]! + axis]!;
      const c = positions[3 * triangles[t + 2]! + axis]!;
      boxes[2 * t + 2 * axis] = Math.min(a, b, c);
      boxes[2 * t + 2 * axis + 1] = Math.max(a, b, c);
    }
  }
  return boxes;
}

function doBoxesMeet(boxes: Float64Array, one: number, other: number): boolean {
  const [a, b] = [6 * one, 6 * other];
  return (
    boxes[a]! <= boxes[b + 1]! &&
    boxes[b]! <= boxes[a + 1]! &&
    boxes[a + 2]! <= boxes[b + 3]! &&
    boxes[b + 2]! <= boxes[a + 3]! &&
    boxes[a + 4]! <= boxes[b + 5]! &&
    boxes[b + 4]! <= boxes[a + 5]!
  );
}
