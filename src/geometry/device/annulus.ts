import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkPositive } from "../check-lengths.js";
import { checkPlane, type Plane } from "../plane.js";
import { add, cross, distance, dot, norm, scale, subtract, unit, type Vector3 } from "../vector.js";
import { type Lumen, type LumenSection, sectionAboutOrigin } from "./section.js";

/** The lowest points of the three leaflets, mm. */
export type HingePoints = readonly [Vector3, Vector3, Vector3];

/**
 * Which way downstream is: a point of the ascending aorta, or the order of the hinge points,
 * anticlockwise as seen from the ascending aorta.
 */
export type TowardsAorta = Vector3 | "anticlockwise-from-aorta";

/**
 * The annulus plane: through the hinge points of the three leaflets, its origin in the middle of them,
 * its unit normal towards the ascending aorta.
 *
 * @param hinges - of the right, left and non-coronary leaflet, in any order if a point says where the
 *   aorta is
 * @param options.leastAngleDeg - of the triangle of the hinges; with less they lie too near a line; 5
 * @param options.leastHeightMm - of the aortic point above the plane; with less it tells no side; 1
 * @throws InvalidInput when points are not finite, lie too near a line, or the aortic point too near the plane
 */
export function annulusPlane(
  hinges: HingePoints,
  towardsAorta: TowardsAorta,
  { leastAngleDeg = 5, leastHeightMm = 1 }: { leastAngleDeg?: number; leastHeightMm?: number } = {},
): Plane {
  checkHinges(hinges, leastAngleDeg);
  const [a, b, c] = hinges;
  const origin = scale(add(add(a, b), c), 1 / 3);
  const normal = unit(cross(subtract(b, a), subtract(c, a)));
  if (towardsAorta === "anticlockwise-from-aorta") return { origin, normal };
  const height = dot(subtract(towardsAorta, origin), normal);
  if (!(Math.abs(height) >= leastHeightMm)) {
    const rule = `needs a point of the aorta at least ${leastHeightMm} mm off the plane; got ${height.toFixed(2)} mm`;
    throw new InvalidInput("annulusPlane", rule, "side_unclear");
  }
  return { origin, normal: height > 0 ? normal : scale(normal, -1) };
}

/**
 * The annulus: the section of the root or of the outflow tract's lumen in the annulus plane, with all
 * its diameters.
 *
 * @param lumen - surface or segmentation, LPS mm
 * @param plane - as `annulusPlane` gives it
 * @throws InvalidInput when no closed contour runs about the origin of the plane
 */
export function annulusDimensions(lumen: Lumen, plane: Plane): LumenSection {
  return sectionAboutOrigin("annulusDimensions", lumen, plane);
}

/**
 * The left ventricular outflow tract: the section parallel to the annulus at a distance upstream.
 *
 * @param plane - of the annulus, its normal towards the aorta
 * @param belowMm - distance upstream; 3 to 5 mm are in use, so it must be said
 * @param options.about - a point in the tract whose foot in the section lies in it, where the tract is so
 *   oblique that the annulus's own middle does not; the middle
 * @throws InvalidInput unless the distance is above 0 and a closed contour runs about the point
 */
export function lvotDimensions(
  lumen: Lumen,
  plane: Plane,
  belowMm: number,
  { about = plane.origin }: { about?: Vector3 } = {},
): LumenSection {
  checkPlane("lvotDimensions", plane);
  checkPositive("lvotDimensions", { belowMm });
  const normal = unit(plane.normal);
  const foot = dot(subtract(about, plane.origin), normal) + belowMm;
  const origin = subtract(about, scale(normal, foot));
  return sectionAboutOrigin("lvotDimensions", lumen, { origin, normal });
}

/**
 * Height of a coronary ostium above the annulus plane, along its normal, mm; below 0 upstream of it.
 *
 * @param plane - of the annulus, its normal towards the aorta
 * @param ostium - the lower edge of the ostium, mm; its middle lies higher, so say which it is
 * @throws InvalidInput when it is no plane or the point is not finite
 */
export function coronaryOstiumHeightMm(plane: Plane, ostium: Vector3): number {
  checkPlane("coronaryOstiumHeightMm", plane);
  if (!ostium.every(Number.isFinite)) {
    throw new InvalidInput(
      "coronaryOstiumHeightMm",
      `needs a finite point; got (${ostium.join(", ")})`,
    );
  }
  return dot(subtract(ostium, plane.origin), unit(plane.normal));
}

function checkHinges(hinges: HingePoints, leastAngleDeg: number): void {
  if (hinges.length !== 3 || !hinges.flat().every(Number.isFinite)) {
    throw new InvalidInput(
      "annulusPlane",
      `needs three finite hinge points; got ${JSON.stringify(hinges)}`,
    );
  }
  const angles = hinges.map((at, i) => {
    const [b, c] = [subtract(hinges[(i + 1) % 3]!, at), subtract(hinges[(i + 2) % 3]!, at)];
    return (Math.atan2(norm(cross(b, c)), dot(b, c)) * 180) / Math.PI;
  });
  const sides = hinges.map((at, i) => distance(at, hinges[(i + 1) % 3]!));
  if (!(Math.min(...sides) > 0) || !(Math.min(...angles) >= leastAngleDeg)) {
    const rule = `needs hinge points that make a triangle of at least ${leastAngleDeg}°; got angles of ${angles.map((angle) => angle.toFixed(1)).join("°, ")}°`;
    throw new InvalidInput("annulusPlane", rule, "hinges_in_line");
  }
}
