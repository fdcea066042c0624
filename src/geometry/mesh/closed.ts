import { InvalidInput } from "../../numeric/invalid-input.js";
import { meshEdges } from "./edges.js";
import { meshMeasures } from "./measures.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/**
 * Refuses a mesh that encloses no volume, and says what is open.
 *
 * @throws InvalidInput in the name of the caller unless every edge has two triangles that run along it
 *   in opposite directions
 */
export function checkClosed(where: string, mesh: TriangleMesh): void {
  checkMesh(where, mesh);
  const edges = meshEdges(mesh.triangles);
  let [boundary, nonManifold, turned] = [0, 0, 0];
  for (let e = 0; e < edges.count; e++) {
    const incident = edges.triangles[e]!;
    if (incident === 1) boundary++;
    else if (incident > 2) nonManifold++;
    else if (edges.forward[e] !== 1) turned++;
  }
  const faults = [
    boundary > 0 ? `${boundary} boundary edges` : "",
    nonManifold > 0 ? `${nonManifold} edges of more than two triangles` : "",
    turned > 0 ? `${turned} edges whose triangles turn both ways` : "",
    edges.count === 0 ? "no triangles" : "",
  ].filter((fault) => fault !== "");
  if (faults.length > 0) {
    const rule = `needs a closed surface, wound one way; got ${faults.join(", ")}`;
    throw new InvalidInput(where, rule, "not_closed");
  }
}

/** The mesh with every triangle turned round, so that its normals point to the other side. */
export function reverseMesh({ positions, triangles }: TriangleMesh): TriangleMesh {
  const turned = triangles.slice();
  for (let t = 0; t < turned.length; t += 3) {
    turned[t + 1] = triangles[t + 2]!;
    turned[t + 2] = triangles[t + 1]!;
  }
  return { positions, triangles: turned };
}

/** Whether the normals of a closed mesh point inwards: its signed volume is negative. */
export function isInward(mesh: TriangleMesh): boolean {
  return meshMeasures(mesh).signedVolumeMm3 < 0;
}

/** Two meshes as one, the triangles of the first before those of the second. */
export function joinMeshes(first: TriangleMesh, second: TriangleMesh): TriangleMesh {
  const positions = new Float64Array(first.positions.length + second.positions.length);
  positions.set(first.positions);
  positions.set(second.positions, first.positions.length);
  const triangles = new Uint32Array(first.triangles.length + second.triangles.length);
  triangles.set(first.triangles);
  const vertices = first.positions.length / 3;
  for (let i = 0, at = first.triangles.length; i < second.triangles.length; i++, at++) {
    triangles[at] = second.triangles[i]! + vertices;
  }
  return { positions, triangles };
}
