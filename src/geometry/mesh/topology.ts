import { DisjointSets } from "./disjoint-sets.js";
import { type MeshEdges, meshEdges } from "./edges.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** The boundary of an open surface, loop by loop; the longest first. */
export interface BoundaryLoops {
  readonly count: number;
  /** Every vertex of the boundary has one loop passing through it once. */
  readonly isSimple: boolean;
  readonly lengthsMm: Float64Array; // (count)
  readonly edgeCounts: Uint32Array; // (count)
}

/** How the triangles of a mesh hang together. */
export interface MeshTopology {
  readonly vertices: number; // of a triangle
  readonly edges: number;
  readonly triangles: number;
  readonly eulerCharacteristic: number; // vertices − edges + triangles
  readonly componentsByVertex: number; // joined through shared vertices
  readonly componentsByEdge: number; // joined through shared edges
  readonly boundaryEdges: number; // of one triangle
  readonly nonManifoldEdges: number; // of more than two
  readonly nonManifoldVertices: number; // whose triangles make more than one fan
  readonly inconsistentWindingEdges: number; // of two triangles that run the same way along it
  readonly duplicateTriangles: number; // with the corners of an earlier one, whichever way round
  /** Every edge has exactly two triangles; says nothing of sides or self-intersections. */
  readonly isWatertight: boolean;
  /** No edge is run along twice in the same direction. */
  readonly isConsistentlyWound: boolean;
  /** Handles of one closed manifold component, were it wound consistently; NaN for any other mesh. */
  readonly genus: number;
  readonly boundaryLoops: BoundaryLoops;
}

/**
 * Counts what a mesh is made of and how it hangs together.
 *
 * Vertices count by index: weld first where triangles do not share theirs.
 *
 * @throws InvalidInput when it is no mesh
 */
export function meshTopology(mesh: TriangleMesh): MeshTopology {
  checkMesh("meshTopology", mesh);
  const { triangles } = mesh;
  const edges = meshEdges(triangles);
  const vertices = countUsed(mesh);
  const count = triangles.length / 3;
  let boundaryEdges = 0;
  let nonManifoldEdges = 0;
  let inconsistent = 0;
  for (let e = 0; e < edges.count; e++) {
    const incident = edges.triangles[e]!;
    if (incident === 1) boundaryEdges++;
    else if (incident > 2) nonManifoldEdges++;
    else if (edges.forward[e] !== 1) inconsistent++;
  }
  const eulerCharacteristic = vertices - edges.count + count;
  const componentsByVertex = vertexComponents(mesh);
  const nonManifoldVertices = splitVertices(mesh, edges);
  const isWatertight = count > 0 && boundaryEdges + nonManifoldEdges === 0;
  const isConsistentlyWound = inconsistent === 0;
  const isClosedManifold = isWatertight && nonManifoldVertices === 0;
  return {
    vertices,
    edges: edges.count,
    triangles: count,
    eulerCharacteristic,
    componentsByVertex,
    componentsByEdge: edgeComponents(edges),
    boundaryEdges,
    nonManifoldEdges,
    nonManifoldVertices,
    inconsistentWindingEdges: inconsistent,
    duplicateTriangles: countDuplicates(triangles, edges),
    isWatertight,
    isConsistentlyWound,
    genus: isClosedManifold && componentsByVertex === 1 ? 1 - eulerCharacteristic / 2 : Number.NaN,
    boundaryLoops: boundaryLoops(mesh, edges),
  };
}

/**
 * For each triangle the component it belongs to, numbered from 0 in the order of the triangles.
 *
 * @param through - what joins two triangles: a shared edge, or a shared vertex
 * @throws InvalidInput when it is no mesh
 */
export function triangleComponents(mesh: TriangleMesh, through: "edge" | "vertex"): Uint32Array {
  checkMesh("triangleComponents", mesh);
  const { triangles } = mesh;
  const count = triangles.length / 3;
  const names = new Uint32Array(count);
  if (through === "edge") {
    const sets = setsOfEdges(meshEdges(triangles));
    for (let t = 0; t < count; t++) names[t] = sets.find(t);
  } else {
    const sets = setsOfVertices(mesh);
    for (let t = 0; t < count; t++) names[t] = sets.find(triangles[3 * t]!);
  }
  const number = new Map<number, number>();
  return names.map((name) => {
    const known = number.get(name) ?? number.size;
    number.set(name, known);
    return known;
  });
}

function countUsed({ positions, triangles }: TriangleMesh): number {
  const used = new Uint8Array(positions.length / 3);
  let count = 0;
  for (let i = 0; i < triangles.length; i++) {
    const vertex = triangles[i]!;
    if (used[vertex] === 0) count++;
    used[vertex] = 1;
  }
  return count;
}

function setsOfVertices({ positions, triangles }: TriangleMesh): DisjointSets {
  const sets = new DisjointSets(positions.length / 3);
  for (let i = 0; i < triangles.length; i += 3) {
    sets.join(triangles[i]!, triangles[i + 1]!);
    sets.join(triangles[i]!, triangles[i + 2]!);
  }
  return sets;
}

