import { readVolume } from "../../src/geometry/io/read-volume.js";
import { meshMeasures } from "../../src/geometry/mesh/measures.js";
import { meshTopology } from "../../src/geometry/mesh/topology.js";
import { weldMesh } from "../../src/geometry/mesh/weld.js";
import { marchingCubes } from "../../src/geometry/volume/marching-cubes.js";
import { padVolume } from "../../src/geometry/volume/pad.js";
import { voxelVolumeMm3 } from "../../src/geometry/volume/volume.js";
import { type Compared, pathOf, type ReferenceFamily } from "./reference.js";

interface Case {
  readonly iso: number;
  readonly paddedWith: number | null;
  readonly vtkFlyingEdges3D: {
    readonly points: number;
    readonly triangles: number;
    readonly weldedVertices: number;
    readonly volumeAbs: number;
    readonly signedVolumeRaw: number;
    readonly surfaceArea: number;
    readonly euler: number;
    readonly components: number;
    readonly watertight: boolean;
    readonly nonManifoldEdges: number;
    readonly bboxWorld: { readonly min: readonly number[]; readonly max: readonly number[] };
  };
  readonly voxelCount: number;
  readonly voxelVolume: number;
}

const RELATIVE = 1e-6; // VTK stores single precision
const BOUNDS_MM = 1e-3;

/** Surfaces at an iso value against vtkFlyingEdges3D. */
export const marchingCubesFamily: ReferenceFamily = {
  file: "marching_cubes.json",
  cases: (json: { readonly cases: Readonly<Record<string, readonly Case[]>> }) =>
    Object.entries(json.cases).flatMap(([key, isos]) =>
      isos.map((one) => ({
        name: `${key} at ${one.iso}`,
        files: [key],
        run: () => compare(key, one),
      })),
    ),
};

async function compare(key: string, { iso, paddedWith, ...expected }: Case): Promise<Compared[]> {
  const { volume } = await readVolume(pathOf(key));
  const mesh = marchingCubes(paddedWith === null ? volume : padVolume(volume, paddedWith), iso);
  const vtk = expected.vtkFlyingEdges3D;
  const measures = meshMeasures(mesh);
  const welded = meshTopology(weldMesh(mesh).mesh);
  const stored = volume.voxels instanceof Float32Array ? Math.fround(iso) : iso;
  let inside = 0;
  for (let i = 0; i < volume.voxels.length; i++) if (volume.voxels[i]! >= stored) inside++;
  const near = (what: string, got: number, wanted: number): Compared => ({
    what,
    got,
    expected: wanted,
    relative: RELATIVE,
  });
  return [
    { what: "points", got: mesh.positions.length / 3, expected: vtk.points },
    { what: "triangles", got: mesh.triangles.length / 3, expected: vtk.triangles },
    { what: "welded vertices", got: welded.vertices, expected: vtk.weldedVertices },
    { what: "Euler characteristic", got: welded.eulerCharacteristic, expected: vtk.euler },
    { what: "components", got: welded.componentsByEdge, expected: vtk.components },
    { what: "watertight", got: welded.isWatertight, expected: vtk.watertight },
    { what: "non-manifold edges", got: welded.nonManifoldEdges, expected: vtk.nonManifoldEdges },
    near("volume", Math.abs(measures.signedVolumeMm3), vtk.volumeAbs),
    near("area", measures.areaMm2, vtk.surfaceArea),
    ...(["min", "max"] as const).flatMap((end) =>
      vtk.bboxWorld[end].map(
        (value, i): Compared => ({
          what: `${end}[${i}]`,
          got: measures.bounds[end][i]!,
          expected: value,
          absolute: BOUNDS_MM,
        }),
      ),
    ),
    { what: "voxels inside", got: inside, expected: expected.voxelCount },
    near("volume of the voxels", inside * voxelVolumeMm3(volume), expected.voxelVolume),
  ];
}
