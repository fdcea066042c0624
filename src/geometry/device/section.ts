import { InvalidInput, inTheNameOf } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import { type Contour, cutMesh } from "../mesh/cut.js";
import { contourAboutOrigin, encloses } from "../mesh/enclosing-contour.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import { checkPlane, type Plane } from "../plane.js";
import { distance, pointAt } from "../vector.js";
import type { Mask } from "../volume/volume.js";
import { maskSurfaceNear } from "./mask-surface.js";
import { contourInPlane, type Planimetry, planimetry } from "./planimetry.js";

/** A lumen: its surface, or its segmentation. */
export type Lumen = TriangleMesh | Mask;

/** The section of a lumen about a point of a plane, with its measures. */
export interface LumenSection {
  readonly plane: Plane;
  readonly contour: Contour; // closed, in the plane, mm
  readonly points: Float64Array; // (n × 2) mm, the contour in the frame of the plane
  readonly planimetry: Planimetry;
  /** The diameter to report where none is asked for: the area-derived. */
  readonly diameterMm: number;
  readonly diameterBasis: "area-derived";
  readonly issues: readonly GeometryIssue[];
}

/**
 * Cuts a lumen with a plane and measures the contour that runs about the plane's origin; of several, one
 * in the other, the innermost, as the lumen's within the wall's. A mask is smoothed by one voxel first.
 *
 * @throws InvalidInput in the name of the caller when no closed contour runs about the origin
 */
export function sectionAboutOrigin(where: string, lumen: Lumen, plane: Plane): LumenSection {
  checkPlane(where, plane);
  const mesh = "voxels" in lumen ? maskSurfaceNear(where, lumen, plane) : lumen;
  const contours = inTheNameOf(where, () => cutMesh(mesh, plane));
  const contour = contourAboutOrigin(contours, plane);
  if (contour === undefined) throw noContour(where, contours, plane);
  const points = contourInPlane(contour, plane);
  const measures = planimetry(points);
  return {
    plane,
    contour,
    points,
    planimetry: measures,
    diameterMm: measures.areaDerivedDiameterMm,
    diameterBasis: "area-derived",
    issues: issuesOf(contours, contour, plane),
  };
}

function noContour(where: string, contours: readonly Contour[], plane: Plane): InvalidInput {
  const at = plane.origin.map((mm) => mm.toFixed(1)).join(", ");
  if (contours.length === 0) {
    return new InvalidInput(
      where,
      `needs a plane that meets the lumen; at (${at}) it does not`,
      "missed",
    );
  }
  const closed = contours.filter(({ isClosed }) => isClosed);
  const open = contours.length - closed.length;
  let nearest = Number.POSITIVE_INFINITY;
  for (const { points } of contours) {
    for (let i = 0; i < points.length / 3; i++) {
      nearest = Math.min(nearest, distance(pointAt(points, i), plane.origin));
    }
  }
  const rule = `needs a closed contour about (${at}); the plane gives ${closed.length} closed and ${open} open ones, the nearest ${nearest.toFixed(1)} mm away`;
  return new InvalidInput(where, rule, open > 0 ? "open_contour" : "not_about_origin");
}

function issuesOf(
  contours: readonly Contour[],
  chosen: Contour,
  plane: Plane,
): readonly GeometryIssue[] {
  const about = contours.filter((contour) => encloses(contour, plane, plane.origin)).length;
  const holes = contours.filter(
    (contour) =>
      contour !== chosen && contour.isClosed && encloses(chosen, plane, pointAt(contour.points, 0)),
  ).length;
  const issues: GeometryIssue[] = [];
  if (about > 1) {
    const message = `${about} contours run about the origin; the innermost is measured`;
    issues.push({ code: "NESTED_CONTOURS", message });
  }
  if (holes > 0) {
    const message = `${holes} contours lie within the measured one; their area is not taken off`;
    issues.push({ code: "CONTOURS_WITHIN", message });
  }
  return issues;
}
