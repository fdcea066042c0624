import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkPositive } from "../check-lengths.js";
import { clipToConvex, signedAreaMm2, signedCircleOverlapMm2 } from "./polygon-area.js";

/** The outline of a device in the plane of a section: a circle, or a convex polygon either way round. */
export type DeviceOutline =
  | { readonly centre: readonly [number, number]; readonly radiusMm: number }
  | { readonly points: Float64Array }; // (m × 2) mm

/** The outflow tract that a device leaves open in one section. */
export interface NeoLvot {
  readonly sectionAreaMm2: number; // without the device
  readonly coveredAreaMm2: number;
  readonly neoLvotAreaMm2: number;
  readonly coveredFraction: number; // 0 to 1
}

/**
 * Area of a real section of the outflow tract that a device leaves open. Exact for the polygon: a circle
 * and a convex device need no sampling.
 *
 * @param section - (n × 2) mm, corners in order of a contour that does not cross itself, as a
 *   `LumenSection` has them
 * @param device - in the same frame
 * @throws InvalidInput unless the section is a polygon with an area and the device a circle or convex
 */
export function neoLvotOfSection(section: Float64Array, device: DeviceOutline): NeoLvot {
  checkPolygon("section", section);
  const area = signedAreaMm2(section);
  const sectionAreaMm2 = Math.abs(area);
  if (!(sectionAreaMm2 > 0)) {
    throw new InvalidInput(
      "neoLvotOfSection",
      "needs a section with an area; got one without",
      "no_area",
    );
  }
  const overlap =
    "points" in device ? withPolygon(section, device.points) : withCircle(section, device);
  // Beyond the section by rounding alone.
  const coveredAreaMm2 = Math.min(sectionAreaMm2, Math.max(0, Math.sign(area) * overlap));
  return {
    sectionAreaMm2,
    coveredAreaMm2,
    neoLvotAreaMm2: sectionAreaMm2 - coveredAreaMm2,
    coveredFraction: coveredAreaMm2 / sectionAreaMm2,
  };
}

function withCircle(
  section: Float64Array,
  { centre, radiusMm }: { readonly centre: readonly [number, number]; readonly radiusMm: number },
): number {
  checkPositive("neoLvotOfSection", { radiusMm });
  if (!centre.every(Number.isFinite)) {
    throw new InvalidInput("neoLvotOfSection", `needs a finite centre; got (${centre.join(", ")})`);
  }
  return signedCircleOverlapMm2(section, centre, radiusMm);
}

function withPolygon(section: Float64Array, points: Float64Array): number {
  checkPolygon("device", points);
  const corners = withoutRepeats(points);
  const area = signedAreaMm2(corners);
  const outline = area < 0 ? turned(corners) : corners;
  checkConvex(outline);
  return signedAreaMm2(clipToConvex(section, outline));
}

/** Corners that are not the one before again, as the first is at the end of a closed list. */
function withoutRepeats(points: Float64Array): Float64Array {
  const count = points.length / 2;
  return points.filter((_, i) => {
    const [at, before] = [i >> 1, ((i >> 1) + count - 1) % count];
    return points[2 * at] !== points[2 * before] || points[2 * at + 1] !== points[2 * before + 1];
  });
}

function turned(points: Float64Array): Float64Array {
  const count = points.length / 2;
  return points.map((_, i) => points[2 * (count - 1 - (i >> 1)) + (i & 1)]!);
}

/** Every corner turns left, and once round in all. */
function checkConvex(points: Float64Array): void {
  const count = points.length / 2;
  const at = (i: number): readonly [number, number] => [
    points[2 * (i % count)]!,
    points[2 * (i % count) + 1]!,
  ];
  let turns = 0;
  for (let i = 0; i < count; i++) {
    const [[ax, ay], [bx, by], [cx, cy]] = [at(i), at(i + 1), at(i + 2)];
    const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - bx, cy - by];
    const cross = ux * vy - uy * vx;
    turns += Math.atan2(cross, ux * vx + uy * vy);
    // A corner on a straight side may turn back by rounding.
    if (cross < -1e-9 * Math.hypot(ux, uy) * Math.hypot(vx, vy)) {
      const rule = `needs a convex device; it turns back at corner ${(i + 1) % count}`;
      throw new InvalidInput("neoLvotOfSection", rule, "not_convex");
    }
  }
  if (Math.abs(turns - 2 * Math.PI) > 1e-6) {
    throw new InvalidInput(
      "neoLvotOfSection",
      "needs a convex device; its outline crosses itself",
      "not_convex",
    );
  }
}

function checkPolygon(what: string, points: Float64Array): void {
  if (!(points instanceof Float64Array) || points.length < 6 || points.length % 2 !== 0) {
    const got = `${(points as ArrayLike<number> | undefined)?.length} numbers`;
    throw new InvalidInput(
      "neoLvotOfSection",
      `needs the ${what} as three or more points of x and y in a Float64Array; got ${got}`,
    );
  }
  const bad = points.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const rule = `needs finite points; point ${bad >> 1} of the ${what} has ${points[bad]}`;
    throw new InvalidInput("neoLvotOfSection", rule, "non_finite");
  }
}
