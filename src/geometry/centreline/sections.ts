import { InvalidInput } from "../../numeric/invalid-input.js";
import { contourInPlane, type Planimetry, planimetry } from "../device/planimetry.js";
import { type Contour, cutMesh } from "../mesh/cut.js";
import { contourAboutOrigin } from "../mesh/enclosing-contour.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import type { Plane } from "../plane.js";
import { pointAt, unit, type Vector3 } from "../vector.js";
import type { Centreline } from "./centreline.js";

/** A section of a lumen across its centreline. */
export interface CentrelineSection {
  readonly arcLengthMm: number;
  readonly plane: Plane; // its normal runs along the line
  /** The contour about the line; undefined where none closes about it, as across an open end. */
  readonly contour: Contour | undefined;
  readonly planimetry: Planimetry | undefined;
}

/**
 * The plane across a centreline, its normal along the line.
 *
 * @param arcLengthMm - from the start of the line; between two points the plane lies between theirs
 * @throws InvalidInput when the line is not so long
 */
export function planeAcross(line: Centreline, arcLengthMm: number): Plane {
  if (!(arcLengthMm >= 0 && arcLengthMm <= line.lengthMm)) {
    const rule = `needs a place on the line of ${line.lengthMm.toFixed(2)} mm; got ${arcLengthMm}`;
    throw new InvalidInput("planeAcross", rule, "beyond_line");
  }
  const lengths = line.arcLengthMm;
  const next = Math.max(
    1,
    lengths.findIndex((length) => length >= arcLengthMm),
  );
  const share = (arcLengthMm - lengths[next - 1]!) / (lengths[next]! - lengths[next - 1]!);
  const between = (values: Float64Array): Vector3 => {
    const [a, b] = [pointAt(values, next - 1), pointAt(values, next)];
    return [0, 1, 2].map((axis) => a[axis]! + share * (b[axis]! - a[axis]!)) as unknown as Vector3;
  };
  return { origin: between(line.points), normal: unit(between(line.tangents)) };
}

/**
 * Cuts a lumen across its centreline and measures the contour about the line.
 *
 * @param mesh - that the line was made from
 * @param arcLengthMm - from the start of the line
 * @throws InvalidInput when it is no mesh or the line is not so long
 */
export function centrelineSection(
  mesh: TriangleMesh,
  line: Centreline,
  arcLengthMm: number,
): CentrelineSection {
  const plane = planeAcross(line, arcLengthMm);
  const contour = contourAboutOrigin(cutMesh(mesh, plane), plane);
  return {
    arcLengthMm,
    plane,
    contour,
    planimetry: contour && planimetry(contourInPlane(contour, plane)),
  };
}
