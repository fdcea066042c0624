import { InvalidInput } from "../../numeric/invalid-input.js";

/** Oriented triangle surface, LPS frame, outward normals by the right-hand rule. */
export interface TriangleMesh {
  readonly positions: Float64Array; // (nVertices × 3) mm
  readonly triangles: Uint32Array; // (nTriangles × 3) vertex indices
}

/**
 * Refuses what is no mesh.
 *
 * @throws InvalidInput in the name of the caller when the arrays are of another kind or length, a
 *   coordinate is not finite or an index has no vertex
 */
export function checkMesh(where: string, { positions, triangles }: TriangleMesh): void {
  if (!(positions instanceof Float64Array) || positions.length % 3 !== 0) {
    throw new InvalidInput(
      where,
      `needs positions as a Float64Array of 3 numbers a vertex; got ${kind(positions)}`,
    );
  }
  if (!(triangles instanceof Uint32Array) || triangles.length % 3 !== 0) {
    throw new InvalidInput(
      where,
      `needs triangles as a Uint32Array of 3 indices each; got ${kind(triangles)}`,
    );
  }
  const vertices = positions.length / 3;
  for (let i = 0; i < positions.length; i++) {
    if (!Number.isFinite(positions[i]!)) {
      const rule = `needs finite coordinates; vertex ${Math.floor(i / 3)} has ${positions[i]}`;
      throw new InvalidInput(where, rule, "non_finite");
    }
  }
  for (let i = 0; i < triangles.length; i++) {
    if (triangles[i]! >= vertices) {
      const rule = `needs indices below ${vertices}; triangle ${Math.floor(i / 3)} has ${triangles[i]}`;
      throw new InvalidInput(where, rule, "index_out_of_range");
    }
  }
}

function kind(value: unknown): string {
  const length = (value as { length?: number } | undefined)?.length;
  return `${(value as object | undefined)?.constructor?.name ?? typeof value}${length === undefined ? "" : ` of ${length}`}`;
}
