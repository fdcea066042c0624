import { InvalidInput } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import { checkClosed, isInward, joinMeshes, reverseMesh } from "../mesh/closed.js";
import { meshMeasures } from "../mesh/measures.js";
import { capEnds, type OpenEnd } from "../mesh/open-ends.js";
import { meshTopology } from "../mesh/topology.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import { meshBoolean } from "../mesh/trim.js";
import { checkPlane, type Plane } from "../plane.js";
import { dot, pointAt, subtract } from "../vector.js";
import { offsetSurface } from "./offset-surface.js";
import { openingBox } from "./openings.js";
import { type WallThickness, wallThickness } from "./wall-thickness.js";

/** A hollow wall and what was found out about it. */
export interface Wall {
  readonly mesh: TriangleMesh; // watertight, outward: the solid between the two faces
  readonly lumenVolumeMm3: number; // within the inner face, before openings are cut
  readonly outerVolumeMm3: number; // within the outer face, before openings are cut
  readonly outerAreaMm2: number;
  readonly wallVolumeMm3: number; // of the mesh
  readonly thickness: WallThickness; // measured before openings are cut, which thin nothing
  readonly spacingMm: number;
  readonly issues: readonly GeometryIssue[];
}

/** How a wall is built. */
export interface WallOptions {
  /** Which face the given surface becomes: the inner one with a wall `outward` about it, or the outer one. */
  readonly direction?: "outward" | "inward";
  /** Planes at the lumen's ends whose normals point out of it: what lies beyond is taken away. */
  readonly openings?: readonly Plane[];
  /** Of the grid of distances, mm; a quarter of the thickness, at most 0.5. */
  readonly spacingMm?: number;
  /** Below this share of the thickness the thinnest place is an issue; 0.9. */
  readonly leastShare?: number;
}

/** Puts the outer face at most 1/128 of the thickness too near where it bends as sharply as a wall can. */
const SPACINGS_A_WALL = 4;
const WIDEST_SPACING_MM = 0.5;

/**
 * Makes a hollow wall of one thickness from the surface of a lumen: the given surface stays as it is
 * and the other face lies at the distance of the thickness from it.
 *
 * An open surface is opened where it is open: at each of its ends the wall is cut by the plane across the
 * end, just far enough inside for the rim to be whole. Where folds of the lumen lie closer than the
 * wall is thick, their walls are one; the thickness says what is between them.
 *
 * @param lumen - closed, or open at ends that are simple loops
 * @param thicknessMm - above 0
 * @throws InvalidInput when the surface is not closed otherwise, an opening lies beside the
 *   lumen, or no lumen is left by a wall that grows inward
 * @source [@payne1992]
 */
export async function buildWall(
  lumen: TriangleMesh,
  thicknessMm: number,
  { direction = "outward", openings = [], spacingMm, leastShare = 0.9 }: WallOptions = {},
): Promise<Wall> {
  const spacing = spacingMm ?? Math.min(WIDEST_SPACING_MM, thicknessMm / SPACINGS_A_WALL);
  checkArguments(thicknessMm, spacing, direction, leastShare);
  for (const plane of openings) checkPlane("buildWall", plane);
  const issues: GeometryIssue[] = [];
  const { surface, ends } = closedSurface(lumen, issues);
  const isOutward = direction === "outward";
  const offset = offsetSurface(surface, isOutward ? thicknessMm : -thicknessMm, spacing);
  if (offset.triangles.length === 0) {
    const rule = `needs a surface wider than two walls; one of ${thicknessMm} mm inward leaves no lumen`;
    throw new InvalidInput("buildWall", rule, "no_lumen");
  }
  const [inner, outer] = isOutward ? [surface, offset] : [offset, surface];
  const thickness = wallThickness(inner, outer);
  const planes = [...ends.map((end) => planeWithin(surface, end)), ...openings];
  const mesh = await opened(inner, outer, planes);
  const [inside, outside] = [meshMeasures(inner), meshMeasures(outer)];
  issues.push(...findings(mesh, inner, outer, thickness, thicknessMm, leastShare));
  return {
    mesh,
    lumenVolumeMm3: inside.signedVolumeMm3,
    outerVolumeMm3: outside.signedVolumeMm3,
    outerAreaMm2: outside.areaMm2,
    wallVolumeMm3: meshMeasures(mesh).signedVolumeMm3,
    thickness,
    spacingMm: spacing,
    issues,
  };
}

