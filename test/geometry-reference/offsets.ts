import { readMesh } from "../../src/geometry/io/read-mesh.js";
import { meshMeasures } from "../../src/geometry/mesh/measures.js";
import { meshTopology } from "../../src/geometry/mesh/topology.js";
import type { TriangleMesh } from "../../src/geometry/mesh/triangle-mesh.js";
import { weldMesh } from "../../src/geometry/mesh/weld.js";
import { buildWall } from "../../src/geometry/wall/build-wall.js";
import { offsetSurface } from "../../src/geometry/wall/offset-surface.js";
import { box, sphere, torus } from "../geometry/solids.js";
import { type Compared, pathOf, type ReferenceFamily } from "./reference.js";

interface Offset {
  readonly shape: string;
  readonly thickness: number;
  readonly direction?: "outward" | "inward";
  readonly radius?: number;
  readonly R?: number;
  readonly r?: number;
  readonly box?: readonly [number, number, number];
  readonly outerVolume?: number;
  readonly wallVolume?: number;
  readonly outerArea?: number;
  readonly euler?: number;
  readonly watertight?: boolean;
}

/** The README's 1 % is that of the grid; closed forms are of smooth shapes, which our meshes cut short by a part in a thousand. */
const RELATIVE = 0.01;

const GRID_MM = 0.4; // as the reference

/** Walls of shapes whose offsets have closed forms, and of an appendage. */
export const offsets: ReferenceFamily = {
  file: "offsets.json",
  cases: (json: { readonly cases: readonly Offset[] }) =>
    json.cases.map((one) => ({
      name: `${one.shape} by ${one.thickness} mm`,
      files: /^(golden|data)\//.test(one.shape) ? [one.shape] : [],
      run: () => compare(one),
    })),
};

function shapeOf({ shape, radius, R, r, box: sides }: Offset): TriangleMesh {
  if (/^(golden|data)\//.test(shape)) return weldMesh(readMesh(pathOf(shape)).mesh).mesh;
  if (sides !== undefined) return box(sides);
  if (R !== undefined && r !== undefined) return torus(R, r, 96, 192);
  return sphere(radius!, 60);
}

async function compare(one: Offset): Promise<Compared[]> {
  const mesh = shapeOf(one);
  const direction = one.direction ?? "outward";
  const wall = await buildWall(mesh, one.thickness, { direction, spacingMm: GRID_MM });
  const near = (what: string, got: number, expected: number | undefined): Compared[] =>
    expected === undefined ? [] : [{ what, got, expected, relative: RELATIVE }];
  const outer = offsetSurface(mesh, one.thickness, GRID_MM);
  const topology = meshTopology(outer);
  return [
    ...near("outer volume", wall.outerVolumeMm3, one.outerVolume),
    ...near("volume of the outer face", meshMeasures(outer).signedVolumeMm3, one.outerVolume),
    ...near("wall volume", wall.wallVolumeMm3, one.wallVolume),
    ...near("outer area", wall.outerAreaMm2, one.outerArea),
    {
      what: "least thickness",
      got: wall.thickness.leastMm >= 0.97 * one.thickness,
      expected: true,
    },
    { what: "mesh is watertight", got: meshTopology(wall.mesh).isWatertight, expected: true },
    { what: "watertight", got: topology.isWatertight, expected: one.watertight ?? true },
    ...(one.euler === undefined
      ? []
      : [{ what: "Euler number", got: topology.eulerCharacteristic, expected: one.euler }]),
  ];
}
