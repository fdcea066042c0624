import { MeshoptSimplifier } from "meshoptimizer";
import { InvalidInput } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import { type SurfaceChange, surfaceChange } from "./surface-change.js";
import { meshTopology } from "./topology.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";
import { withoutUnused } from "./weld.js";

/** A mesh of fewer triangles, and what that changed. */
export interface DecimatedMesh {
  readonly mesh: TriangleMesh; // its vertices are vertices of the mesh before
  readonly trianglesBefore: number;
  readonly errorMm: number; // the largest by the quadrics that decided; `change.distance` is measured
  readonly change: SurfaceChange;
  readonly issues: readonly GeometryIssue[];
}

/** How far a mesh is decimated: to a share of its triangles, or as far as an error allows. */
export type DecimationTarget =
  | { readonly share: number } // of the triangles, above 0 and below 1
  | { readonly maxErrorMm: number };

/**
 * Takes triangles out of a mesh by collapsing the edges that matter least, by quadrics of the distances
 * to the planes about each vertex. The border of an open surface keeps its vertices.
 *
 * Positions are not rounded: vertices go or stay as they are. Weld first: edges that only touch count as
 * borders.
 *
 * @throws InvalidInput when it is no mesh, has no triangles, or the target is out of its range
 * @source [@garland1997]
 */
export async function decimateMesh(
  mesh: TriangleMesh,
  target: DecimationTarget,
): Promise<DecimatedMesh> {
  check(mesh, target);
  await MeshoptSimplifier.ready;
  const before = mesh.triangles.length / 3;
  const [count, error] =
    "share" in target
      ? [3 * Math.max(4, Math.round(before * target.share)), Number.MAX_VALUE]
      : [0, target.maxErrorMm];
  const [triangles, errorMm] = MeshoptSimplifier.simplify(
    mesh.triangles.slice(),
    centred(mesh.positions),
    3,
    Math.min(count, mesh.triangles.length),
    Math.min(error, LARGEST_SINGLE),
    ["LockBorder", "ErrorAbsolute"],
  );
  const after = withoutUnused({ positions: mesh.positions, triangles });
  if (triangles.length === 0) {
    const rule = "leaves no triangle with this target; choose a smaller error or a larger share";
    throw new InvalidInput("decimateMesh", rule, "nothing_left");
  }
  return {
    mesh: after,
    trianglesBefore: before,
    errorMm,
    change: surfaceChange(mesh, after),
    issues: issuesOf(mesh, after, count),
  };
}

const LARGEST_SINGLE = 3e38;

/** Positions in single precision about the middle of their box, where that loses the least. */
function centred(positions: Float64Array): Float32Array {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const most = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < positions.length; i++) {
    least[i % 3] = Math.min(least[i % 3]!, positions[i]!);
    most[i % 3] = Math.max(most[i % 3]!, positions[i]!);
  }
  const middle = least.map((low, axis) => low / 2 + most[axis]! / 2);
  return Float32Array.from(positions, (value, i) => value - middle[i % 3]!);
}

function issuesOf(
  before: TriangleMesh,
  after: TriangleMesh,
  targetCorners: number,
): GeometryIssue[] {
  const [old, now] = [meshTopology(before), meshTopology(after)];
  const issues: GeometryIssue[] = [];
  if (old.isWatertight && !now.isWatertight) {
    const message = `the mesh was watertight; now ${now.boundaryEdges} edges have one triangle and ${now.nonManifoldEdges} more than two`;
    issues.push({ code: "NOT_WATERTIGHT", message });
  }
  if (old.eulerCharacteristic !== now.eulerCharacteristic) {
    const message = `the Euler number was ${old.eulerCharacteristic} and is ${now.eulerCharacteristic}`;
    issues.push({ code: "TOPOLOGY_CHANGED", message });
  }
  const excess = after.triangles.length - targetCorners;
  if (targetCorners > 0 && excess > 0.01 * before.triangles.length) {
    const message = `${after.triangles.length / 3} triangles are left; to reach ${targetCorners / 3} the topology or the border would have to change`;
    issues.push({ code: "TARGET_NOT_REACHED", message });
  }
  return issues;
}

function check(mesh: TriangleMesh, target: DecimationTarget): void {
  checkMesh("decimateMesh", mesh);
  if (mesh.triangles.length === 0) {
    throw new InvalidInput("decimateMesh", "needs a mesh with triangles; got none", "no_triangles");
  }
  if ("share" in target && !(target.share > 0 && target.share < 1)) {
    throw new InvalidInput(
      "decimateMesh",
      `needs a share of the triangles between 0 and 1; got ${target.share}`,
    );
  }
  if ("maxErrorMm" in target && !(target.maxErrorMm > 0 && Number.isFinite(target.maxErrorMm))) {
    throw new InvalidInput("decimateMesh", `needs an error above 0 mm; got ${target.maxErrorMm}`);
  }
  if (!("share" in target) === !("maxErrorMm" in target)) {
    throw new InvalidInput("decimateMesh", "needs either a share or an error; got both or none");
  }
}