function checkArguments(
  thicknessMm: number,
  spacing: number,
  direction: string,
  leastShare: number,
): void {
  const refuse = (rule: string): never => {
    throw new InvalidInput("buildWall", rule);
  };
  if (!(thicknessMm > 0 && Number.isFinite(thicknessMm)))
    refuse(`needs a thickness above 0 mm; got ${thicknessMm}`);
  if (!(spacing > 0 && Number.isFinite(spacing)))
    refuse(`needs a spacing above 0 mm; got ${spacing}`);
  if (direction !== "outward" && direction !== "inward")
    refuse(`needs the direction outward or inward; got ${direction}`);
  if (!(leastShare >= 0 && leastShare <= 1))
    refuse(`needs a least share of 0 to 1; got ${leastShare}`);
}

/** The surface closed and outward, and the ends at which it was open. */
function closedSurface(
  lumen: TriangleMesh,
  issues: GeometryIssue[],
): { readonly surface: TriangleMesh; readonly ends: readonly OpenEnd[] } {
  if (meshTopology(lumen).boundaryEdges === 0) {
    checkClosed("buildWall", lumen);
    const inward = isInward(lumen);
    if (inward) {
      const message = "the normals of the surface pointed inwards and were turned";
      issues.push({ code: "INWARD_NORMALS", message });
    }
    return { surface: inward ? reverseMesh(lumen) : lumen, ends: [] };
  }
  const { mesh, ends } = capEnds(lumen);
  const sizes = ends.map(({ areaMm2 }) => `${(2 * Math.sqrt(areaMm2 / Math.PI)).toFixed(1)} mm`);
  const message = `the surface is open at ${ends.length} ends (diameters ${sizes.join(", ")}): the wall is cut there`;
  issues.push({ code: "OPEN_ENDS", message });
  return { surface: mesh, ends };
}

/** The plane across an open end, as far inside as the innermost point of its loop. */
function planeWithin({ positions }: TriangleMesh, { loop, centre, normal }: OpenEnd): Plane {
  let innermost = 0;
  for (const vertex of loop) {
    innermost = Math.min(innermost, dot(subtract(pointAt(positions, vertex), centre), normal));
  }
  // A little farther, or the plane would run along the edges of the cap.
  const back = innermost - PAST_LOOP_MM;
  return {
    origin: [
      centre[0] + back * normal[0],
      centre[1] + back * normal[1],
      centre[2] + back * normal[2],
    ],
    normal,
  };
}

const PAST_LOOP_MM = 0.01;

async function opened(
  inner: TriangleMesh,
  outer: TriangleMesh,
  planes: readonly Plane[],
): Promise<TriangleMesh> {
  if (planes.length === 0) return joinMeshes(outer, reverseMesh(inner));
  let solid = outer;
  for (const plane of planes) {
    const box = await openingBox("buildWall", outer, inner, plane);
    solid = await meshBoolean(solid, box, "difference");
  }
  return meshBoolean(solid, inner, "difference");
}

function findings(
  mesh: TriangleMesh,
  inner: TriangleMesh,
  outer: TriangleMesh,
  { leastMm, leastAt }: WallThickness,
  thicknessMm: number,
  leastShare: number,
): GeometryIssue[] {
  const issues: GeometryIssue[] = [];
  if (leastMm < leastShare * thicknessMm) {
    const at = leastAt.map((value) => value.toFixed(1)).join(", ");
    const message = `the wall is ${leastMm.toFixed(2)} mm at (${at}), thinner than ${leastShare} of ${thicknessMm} mm`;
    issues.push({ code: "THIN_WALL", message });
  }
  const [within, about] = [meshTopology(inner), meshTopology(outer)];
  if (
    within.componentsByEdge !== about.componentsByEdge ||
    within.eulerCharacteristic !== about.eulerCharacteristic
  ) {
    const said = ({ componentsByEdge: parts, eulerCharacteristic: euler }: typeof within): string =>
      `${parts} parts, Euler number ${euler}`;
    const message = `the faces of the wall hang together differently (inside ${said(within)}; outside ${said(about)}): folds closer than the wall is thick have become one, or a part has closed`;
    issues.push({ code: "FUSED_WALL", message });
  }
  const result = meshTopology(mesh);
  if (!result.isWatertight || !result.isConsistentlyWound || result.nonManifoldVertices > 0) {
    const message = `the wall is not a manifold solid: ${result.boundaryEdges} boundary edges, ${result.nonManifoldVertices} non-manifold vertices`;
    issues.push({ code: "NOT_SOLID", message });
  }
  return issues;
}
