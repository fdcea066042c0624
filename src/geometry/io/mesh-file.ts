import type { GeometryIssue } from "../issue.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";

/** Formats of mesh files. */
export type MeshFormat = "stl" | "ply" | "obj" | "off" | "vtk" | "vtp";

/** A mesh as a file holds it. */
export interface MeshFile {
  readonly format: MeshFormat;
  readonly mesh: TriangleMesh;
  /** Points that the file lists: three a triangle in STL. */
  readonly filePoints: number;
  /** Triangles after polygons were cut into fans; the mesh has fewer where some were left out. */
  readonly fileTriangles: number;
  readonly issues: readonly GeometryIssue[];
}
