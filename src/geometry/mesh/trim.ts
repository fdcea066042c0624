import type { Manifold, ManifoldToplevel } from "manifold-3d";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkPlane, type Plane } from "../plane.js";
import { dot, unit } from "../vector.js";
import { checkClosed, isInward } from "./closed.js";
import type { TriangleMesh } from "./triangle-mesh.js";

/** The two parts of a solid on both sides of a plane; one has no triangles where the plane misses. */
export interface SplitMesh {
  readonly above: TriangleMesh; // on the side to which the normal points
  readonly below: TriangleMesh;
}

/** What two solids make together. */
export type BooleanOperation = "union" | "difference" | "intersection";

/**
 * Keeps the part of a solid that lies on the side to which a plane's normal points, closed by a cap in
 * the plane.
 *
 * The work is done in single precision, as STL files hold coordinates; far from the origin move
 * the solid there first.
 *
 * @returns a closed mesh, outward; without triangles where nothing lies on that side
 * @throws InvalidInput when it is no plane, or no closed mesh with outward normals
 * @source [@smith2007] booleans whose result is manifold whatever the rounding
 */
export async function trimMesh(mesh: TriangleMesh, plane: Plane): Promise<TriangleMesh> {
  return (await splitAs("trimMesh", mesh, plane)).above;
}

/**
 * Parts a solid by a plane, each part closed by a cap.
 *
 * @throws InvalidInput as `trimMesh`
 * @source [@smith2007]
 */
export async function splitMesh(mesh: TriangleMesh, plane: Plane): Promise<SplitMesh> {
  return splitAs("splitMesh", mesh, plane);
}

/**
 * Union, difference (first without second) or intersection of two solids.
 *
 * @throws InvalidInput unless both are closed meshes with outward normals
 * @source [@smith2007]
 */
export async function meshBoolean(
  first: TriangleMesh,
  second: TriangleMesh,
  operation: BooleanOperation,
): Promise<TriangleMesh> {
  const where = "meshBoolean";
  const kernel = await loadedKernel();
  const held: Manifold[] = [];
  try {
    const a = hold(held, solidOf(where, kernel, first));
    const b = hold(held, solidOf(where, kernel, second));
    const made = { union: a.add, difference: a.subtract, intersection: a.intersect }[operation];
    if (made === undefined) {
      const rule = `needs union, difference or intersection; got ${String(operation)}`;
      throw new InvalidInput(where, rule);
    }
    return meshOf(where, hold(held, made.call(a, b)));
  } finally {
    for (const solid of held) solid.delete();
  }
}

async function splitAs(where: string, mesh: TriangleMesh, plane: Plane): Promise<SplitMesh> {
  checkPlane(where, plane);
  const kernel = await loadedKernel();
  const held: Manifold[] = [];
  try {
    const solid = hold(held, solidOf(where, kernel, mesh));
    const normal = unit(plane.normal);
    const [above, below] = solid.splitByPlane([...normal], dot(normal, plane.origin));
    hold(held, above);
    hold(held, below);
    return { above: meshOf(where, above), below: meshOf(where, below) };
  } finally {
    for (const solid of held) solid.delete();
  }
}

let kernel: Promise<ManifoldToplevel> | undefined;

/** The package is WebAssembly that takes a tenth of a second to start: it loads when it is first needed. */
function loadedKernel(): Promise<ManifoldToplevel> {
  kernel ??= import("manifold-3d").then(async (loaded) => {
    const started = await loaded.default();
    started.setup();
    return started;
  });
  return kernel;
}

/** Solids live outside JavaScript's memory and must be given back. */
function hold(held: Manifold[], solid: Manifold): Manifold {
  held.push(solid);
  return solid;
}

function solidOf(
  where: string,
  { Manifold, Mesh }: ManifoldToplevel,
  mesh: TriangleMesh,
): Manifold {
  checkClosed(where, mesh);
  if (isInward(mesh)) {
    throw new InvalidInput(
      where,
      "needs normals that point outwards; got a mesh of negative volume: turn it with reverseMesh",
      "inward",
    );
  }
  const given = new Mesh({
    numProp: 3,
    vertProperties: Float32Array.from(mesh.positions),
    triVerts: mesh.triangles,
  });
  try {
    return new Manifold(given);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new InvalidInput(where, `needs a manifold solid: ${said}`, "not_manifold");
  }
}

/** Points nearer than this many steps of single precision become one: in an STL file they would be, and leave triangles without area. */
const STEPS = 4;
const SINGLE_STEP = 2 ** -23;

function meshOf(where: string, given: Manifold): TriangleMesh {
  const { min, max } = given.boundingBox();
  const farthest = Math.max(...[...min, ...max].map(Math.abs));
  const solid = given.simplify(STEPS * SINGLE_STEP * farthest);
  try {
    return copied(where, solid);
  } finally {
    solid.delete();
  }
}

function copied(where: string, solid: Manifold): TriangleMesh {
  const { vertProperties, triVerts, numProp, mergeFromVert, mergeToVert } = solid.getMesh();
  const count = vertProperties.length / numProp;
  const positions = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    for (let axis = 0; axis < 3; axis++) {
      positions[3 * i + axis] = vertProperties[numProp * i + axis]!;
    }
  }
  const triangles = Uint32Array.from(triVerts);
  const merged = new Map<number, number>();
  mergeFromVert?.forEach((from, i) => {
    merged.set(from, mergeToVert[i]!);
  });
  if (merged.size > 0) {
    for (let i = 0; i < triangles.length; i++) {
      triangles[i] = merged.get(triangles[i]!) ?? triangles[i]!;
    }
  }
  const mesh = { positions, triangles };
  if (triangles.length > 0) checkClosed(`${where}, the result`, mesh);
  return mesh;
}