function setsOfEdges({ count, ofCorner }: MeshEdges): DisjointSets {
  const sets = new DisjointSets(ofCorner.length / 3);
  const first = new Int32Array(count).fill(-1);
  for (let i = 0; i < ofCorner.length; i++) {
    const triangle = Math.floor(i / 3);
    const edge = ofCorner[i]!;
    if (first[edge]! < 0) first[edge] = triangle;
    else sets.join(first[edge]!, triangle);
  }
  return sets;
}

function vertexComponents(mesh: TriangleMesh): number {
  const sets = setsOfVertices(mesh);
  return countNames(
    mesh.triangles.length,
    (i) => sets.find(mesh.triangles[i]!),
    mesh.positions.length / 3,
  );
}

function edgeComponents(edges: MeshEdges): number {
  const triangles = edges.ofCorner.length / 3;
  const sets = setsOfEdges(edges);
  return countNames(triangles, (t) => sets.find(t), triangles);
}

function countNames(items: number, nameOf: (item: number) => number, names: number): number {
  const seen = new Uint8Array(names);
  let count = 0;
  for (let i = 0; i < items; i++) {
    const name = nameOf(i);
    if (seen[name] === 0) count++;
    seen[name] = 1;
  }
  return count;
}

/**
 * Vertices whose corners fall into more than one fan of triangles that meet along edges at the
 * vertex. Corners are joined across each edge at both its ends.
 */
function splitVertices(
  { positions, triangles }: TriangleMesh,
  { count, ofCorner }: MeshEdges,
): number {
  const sets = new DisjointSets(triangles.length);
  const firstCorner = new Int32Array(count).fill(-1); // corner at which an edge was met first
  for (let i = 0; i < triangles.length; i++) {
    const edge = ofCorner[i]!;
    const next = i % 3 === 2 ? i - 2 : i + 1;
    const met = firstCorner[edge]!;
    if (met < 0) firstCorner[edge] = i;
    else {
      const metNext = met % 3 === 2 ? met - 2 : met + 1;
      const sameWay = triangles[met] === triangles[i];
      sets.join(sameWay ? met : metNext, i);
      sets.join(sameWay ? metNext : met, next);
    }
  }
  const fans = new Int32Array(positions.length / 3).fill(-1);
  const isSplit = new Uint8Array(positions.length / 3);
  let split = 0;
  for (let i = 0; i < triangles.length; i++) {
    const vertex = triangles[i]!;
    const fan = sets.find(i);
    if (fans[vertex]! < 0) fans[vertex] = fan;
    else if (fans[vertex] !== fan && isSplit[vertex] === 0) {
      isSplit[vertex] = 1;
      split++;
    }
  }
  return split;
}

/** Triangles with the same three corners share all edges, so only neighbours across one edge are compared. */
function countDuplicates(triangles: Uint32Array, { count, ofCorner }: MeshEdges): number {
  const head = new Int32Array(count).fill(-1);
  const next = new Int32Array(triangles.length / 3).fill(-1);
  let duplicates = 0;
  for (let t = 0; t < triangles.length / 3; t++) {
    const corners = [triangles[3 * t]!, triangles[3 * t + 1]!, triangles[3 * t + 2]!];
    const edge = Math.min(ofCorner[3 * t]!, ofCorner[3 * t + 1]!, ofCorner[3 * t + 2]!);
    let other = head[edge]!;
    while (other >= 0 && !sameCorners(triangles, other, corners)) other = next[other]!;
    if (other >= 0) duplicates++;
    else {
      next[t] = head[edge]!;
      head[edge] = t;
    }
  }
  return duplicates;
}

function sameCorners(triangles: Uint32Array, t: number, corners: readonly number[]): boolean {
  return (
    corners.includes(triangles[3 * t]!) &&
    corners.includes(triangles[3 * t + 1]!) &&
    corners.includes(triangles[3 * t + 2]!)
  );
}

function boundaryLoops({ positions }: TriangleMesh, edges: MeshEdges): BoundaryLoops {
  const vertices = positions.length / 3;
  const sets = new DisjointSets(vertices);
  const degree = new Uint32Array(vertices);
  const boundary: number[] = [];
  for (let e = 0; e < edges.count; e++) {
    if (edges.triangles[e] !== 1) continue;
    boundary.push(e);
    const [a, b] = [edges.ends[2 * e]!, edges.ends[2 * e + 1]!];
    sets.join(a, b);
    degree[a]!++;
    degree[b]!++;
  }
  const loops = new Map<number, { length: number; edges: number }>();
  let isSimple = true;
  for (const e of boundary) {
    const [a, b] = [edges.ends[2 * e]!, edges.ends[2 * e + 1]!];
    const loop = loops.get(sets.find(a)) ?? { length: 0, edges: 0 };
    loop.length += Math.hypot(
      positions[3 * a]! - positions[3 * b]!,
      positions[3 * a + 1]! - positions[3 * b + 1]!,
      positions[3 * a + 2]! - positions[3 * b + 2]!,
    );
    loop.edges++;
    loops.set(sets.find(a), loop);
    if (degree[a] !== 2 || degree[b] !== 2) isSimple = false;
  }
  const sorted = [...loops.values()].sort((a, b) => b.length - a.length);
  return {
    count: sorted.length,
    isSimple,
    lengthsMm: Float64Array.from(sorted, ({ length }) => length),
    edgeCounts: Uint32Array.from(sorted, (loop) => loop.edges),
  };
}
