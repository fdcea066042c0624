import {
  contourInPlane,
  type Planimetry,
  planimetry,
} from "../../src/geometry/device/planimetry.js";
import { readMesh } from "../../src/geometry/io/read-mesh.js";
import { contourLengthMm, cutMesh } from "../../src/geometry/mesh/cut.js";
import { weldMesh } from "../../src/geometry/mesh/weld.js";
import type { Plane } from "../../src/geometry/plane.js";
import { type Compared, pathOf, type ReferenceFamily } from "./reference.js";

interface Loop extends Readonly<Record<string, unknown>> {
  readonly closed: boolean;
  readonly points: number;
  readonly length?: number;
}

interface Cut extends Plane {
  readonly nLoops: number;
  readonly loops: readonly Loop[];
  readonly sumOfLoopAreas: number;
  readonly totalLength: number;
  readonly vtkCutterTotalLength: number;
}

/** Names of the numbers of a section, theirs and ours. */
export const PLANIMETRY: Readonly<Record<string, keyof Planimetry>> = {
  area: "areaMm2",
  perimeter: "perimeterMm",
  areaDerivedDiameter: "areaDerivedDiameterMm",
  perimeterDerivedDiameter: "perimeterDerivedDiameterMm",
  feretMax: "feretMaxMm",
  feretMin: "feretMinMm",
  widthPerpendicularToFeretMax: "widthPerpendicularToFeretMaxMm",
  ellipseMajor: "ellipseMajorMm",
  ellipseMinor: "ellipseMinorMm",
  centroidChordMax1deg: "centroidChordMaxMm",
  centroidChordMin1deg: "centroidChordMinMm",
  eccentricityIndex: "eccentricityIndex",
  convexHullArea: "convexHullAreaMm2",
};

/** A section's numbers held against theirs: relative 1e-6, chords 1e-3. */
export function comparePlanimetry(
  where: string,
  got: Planimetry,
  expected: Readonly<Record<string, unknown>>,
): Compared[] {
  return Object.entries(PLANIMETRY).flatMap(([theirs, ours]) =>
    typeof expected[theirs] === "number"
      ? [
          {
            what: `${where}, ${theirs}`,
            got: got[ours] as number,
            expected: expected[theirs],
            relative: theirs.startsWith("centroidChord") ? 1e-3 : 1e-6,
            absolute: theirs === "eccentricityIndex" ? 1e-6 : 0,
          },
        ]
      : [],
  );
}

/** Sections of meshes by planes, and their planimetry. */
export const planeCuts: ReferenceFamily = {
  file: "plane_cuts.json",
  cases: (json: { readonly cuts: Readonly<Record<string, readonly Cut[]>> }) =>
    Object.entries(json.cuts).flatMap(([key, cuts]) =>
      cuts.map((cut, i) => ({
        name: `${key}, plane ${i}`,
        files: [key],
        run: () => compare(key, cut),
      })),
    ),
};

function compare(key: string, expected: Cut): Compared[] {
  const { mesh } = weldMesh(readMesh(pathOf(key)).mesh);
  const contours = cutMesh(mesh, expected);
  const measured = contours.map((contour) => ({
    contour,
    section: contour.isClosed ? planimetry(contourInPlane(contour, expected)) : undefined,
  }));
  measured.sort((a, b) => (b.section?.areaMm2 ?? 0) - (a.section?.areaMm2 ?? 0));
  const total = contours.reduce((sum, contour) => sum + contourLengthMm(contour), 0);
  const areas = measured.reduce((sum, { section }) => sum + (section?.areaMm2 ?? 0), 0);
  return [
    { what: "loops", got: contours.length, expected: expected.nLoops },
    { what: "length", got: total, expected: expected.totalLength, relative: 1e-6 },
    { what: "length by VTK", got: total, expected: expected.vtkCutterTotalLength, relative: 1e-6 },
    { what: "areas", got: areas, expected: expected.sumOfLoopAreas, relative: 1e-6 },
    ...expected.loops.flatMap((loop, i): Compared[] => {
      const { contour, section } = measured[i]!;
      const common: Compared[] = [
        { what: `loop ${i}, closed`, got: contour.isClosed, expected: loop.closed },
        { what: `loop ${i}, points`, got: contour.points.length / 3, expected: loop.points },
      ];
      if (section === undefined) {
        return [
          ...common,
          {
            what: `loop ${i}, length`,
            got: contourLengthMm(contour),
            expected: loop.length!,
            relative: 1e-6,
          },
        ];
      }
      return [...common, ...comparePlanimetry(`loop ${i}`, section, loop)];
    }),
  ];
}
