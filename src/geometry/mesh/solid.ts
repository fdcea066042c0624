import type { GeometryIssue } from "../issue.js";
import { pointAt } from "../vector.js";
import { meshBounds, meshMeasures } from "./measures.js";
import { selfIntersections } from "./self-intersections.js";
import { signedDistance } from "./signed-distance.js";
import { meshTopology, triangleComponents } from "./topology.js";
import type { TriangleMesh } from "./triangle-mesh.js";

/** Whether a surface bounds a body, with each reason why not. */
export interface SolidReport {
  /** Watertight, wound one way, outwards, and not meeting itself. */
  readonly isSolid: boolean;
  readonly isWatertight: boolean; // every edge has two triangles
  readonly isConsistentlyWound: boolean; // no edge is run along twice the same way
  readonly isOutward: boolean; // of closed parts: bodies outwards, cavities inwards; false while not closed
  readonly selfIntersections: number; // pairs of triangles
  readonly bodies: number; // closed parts within an even number of others
  readonly cavities: number; // within an odd number
  readonly volumeMm3: number; // NaN unless it is a solid
  readonly reasons: readonly GeometryIssue[]; // empty for a solid
}

/**
 * Tells whether a mesh is the boundary of a solid: closed, wound consistently, with normals that point
 * out of its bodies and into its cavities, and nowhere meeting itself. These are different things: two
 * cubes that overlap are watertight and no solid.
 *
 * Vertices count by index: weld first where triangles do not share theirs.
 *
 * @throws InvalidInput when it is no mesh
 */
export function solidReport(mesh: TriangleMesh): SolidReport {
  const topology = meshTopology(mesh);
  const { isWatertight, isConsistentlyWound } = topology;
  const reasons: GeometryIssue[] = [];
  const say = (code: string, count: number, what: string): void => {
    if (count > 0) reasons.push({ code, message: `${count} ${what}` });
  };
  if (topology.triangles === 0) reasons.push({ code: "NO_TRIANGLES", message: "no triangles" });
  say("BOUNDARY_EDGES", topology.boundaryEdges, "edges have one triangle: the surface is open");
  say("NON_MANIFOLD_EDGES", topology.nonManifoldEdges, "edges have more than two triangles");
  say(
    "INCONSISTENT_WINDING",
    topology.inconsistentWindingEdges,
    "edges have triangles that turn both ways",
  );
  const parts = isWatertight && isConsistentlyWound ? closedParts(mesh) : [];
  const wrong = parts.filter(
    ({ depth, volumeMm3 }) => !(depth % 2 === 0 ? volumeMm3 > 0 : volumeMm3 < 0),
  );
  say("INWARD", wrong.length, "closed parts have their normals on the wrong side");
  const { count, degenerateTriangles } = selfIntersections(mesh);
  say("SELF_INTERSECTIONS", count, "pairs of triangles meet beside their shared vertices");
  say("DEGENERATE_TRIANGLES", degenerateTriangles, "triangles have no area");
  const isSolid = reasons.length === 0;
  return {
    isSolid,
    isWatertight,
    isConsistentlyWound,
    isOutward: parts.length > 0 && wrong.length === 0,
    selfIntersections: count,
    bodies: parts.filter(({ depth }) => depth % 2 === 0).length,
    cavities: parts.filter(({ depth }) => depth % 2 === 1).length,
    volumeMm3: isSolid ? parts.reduce((sum, { volumeMm3 }) => sum + volumeMm3, 0) : Number.NaN,
    reasons,
  };
}

/** A closed part of a mesh. */
export interface ClosedPart {
  readonly part: number;
  readonly depth: number; // closed parts that it lies in
  readonly volumeMm3: number; // negative when its normals point inwards
}

/**
 * The parts of a mesh that are closed and wound one way by themselves, with how deep each is nested.
 * Parts that cut each other are nested by where their first vertices lie.
 *
 * @param parts - (nTriangles) the part of each triangle, from 0; those that edges join
 * @throws InvalidInput when it is no mesh
 */
export function closedParts(
  mesh: TriangleMesh,
  parts: Uint32Array = triangleComponents(mesh, "edge"),
): ClosedPart[] {
  const shells = submeshes(mesh, parts)
    .map((shell, part) => ({ shell, part }))
    .filter(({ shell }) => {
      const { isWatertight, isConsistentlyWound } = meshTopology(shell);
      return isWatertight && isConsistentlyWound;
    })
    .map(({ shell, part }) => ({
      part,
      shell,
      volumeMm3: meshMeasures(shell).signedVolumeMm3,
      bounds: meshBounds(shell),
      depth: 0,
    }));
  for (const outer of shells) {
    const inner = shells.filter(
      ({ bounds }) =>
        bounds !== outer.bounds &&
        [0, 1, 2].every(
          (axis) =>
            outer.bounds.min[axis]! < bounds.min[axis]! &&
            outer.bounds.max[axis]! > bounds.max[axis]!,
        ),
    );
    if (inner.length === 0) continue;
    const field = signedDistance(outer.shell);
    for (const one of inner) {
      const distanceMm = field.at(pointAt(one.shell.positions, 0));
      if (distanceMm * outer.volumeMm3 < 0) one.depth++; // an inward surface has its signs turned
    }
  }
  return shells.map(({ part, depth, volumeMm3 }) => ({ part, depth, volumeMm3 }));
}

/** One mesh for each name, of its triangles and their vertices. */
function submeshes({ positions, triangles }: TriangleMesh, names: Uint32Array): TriangleMesh[] {
  const parts: number[][] = [];
  for (let t = 0; t < names.length; t++) {
    const part = parts[names[t]!] ?? [];
    parts[names[t]!] = part;
    part.push(t);
  }
  const owner = new Int32Array(positions.length / 3).fill(-1);
  const number = new Uint32Array(owner.length);
  return parts.map((list, part) => {
    const points: number[] = [];
    const corners = new Uint32Array(3 * list.length);
    list.forEach((t, i) => {
      for (let c = 0; c < 3; c++) {
        const vertex = triangles[3 * t + c]!;
        if (owner[vertex] !== part) {
          owner[vertex] = part;
          number[vertex] = points.length / 3;
          points.push(
            positions[3 * vertex]!,
            positions[3 * vertex + 1]!,
            positions[3 * vertex + 2]!,
          );
        }
        corners[3 * i + c] = number[vertex]!;
      }
    });
    return { positions: Float64Array.from(points), triangles: corners };
  });
}
