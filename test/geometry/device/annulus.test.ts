import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  annulusDimensions,
  annulusPlane,
  coronaryOstiumHeightMm,
  type HingePoints,
  lvotDimensions,
} from "../../../src/geometry/device/annulus.js";
import type { TriangleMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import type { Vector3 } from "../../../src/geometry/vector.js";
import { box, moved, torus } from "../solids.js";
import { gridOf, maskOf, oblique } from "../volume/volumes.js";

/** A tube about z whose section at height z is an ellipse of half axes a and b, open at both ends. */
function tube(
  a: (z: number) => number,
  b: (z: number) => number,
  from: number,
  to: number,
): TriangleMesh {
  const [around, along] = [180, 60];
  const positions: number[] = [];
  const triangles: number[] = [];
  for (let k = 0; k <= along; k++) {
    const z = from + ((to - from) * k) / along;
    for (let i = 0; i < around; i++) {
      const angle = (2 * Math.PI * i) / around;
      positions.push(a(z) * Math.cos(angle), b(z) * Math.sin(angle), z);
      if (k === along) continue;
      const [p, q] = [k * around + i, k * around + ((i + 1) % around)];
      triangles.push(p, q, q + around, p, q + around, p + around);
    }
  }
  return { positions: Float64Array.from(positions), triangles: Uint32Array.from(triangles) };
}

const hinges: HingePoints = [
  [12, 0, 0],
  [-6, 10, 0],
  [-6, -10, 0],
];
const plane = annulusPlane(hinges, [1, 2, 40]);

describe("annulusPlane", () => {
  it("goes through the hinge points, towards the aorta whatever their order", () => {
    expect(plane.origin).toEqual([0, 0, 0]);
    expect(plane.normal[2]).toBeCloseTo(1, 12);
    const [a, b, c] = hinges;
    expect(annulusPlane([c, b, a], [1, 2, 40]).normal[2]).toBeCloseTo(1, 12);
    expect(annulusPlane(hinges, [1, 2, -40]).normal[2]).toBeCloseTo(-1, 12);
    expect(annulusPlane(hinges, "anticlockwise-from-aorta").normal[2]).toBeCloseTo(1, 12);
    expect(annulusPlane([c, b, a], "anticlockwise-from-aorta").normal[2]).toBeCloseTo(-1, 12);
  });

  it("refuses hinges near a line and aortic points near the plane", () => {
    const inLine: HingePoints = [
      [0, 0, 0],
      [10, 0.1, 0],
      [20, 0, 0],
    ];
    expect(() => annulusPlane(inLine, [0, 0, 9])).toThrow(
      "annulusPlane: needs hinge points that make a triangle of at least 5°; got angles of 0.6°, 178.9°, 0.6°",
    );
    expect(() =>
      annulusPlane(
        [
          [0, 0, 0],
          [0, 0, 0],
          [2, 0, 0],
        ],
        [0, 0, 9],
      ),
    ).toThrow("needs hinge points that make a triangle");
    expect(() => annulusPlane(hinges, [5, 5, 0.5])).toThrow(
      "needs a point of the aorta at least 1 mm off the plane; got 0.50 mm",
    );
    expect(() => annulusPlane(hinges, [5, 5, Number.NaN])).toThrow("needs a point of the aorta");
    expect(() => annulusPlane([[Number.NaN, 0, 0], hinges[1], hinges[2]], [0, 0, 9])).toThrow(
      "needs three finite hinge points",
    );
  });
});

describe("annulusDimensions and lvotDimensions", () => {
  const root = tube(
    (z) => 13 + 0.1 * z,
    (z) => 10 + 0.2 * z,
    -15,
    20,
  );

  it("measure the ellipse of a tube at and below the annulus", () => {
    const annulus = annulusDimensions(root, plane);
    expect(annulus.planimetry.areaMm2 / (Math.PI * 130)).toBeCloseTo(1, 3);
    expect(annulus.planimetry.feretMaxMm).toBeCloseTo(26, 2);
    expect(annulus.planimetry.feretMinMm).toBeCloseTo(20, 1);
    expect(annulus.diameterBasis).toBe("area-derived");
    expect(annulus.diameterMm).toBe(annulus.planimetry.areaDerivedDiameterMm);
    const lvot = lvotDimensions(root, plane, 5);
    expect(lvot.planimetry.areaMm2 / (Math.PI * 12.5 * 9)).toBeCloseTo(1, 3);
    for (let i = 2; i < lvot.contour.points.length; i += 3)
      expect(lvot.contour.points[i]).toBeCloseTo(-5, 9);
  });

  it("give the same anywhere in the world", () => {
    const d = oblique();
    const map = (x: number, y: number, z: number): Vector3 => [
      40 + d[0]! * x + d[1]! * y + d[2]! * z,
      -90 + d[3]! * x + d[4]! * y + d[5]! * z,
      700 + d[6]! * x + d[7]! * y + d[8]! * z,
    ];
    const placed = annulusPlane(
      hinges.map((p) => map(...p)) as unknown as HingePoints,
      map(1, 2, 40),
    );
    const there = lvotDimensions(moved(root, map), placed, 4).planimetry;
    const here = lvotDimensions(root, plane, 4).planimetry;
    expect(there.areaMm2).toBeCloseTo(here.areaMm2, 6);
    expect(there.perimeterMm).toBeCloseTo(here.perimeterMm, 6);
    expect(there.feretMinMm).toBeCloseTo(here.feretMinMm, 6);
  });

  it("measure a mask of voxels within a per cent, perimeter too, on oblique and uneven grids", () => {
    for (const spacing of [
      [0.5, 0.5, 0.5],
      [0.4, 0.4, 0.8],
    ] as const) {
      const grid = gridOf([80, 76, 40], { spacing, direction: oblique(), origin: [-18, 0, 3] });
      const [sx, sy, sz] = spacing;
      const mask = maskOf(
        grid,
        (i, j) => ((sx * i - 16) / 13) ** 2 + ((sy * j - 15) / 10) ** 2 <= 1,
      );
      const d = oblique();
      const at = (x: number, y: number, z: number): Vector3 => [
        -18 + d[0]! * x + d[1]! * y + d[2]! * z,
        d[3]! * x + d[4]! * y + d[5]! * z,
        3 + d[6]! * x + d[7]! * y + d[8]! * z,
      ];
      const middle = at(16, 15, 20 * sz);
      const { planimetry } = annulusDimensions(mask, {
        origin: middle,
        normal: [d[2]!, d[5]!, d[8]!],
      });
      expect(Math.abs(planimetry.areaMm2 / (Math.PI * 130) - 1)).toBeLessThan(0.01);
      const ellipse = 72.565; // perimeter of half axes 13 and 10 mm
      expect(Math.abs(planimetry.perimeterMm / ellipse - 1)).toBeLessThan(0.01);
    }
  });

  it("find the tract where it is oblique, by a point in it", () => {
    const leaning = moved(
      tube(
        () => 8,
        () => 8,
        -15,
        20,
      ),
      (x, y, z) => [x + 3 * z, y, z],
    );
    expect(() => lvotDimensions(leaning, plane, 5)).toThrow(
      "lvotDimensions: needs a closed contour about (0.0, 0.0, -5.0); the plane gives 1 closed and 0 open ones",
    );
    const { planimetry } = lvotDimensions(leaning, plane, 5, { about: [-15, 0, -4] });
    expect(planimetry.areaMm2 / (64 * Math.PI)).toBeCloseTo(1, 3);
  });

  it("say where contours lie in one another", () => {
    const walls = torus(20, 5, 48, 96); // two rings about the origin
    const { issues, planimetry } = annulusDimensions(walls, plane);
    expect(issues.map(({ code }) => code)).toEqual(["NESTED_CONTOURS"]);
    expect(planimetry.areaMm2 / (225 * Math.PI)).toBeCloseTo(1, 2);
  });

  it("refuse planes beside the lumen, open contours and distances that are none", () => {
    expect(() => annulusDimensions(root, { ...plane, origin: [0, 0, 50] })).toThrow(
      "annulusDimensions: needs a plane that meets the lumen; at (0.0, 0.0, 50.0) it does not",
    );
    expect(() => annulusDimensions(root, { origin: [0, 0, 19], normal: [1, 0, 1] })).toThrow(
      "0 closed and 1 open ones",
    );
    expect(() => lvotDimensions(root, plane, 0)).toThrow(
      "lvotDimensions: needs belowMm to be finite and above 0; got 0",
    );
    expect(() =>
      annulusDimensions(box([1, 1, 1], [20, 0, 0]), { origin: [0, 0, 0.5], normal: [0, 0, 1] }),
    ).toThrow("the nearest 20.0 mm away");
    const empty = maskOf(gridOf([3, 3, 3]), () => false);
    expect(() => annulusDimensions(empty, plane)).toThrow(
      "annulusDimensions: needs a plane that meets the mask",
    );
  });
});

describe("coronaryOstiumHeightMm", () => {
  it("is the distance along the normal, below 0 upstream", () => {
    const mm = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(mm, mm, mm, (x, y, z) => {
        expect(coronaryOstiumHeightMm({ ...plane, normal: [0, 0, 7] }, [x, y, z])).toBeCloseTo(
          z,
          9,
        );
      }),
    );
    expect(() => coronaryOstiumHeightMm(plane, [0, 0, Number.NaN])).toThrow("needs a finite point");
  });
});
