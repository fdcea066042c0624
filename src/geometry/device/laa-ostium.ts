import { InvalidInput } from "../../numeric/invalid-input.js";
import { symmetricEigen } from "../../numeric/linear-algebra.js";
import { type Plane, planeFrame } from "../plane.js";
import { cross, dot, norm, pointAt, scale, subtract, unit, type Vector3 } from "../vector.js";
import { centroidChordMm } from "./planimetry.js";
import { type Lumen, type LumenSection, sectionAboutOrigin } from "./section.js";

/** The plane of an ostium through points marked on its rim. */
export interface OstiumPlane extends Plane {
  readonly rmsMm: number; // distance of the points from the plane
  readonly maxMm: number;
}

/**
 * The ostium plane of the appendage: nearest to points on the rim by least squares, its origin in the
 * middle of them, its unit normal into the appendage.
 *
 * @param rim - (n × 3) mm, three or more points, such as the circumflex artery's side, the ridge's and between
 * @param intoAppendage - a point within the appendage, mm
 * @param options.leastHeightMm - of that point off the plane; with less it tells no side; 1
 * @throws InvalidInput with fewer than three points, points on a line, or a point too near the plane
 */
export function ostiumPlane(
  rim: Float64Array,
  intoAppendage: Vector3,
  { leastHeightMm = 1 }: { leastHeightMm?: number } = {},
): OstiumPlane {
  checkRim(rim);
  const count = rim.length / 3;
  const sum = [0, 0, 0];
  for (let i = 0; i < rim.length; i++) sum[i % 3]! += rim[i]!;
  const origin = scale(sum as unknown as Vector3, 1 / count);
  const scatter = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let i = 0; i < count; i++) {
    const from = subtract(pointAt(rim, i), origin);
    for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) scatter[a]![b]! += from[a]! * from[b]!;
  }
  const { values, vectors } = symmetricEigen(scatter);
  const order = [0, 1, 2].sort((a, b) => values[a]! - values[b]!);
  // Points on a line have no plane: their spread across it is rounding.
  if (!(values[order[1]!]! > 1e-6 * values[order[2]!]!)) {
    throw new InvalidInput(
      "ostiumPlane",
      "needs points about the rim; got points on a line",
      "points_in_line",
    );
  }
  const normal = unit(vectors.map((row) => row[order[0]!]!) as unknown as Vector3);
  const height = dot(subtract(intoAppendage, origin), normal);
  if (!(Math.abs(height) >= leastHeightMm)) {
    const rule = `needs a point in the appendage at least ${leastHeightMm} mm off the plane; got ${height.toFixed(2)} mm`;
    throw new InvalidInput("ostiumPlane", rule, "side_unclear");
  }
  const heights = Float64Array.from({ length: count }, (_, i) =>
    dot(subtract(pointAt(rim, i), origin), normal),
  );
  return {
    origin,
    normal: height > 0 ? normal : scale(normal, -1),
    rmsMm: Math.sqrt(heights.reduce((total, mm) => total + mm * mm, 0) / count),
    maxMm: heights.reduce((most, mm) => Math.max(most, Math.abs(mm)), 0),
  };
}

/** Widths of an ostium as transoesophageal echocardiography takes them. */
export interface ToeWidths {
  readonly anglesDeg: readonly [0, 45, 90, 135];
  readonly widthsMm: Float64Array; // (4) by angle
  readonly maxMm: number;
  readonly minMm: number;
  readonly maxAngleDeg: number; // of the four
}

/** The ostium: its section with the widths of both modalities. */
export interface OstiumDimensions extends LumenSection {
  readonly ctMaxMm: number; // the largest distance of two points of the rim
  readonly ctMinMm: number; // the smallest width between two parallel lines
}

/**
 * The ostium: the section of the left atrium's or of the appendage's lumen in the ostium plane, with
 * all diameters; `ctMaxMm` and `ctMinMm` are its Feret diameters.
 *
 * @param lumen - surface or segmentation, LPS mm
 * @param plane - as `ostiumPlane` gives it
 * @throws InvalidInput when no closed contour runs about the origin of the plane
 */
export function ostiumDimensions(lumen: Lumen, plane: Plane): OstiumDimensions {
  const section = sectionAboutOrigin("ostiumDimensions", lumen, plane);
  const { feretMaxMm, feretMinMm } = section.planimetry;
  return { ...section, ctMaxMm: feretMaxMm, ctMinMm: feretMinMm };
}

const TOE_ANGLES_DEG = [0, 45, 90, 135] as const;

/**
 * Widths of a section in cuts through its centre at 0, 45, 90 and 135 degrees, as TOE measures an
 * ostium. The centre is the centroid of the area.
 *
 * @param zeroDirection - of the cut at 0 degrees, LPS; its part in the plane counts
 * @param ninetyDirection - towards which the cut turns by 90 degrees; says which way round, no more
 * @throws InvalidInput when a direction is none, stands across the plane, or both point one way
 */
export function toeWidths(
  section: LumenSection,
  zeroDirection: Vector3,
  ninetyDirection: Vector3,
): ToeWidths {
  const { u, v, normal } = planeFrame("toeWidths", section.plane);
  const [zero, ninety] = [
    inPlaneDirection("zeroDirection", zeroDirection, normal),
    inPlaneDirection("ninetyDirection", ninetyDirection, normal),
  ];
  const turn = dot(cross(zero, ninety), normal);
  if (!(Math.abs(turn) > LEAST_SINE)) {
    throw new InvalidInput(
      "toeWidths",
      "needs two directions that differ in the plane of the section",
      "directions",
    );
  }
  const startDeg = (Math.atan2(dot(zero, v), dot(zero, u)) * 180) / Math.PI;
  const widthsMm = Float64Array.from(TOE_ANGLES_DEG, (angle) =>
    centroidChordMm(
      section.points,
      section.planimetry.centroid,
      startDeg + Math.sign(turn) * angle,
    ),
  );
  const maxMm = Math.max(...widthsMm);
  return {
    anglesDeg: TOE_ANGLES_DEG,
    widthsMm,
    maxMm,
    minMm: Math.min(...widthsMm),
    maxAngleDeg: TOE_ANGLES_DEG[widthsMm.indexOf(maxMm)]!,
  };
}

/** Sine of 1°: directions that lean less have no direction in the plane that could be trusted. */
const LEAST_SINE = Math.sin(Math.PI / 180);

function inPlaneDirection(name: string, direction: Vector3, normal: Vector3): Vector3 {
  const flat = subtract(direction, scale(normal, dot(direction, normal)));
  if (!(norm(flat) > LEAST_SINE * norm(direction)) || !Number.isFinite(norm(direction))) {
    const rule = `needs ${name} to lie at least 1° off the normal of the section; got (${direction.join(", ")})`;
    throw new InvalidInput("toeWidths", rule, "directions");
  }
  return unit(flat);
}

function checkRim(rim: Float64Array): void {
  if (!(rim instanceof Float64Array) || rim.length % 3 !== 0 || rim.length < 9) {
    const got = (rim as ArrayLike<number> | undefined)?.length;
    throw new InvalidInput(
      "ostiumPlane",
      `needs three or more points of x, y and z in a Float64Array; got ${got} numbers`,
    );
  }
  const bad = rim.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const rule = `needs finite points; point ${Math.floor(bad / 3)} has ${rim[bad]}`;
    throw new InvalidInput("ostiumPlane", rule, "non_finite");
  }
}
