import { readMesh } from "../../src/geometry/io/read-mesh.js";
import { meshMeasures } from "../../src/geometry/mesh/measures.js";
import { meshTopology } from "../../src/geometry/mesh/topology.js";
import { weldMesh } from "../../src/geometry/mesh/weld.js";
import { type Compared, pathOf, type ReferenceFamily } from "./reference.js";

interface Metrics {
  readonly empty?: boolean;
  readonly raw: { readonly points: number; readonly triangles: number };
  readonly weldedVertices: number;
  readonly trianglesNonDegenerate: number;
  readonly degenerateRemoved: number;
  readonly edges: number;
  readonly eulerCharacteristic: number;
  readonly componentsByVertex: number;
  readonly componentsByEdge: number;
  readonly boundaryEdges: number;
  readonly nonManifoldEdges: number;
  readonly inconsistentWindingEdges: number;
  readonly watertight: boolean;
  readonly windingConsistent: boolean;
  readonly duplicateFaces: number;
  readonly surfaceArea: number;
  readonly signedVolume: number;
  readonly bbox: { readonly min: readonly number[]; readonly max: readonly number[] };
  readonly areaCentroid: readonly number[];
  readonly minEdge: number;
  readonly maxEdge: number;
  readonly volumeCentroid: readonly number[];
  readonly genus?: number;
  readonly boundaryLoops: {
    readonly count: number;
    readonly simple: boolean;
    readonly lengths: readonly number[];
    readonly edgeCounts: readonly number[];
  };
}

const RELATIVE = 1e-6; // single precision in the files
const CENTROID_MM = 1e-4;

/** Counts, topology and measures of meshes after an exact weld. */
export const meshes: ReferenceFamily = {
  file: "meshes.json",
  cases: (json: { readonly meshes: Readonly<Record<string, { readonly metrics: Metrics }>> }) =>
    Object.entries(json.meshes).map(([key, { metrics }]) => ({
      name: key,
      files: [key],
      run: () => compare(key, metrics),
    })),
};

function compare(key: string, expected: Metrics): readonly Compared[] {
  const file = readMesh(pathOf(key));
  if (expected.empty === true) {
    return [{ what: "triangles", got: file.fileTriangles, expected: expected.raw.triangles }];
  }
  const weld = weldMesh(file.mesh);
  const topology = meshTopology(weld.mesh);
  const measures = meshMeasures(weld.mesh);
  const loops = topology.boundaryLoops;
  const edgeCounts = [...loops.edgeCounts].sort((a, b) => b - a);
  const exact = (what: string, got: number | boolean, wanted: number | boolean): Compared => ({
    what,
    got,
    expected: wanted,
  });
  const near = (what: string, got: number, wanted: number): Compared => ({
    what,
    got,
    expected: wanted,
    relative: RELATIVE,
    absolute: 1e-9,
  });
  const points = (
    what: string,
    got: readonly number[],
    wanted: readonly number[] | undefined,
    mm: number,
  ) =>
    (wanted ?? []).map(
      (value, i): Compared => ({
        what: `${what}[${i}]`,
        got: got[i]!,
        expected: value,
        relative: RELATIVE,
        absolute: mm,
      }),
    );
  return [
    exact("raw points", file.filePoints, expected.raw.points),
    exact("raw triangles", file.fileTriangles, expected.raw.triangles),
    exact("welded vertices", topology.vertices, expected.weldedVertices),
    exact("triangles", topology.triangles, expected.trianglesNonDegenerate),
    exact("degenerate", file.fileTriangles - topology.triangles, expected.degenerateRemoved),
    exact("edges", topology.edges, expected.edges),
    exact("Euler characteristic", topology.eulerCharacteristic, expected.eulerCharacteristic),
    exact("components by vertex", topology.componentsByVertex, expected.componentsByVertex),
    exact("components by edge", topology.componentsByEdge, expected.componentsByEdge),
    exact("boundary edges", topology.boundaryEdges, expected.boundaryEdges),
    exact("non-manifold edges", topology.nonManifoldEdges, expected.nonManifoldEdges),
    exact(
      "inconsistent edges",
      topology.inconsistentWindingEdges,
      expected.inconsistentWindingEdges,
    ),
    exact("watertight", topology.isWatertight, expected.watertight),
    exact("consistently wound", topology.isConsistentlyWound, expected.windingConsistent),
    exact("duplicates", topology.duplicateTriangles, expected.duplicateFaces),
    ...(expected.genus === undefined ? [] : [exact("genus", topology.genus, expected.genus)]),
    exact("loops", loops.count, expected.boundaryLoops.count),
    exact("simple loops", loops.isSimple, expected.boundaryLoops.simple),
    ...expected.boundaryLoops.lengths.map((length, i) =>
      near(`loop ${i}`, loops.lengthsMm[i]!, length),
    ),
    // Each list is sorted by itself.
    ...expected.boundaryLoops.edgeCounts.map((count, i) =>
      exact(`edges of loop ${i}`, edgeCounts[i]!, count),
    ),
    ...(expected.trianglesNonDegenerate === 0
      ? []
      : [
          near("area", measures.areaMm2, expected.surfaceArea),
          near("volume", measures.signedVolumeMm3, expected.signedVolume),
          near("shortest edge", measures.shortestEdgeMm, expected.minEdge),
          near("longest edge", measures.longestEdgeMm, expected.maxEdge),
          ...points("least", measures.bounds.min, expected.bbox.min, 1e-6),
          ...points("greatest", measures.bounds.max, expected.bbox.max, 1e-6),
          ...points(
            "centroid of the area",
            measures.areaCentroid,
            expected.areaCentroid,
            CENTROID_MM,
          ),
          ...points(
            "centroid of the volume",
            measures.volumeCentroid,
            expected.volumeCentroid,
            CENTROID_MM,
          ),
        ]),
  ];
}
