import { type Centreline, centreline } from "../../src/geometry/centreline/centreline.js";
import { readMesh } from "../../src/geometry/io/read-mesh.js";
import { weldMesh } from "../../src/geometry/mesh/weld.js";
import {
  add,
  distance,
  dot,
  pointAt,
  scale,
  subtract,
  type Vector3,
} from "../../src/geometry/vector.js";
import { type Compared, pathOf, type ReferenceCase, type ReferenceFamily } from "./reference.js";

interface Tube {
  readonly mesh: string;
  readonly tubeRadius: number;
  readonly centrelineLength: number;
  readonly curvature: number;
  readonly torsion: number;
  readonly start: Vector3;
  readonly end: Vector3;
  readonly centreline: readonly Vector3[];
  readonly chord: number;
}

interface Vessel {
  readonly reference: string;
  readonly surface: string;
  readonly lines: readonly {
    readonly length: number;
    readonly radiusMin: number;
    readonly radiusMax: number;
    readonly radiusMean: number;
    readonly start: Vector3;
    readonly end: Vector3;
  }[];
}

/** Tubes with a known line, and a real aorta against VMTK. */
export const centrelines: ReferenceFamily = {
  file: "centrelines.json",
  cases: (json: { readonly cases: readonly (Tube | Vessel)[] }) =>
    json.cases.flatMap((one) => ("mesh" in one ? [tubeCase(one)] : vesselCases(one))),
};

function tubeCase(tube: Tube): ReferenceCase {
  return {
    name: tube.mesh,
    files: [tube.mesh],
    run: () => {
      const mesh = weldMesh(readMesh(pathOf(tube.mesh)).mesh).mesh;
      const line = centreline(mesh, tube);
      const { tubeRadius: r } = tube;
      // A closed end is a wall, too: within a radius of it the sphere touches it.
      const inside = [...line.arcLengthMm.keys()].filter(
        (i) => line.arcLengthMm[i]! > r && line.arcLengthMm[i]! < line.lengthMm - r,
      );
      const radii = inside.map((i) => line.radiusMm[i]!);
      const near = (what: string, got: number, expected: number, relative: number): Compared => ({
        what,
        got,
        expected,
        relative,
      });
      return [
        near("length", line.lengthMm, tube.centrelineLength, 0.001),
        near("chord", distance(pointAt(line.points, 0), lastPoint(line)), tube.chord, 1e-6),
        near("least radius", Math.min(...radii), r, 0.02),
        near("greatest radius", Math.max(...radii), r, 0.02),
        near("curvature", median(inside.map((i) => line.curvaturePerMm[i]!)), tube.curvature, 0.01),
        {
          what: "torsion",
          got: median(inside.map((i) => line.torsionPerMm[i]!)),
          expected: tube.torsion,
          absolute: 0.001,
        },
        ...tube.centreline.map((point, i) => ({
          what: `distance of point ${i} from the line`,
          got: distanceTo(line, point),
          expected: 0,
          absolute: 0.02 * r,
        })),
      ];
    },
  };
}

/**
 * VMTK's line was made on the closed surface beside the named one (its radii near the ends are those of
 * spheres that touch the ends), with radii to the vertices, at points that crowd where the line bends.
 */
function vesselCases({ reference, surface, lines }: Vessel): ReferenceCase[] {
  const key = surface.split(" ")[0]!;
  return lines.map((expected, i) => ({
    name: `${reference}, line ${i}`,
    files: [key],
    run: () => {
      const line = centreline(weldMesh(readMesh(pathOf(key)).mesh).mesh, expected);
      const radii = [...line.radiusMm];
      const mean = radii.reduce((sum, r) => sum + r, 0) / radii.length;
      return [
        { what: "length", got: line.lengthMm, expected: expected.length, relative: 0.01 },
        {
          what: "largest radius",
          got: Math.max(...radii),
          expected: expected.radiusMax,
          relative: 0.02,
        },
        { what: "mean radius", got: mean, expected: expected.radiusMean, relative: 0.05 },
        {
          what: "least radius reaches that of a closed end",
          got: Math.min(...radii) > 0.98 * expected.radiusMin,
          expected: true,
        },
        { what: "start", got: distance(pointAt(line.points, 0), expected.start), expected: 0 },
        { what: "end", got: distance(lastPoint(line), expected.end), expected: 0, absolute: 1e-9 },
      ];
    },
  }));
}

function lastPoint({ points }: Centreline): Vector3 {
  return pointAt(points, points.length / 3 - 1);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function distanceTo({ points }: Centreline, point: Vector3): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length / 3; i++) {
    const [a, b] = [pointAt(points, i - 1), pointAt(points, i)];
    const along = subtract(b, a);
    const share = Math.min(1, Math.max(0, dot(subtract(point, a), along) / dot(along, along)));
    nearest = Math.min(nearest, distance(point, add(a, scale(along, share))));
  }
  return nearest;
}
