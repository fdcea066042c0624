import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** Curvature of a surface at its vertices. */
export interface MeshCurvature {
  readonly mean: Float64Array; // (nVertices) 1/mm; +1/r on a sphere whose normals point outwards
  readonly gaussian: Float64Array; // (nVertices) 1/mm²
  readonly areasMm2: Float64Array; // (nVertices) of the part of the surface that each vertex stands for
  /** Sum of the angle defects, radians: 2π times the Euler characteristic of a closed surface. */
  readonly totalAngleDefect: number;
}

/**
 * Mean and Gaussian curvature at the vertices of a mesh, by the angles about each vertex and the
 * cotangents of the angles opposite its edges, over the mixed Voronoi area.
 *
 * Vertices on a border have half a neighbourhood and get NaN, as do vertices of no triangle.
 *
 * @throws InvalidInput when it is no mesh
 * @source [@meyer2003]
 */
export function meshCurvature(mesh: TriangleMesh): MeshCurvature {
  checkMesh("meshCurvature", mesh);
  const { positions, triangles } = mesh;
  const vertices = positions.length / 3;
  const sums: VertexSums = {
    angles: new Float64Array(vertices),
    areasMm2: new Float64Array(vertices),
    laplacian: new Float64Array(3 * vertices),
    normals: new Float64Array(3 * vertices),
  };
  for (let t = 0; t < triangles.length; t += 3) {
    addTriangle(positions, triangles[t]!, triangles[t + 1]!, triangles[t + 2]!, sums);
  }
  const onBorder = borderVertices(triangles, vertices);
  const { angles, areasMm2, laplacian, normals } = sums;
  const mean = new Float64Array(vertices);
  const gaussian = new Float64Array(vertices);
  let totalAngleDefect = 0;
  for (let v = 0; v < vertices; v++) {
    const area = areasMm2[v]!;
    const defect = (onBorder[v] === 1 ? Math.PI : 2 * Math.PI) - angles[v]!;
    if (area > 0) totalAngleDefect += defect;
    const isInner = area > 0 && onBorder[v] === 0;
    const [x, y, z] = [laplacian[3 * v]!, laplacian[3 * v + 1]!, laplacian[3 * v + 2]!];
    const side = x * normals[3 * v]! + y * normals[3 * v + 1]! + z * normals[3 * v + 2]!;
    mean[v] = isInner ? (Math.sign(side) * Math.hypot(x, y, z)) / (4 * area) : Number.NaN;
    gaussian[v] = isInner ? defect / area : Number.NaN;
  }
  return { mean, gaussian, areasMm2, totalAngleDefect };
}

interface VertexSums {
  readonly angles: Float64Array;
  readonly areasMm2: Float64Array;
  readonly laplacian: Float64Array; // Σ (cot α + cot β)(xᵢ − xⱼ)
  readonly normals: Float64Array;
}

function addTriangle(p: Float64Array, a: number, b: number, c: number, sums: VertexSums): void {
  const [ux, uy, uz] = [
    p[3 * b]! - p[3 * a]!,
    p[3 * b + 1]! - p[3 * a + 1]!,
    p[3 * b + 2]! - p[3 * a + 2]!,
  ];
  const [vx, vy, vz] = [
    p[3 * c]! - p[3 * a]!,
    p[3 * c + 1]! - p[3 * a + 1]!,
    p[3 * c + 2]! - p[3 * a + 2]!,
  ];
  const [wx, wy, wz] = [vx - ux, vy - uy, vz - uz]; // from b to c
  const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const double = Math.sqrt(nx * nx + ny * ny + nz * nz);
  if (double === 0) return; // a sliver has no angles
  // Cosines times the two sides at a, b and c.
  const atA = ux * vx + uy * vy + uz * vz;
  const atB = -(ux * wx + uy * wy + uz * wz);
  const atC = vx * wx + vy * wy + vz * wz;
  const corners = [a, b, c];
  const { angles, areasMm2, laplacian, normals } = sums;
  angles[a]! += Math.atan2(double, atA);
  angles[b]! += Math.atan2(double, atB);
  angles[c]! += Math.atan2(double, atC);
  for (const vertex of corners) {
    normals[3 * vertex]! += nx;
    normals[3 * vertex + 1]! += ny;
    normals[3 * vertex + 2]! += nz;
  }
  bend(laplacian, b, c, atA / double, wx, wy, wz);
  bend(laplacian, a, c, atB / double, vx, vy, vz);
  bend(laplacian, a, b, atC / double, ux, uy, uz);
  if (atA < 0 || atB < 0 || atC < 0) {
    // Without the circumcentre: half of the triangle for the obtuse corner, a quarter for each other.
    areasMm2[a]! += atA < 0 ? double / 4 : double / 8;
    areasMm2[b]! += atB < 0 ? double / 4 : double / 8;
    areasMm2[c]! += atC < 0 ? double / 4 : double / 8;
    return;
  }
  const [shareA, shareB, shareC] = [
    (atA / double) * (wx * wx + wy * wy + wz * wz),
    (atB / double) * (vx * vx + vy * vy + vz * vz),
    (atC / double) * (ux * ux + uy * uy + uz * uz),
  ];
  areasMm2[a]! += (shareB + shareC) / 8;
  areasMm2[b]! += (shareA + shareC) / 8;
  areasMm2[c]! += (shareA + shareB) / 8;
}

/** The pull along an edge from one vertex to another, by the cotangent of the angle opposite. */
function bend(
  laplacian: Float64Array,
  from: number,
  to: number,
  cotangent: number,
  x: number,
  y: number,
  z: number,
): void {
  laplacian[3 * from]! -= cotangent * x;
  laplacian[3 * from + 1]! -= cotangent * y;
  laplacian[3 * from + 2]! -= cotangent * z;
  laplacian[3 * to]! += cotangent * x;
  laplacian[3 * to + 1]! += cotangent * y;
  laplacian[3 * to + 2]! += cotangent * z;
}

/** Vertices of an edge that is not run along as often one way as the other. */
function borderVertices(triangles: Uint32Array, vertices: number): Uint8Array {
  // About an inner vertex the neighbours that edges lead to are those that edges come from.
  const sums = new Int32Array(vertices);
  for (let i = 0; i < triangles.length; i++) {
    const [from, to] = [triangles[i]!, triangles[i % 3 === 2 ? i - 2 : i + 1]!];
    sums[from] = (sums[from]! + Math.imul(to + 1, 0x9e3779b1)) | 0;
    sums[to] = (sums[to]! - Math.imul(from + 1, 0x9e3779b1)) | 0;
  }
  return Uint8Array.from({ length: vertices }, (_, v) => (sums[v] === 0 ? 0 : 1));
}
