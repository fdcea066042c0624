import { InvalidInput, inTheNameOf } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import { withoutDuplicates, withoutSlivers } from "./clean-triangles.js";
import { fillMeshHoles, type Hole } from "./fill-holes.js";
import { turnOutwards, windConsistently } from "./orient.js";
import { type SurfaceSize, surfaceSize } from "./surface-size.js";
import { meshTopology } from "./topology.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";
import { weldMesh } from "./weld.js";

/** What a repair did. */
export type RepairCode =
  | "WELDED" // vertices joined, and triangles that came to nothing left out
  | "DUPLICATES_LEFT_OUT"
  | "TURNED" // against their neighbours
  | "SLIVERS_MENDED" // triangles without area
  | "HOLES_FILLED"
  | "TURNED_OUTWARDS";

/** One act of a repair, and what it changed. */
export interface RepairAct {
  readonly code: RepairCode;
  readonly message: string;
  readonly count: number; // of vertices, triangles or holes, as the message says
  readonly areaChangeMm2: number;
  readonly volumeChangeMm3: number; // NaN where the surface was or is not closed
}

/** A repaired mesh, with everything that was done to it. */
export interface MeshRepair {
  readonly mesh: TriangleMesh;
  readonly acts: readonly RepairAct[]; // in order; empty where nothing was to be done
  readonly holes: readonly Hole[]; // those that stay open too; the longest first
  readonly before: SurfaceSize;
  readonly after: SurfaceSize;
  readonly issues: readonly GeometryIssue[]; // what is still wrong
}

/**
 * Repairs a mesh: joins vertices within a tolerance, leaves out copies of triangles, turns triangles one
 * way, mends triangles without area, fills holes up to a size, and turns the whole outwards (cavities
 * inwards). Each act is reported with what it changed; what is sound stays as it is.
 *
 * @param options.toleranceMm - distance of vertices that are joined, mm; 0 joins equal ones only
 * @param options.maxLoopMm - length round the largest hole that is filled, mm; 0 fills none
 * @throws InvalidInput when it is no mesh, has one side only, or an option is below 0
 */
export function repairMesh(
  mesh: TriangleMesh,
  { toleranceMm = 0, maxLoopMm = 0 }: { toleranceMm?: number; maxLoopMm?: number } = {},
): MeshRepair {
  checkMesh("repairMesh", mesh);
  if (!(toleranceMm >= 0 && Number.isFinite(toleranceMm) && maxLoopMm >= 0)) {
    const got = `toleranceMm ${toleranceMm}, maxLoopMm ${maxLoopMm}`;
    throw new InvalidInput("repairMesh", `needs lengths of at least 0 mm; got ${got}`);
  }
  const before = surfaceSize(mesh);
  const acts: RepairAct[] = [];
  let [current, size] = [mesh, before];
  const act = (code: RepairCode, next: TriangleMesh, count: number, message: string): void => {
    if (count === 0) return;
    const changed = surfaceSize(next);
    acts.push({
      code,
      message: `${count} ${message}`,
      count,
      areaChangeMm2: changed.areaMm2 - size.areaMm2,
      volumeChangeMm3: changed.volumeMm3 - size.volumeMm3,
    });
    [current, size] = [next, changed];
  };

  const weld = weldMesh(current, { toleranceMm });
  act(
    "WELDED",
    weld.mesh,
    weld.mergedVertices + weld.degenerateTriangles + weld.unusedVertices,
    `changes by welding within ${toleranceMm} mm: ${weld.mergedVertices} vertices joined, ${weld.unusedVertices} of no triangle and ${weld.degenerateTriangles} triangles of fewer than three corners left out`,
  );
  const single = withoutDuplicates(current);
  act("DUPLICATES_LEFT_OUT", single.mesh, single.count, "copies of triangles left out");
  const wound = inTheNameOf("repairMesh", () => windConsistently(current));
  act("TURNED", wound.mesh, wound.turnedTriangles, "triangles turned as their neighbours are");
  const open = withoutSlivers(current);
  act("SLIVERS_MENDED", open.mesh, open.count, "triangles without area mended");
  const filled = fillMeshHoles(current, maxLoopMm);
  act(
    "HOLES_FILLED",
    filled.mesh,
    filled.holes.filter(({ isFilled }) => isFilled).length,
    `holes of at most ${maxLoopMm} mm round filled`,
  );
  const outward = turnOutwards(current);
  act("TURNED_OUTWARDS", outward.mesh, outward.turnedTriangles, "triangles turned outwards");
  return {
    mesh: current,
    acts,
    holes: filled.holes,
    before,
    after: size,
    issues: remaining(current),
  };
}

function remaining(mesh: TriangleMesh): GeometryIssue[] {
  const { boundaryEdges, nonManifoldEdges, nonManifoldVertices } = meshTopology(mesh);
  const faults: readonly [string, number, string][] = [
    ["BOUNDARY_EDGES", boundaryEdges, "edges still have one triangle"],
    ["NON_MANIFOLD_EDGES", nonManifoldEdges, "edges still have more than two triangles"],
    ["NON_MANIFOLD_VERTICES", nonManifoldVertices, "vertices still join parts that share no edge"],
  ];
  return faults
    .filter(([, count]) => count > 0)
    .map(([code, count, what]) => ({ code, message: `${count} ${what}` }));
}
