import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { box, insideOut, moved, sphere, torus } from "../solids.js";

const angle = fc.double({ min: -3, max: 3, noNaN: true });
const shift = fc.double({ min: -1e4, max: 1e4, noNaN: true });

describe("meshMeasures", () => {
  it("measures a box by hand", () => {
    const got = meshMeasures(box([2, 3, 5], [10, 20, 30]));
    expect(got.areaMm2).toBeCloseTo(62, 12);
    expect(got.signedVolumeMm3).toBeCloseTo(30, 12);
    expect(got.areaCentroid.map((v) => v.toFixed(9))).toEqual([
      "11.000000000",
      "21.500000000",
      "32.500000000",
    ]);
    expect(got.volumeCentroid.map((v) => v.toFixed(9))).toEqual([
      "11.000000000",
      "21.500000000",
      "32.500000000",
    ]);
    // m/12·(b² + c²) and so on, m = 30.
    expect(got.inertiaMm5[0]).toBeCloseTo((30 / 12) * (9 + 25), 9);
    expect(got.inertiaMm5[4]).toBeCloseTo((30 / 12) * (4 + 25), 9);
    expect(got.inertiaMm5[8]).toBeCloseTo((30 / 12) * (4 + 9), 9);
    expect(got.inertiaMm5[1]).toBeCloseTo(0, 9);
    expect(got.bounds).toEqual({ min: [10, 20, 30], max: [12, 23, 35] });
    expect([got.shortestEdgeMm, got.longestEdgeMm]).toEqual([2, Math.sqrt(34)]);
  });

  it("comes to the truth of a torus as the square of the refinement", () => {
    const truth = 2 * Math.PI ** 2 * 20 * 36;
    const error = (n: number): number =>
      truth - meshMeasures(torus(20, 6, n, 2 * n)).signedVolumeMm3;
    expect(error(24)).toBeGreaterThan(0);
    expect(error(24) / error(48)).toBeCloseTo(4, 1);
  });

  it("gives a volume below 0 when the normals point inwards", () => {
    const solid = sphere(10, 12);
    expect(meshMeasures(insideOut(solid)).signedVolumeMm3).toBeCloseTo(
      -meshMeasures(solid).signedVolumeMm3,
      9,
    );
  });

  it("is carried along by rigid motions, and keeps its digits far from the origin", () => {
    const solid = torus(20, 6, 12, 24);
    const still = meshMeasures(solid);
    fc.assert(
      fc.property(angle, shift, shift, shift, (turn, x, y, z) => {
        const [c, s] = [Math.cos(turn), Math.sin(turn)];
        const got = meshMeasures(
          moved(solid, (p, q, r) => [c * p - s * q + x, s * p + c * q + y, r + z]),
        );
        expect(got.signedVolumeMm3).toBeCloseTo(still.signedVolumeMm3, 5);
        expect(got.areaMm2).toBeCloseTo(still.areaMm2, 6);
        expect(got.volumeCentroid[2]).toBeCloseTo(z, 6);
        expect(got.inertiaMm5[8]! / still.inertiaMm5[8]!).toBeCloseTo(1, 8);
      }),
      { numRuns: 50 },
    );
  });

  it("scales as it must and turns its sign in a mirror", () => {
    const solid = sphere(10, 8, [3, 4, 5]);
    const { areaMm2, signedVolumeMm3 } = meshMeasures(solid);
    const twice = meshMeasures(moved(solid, (x, y, z) => [2 * x, 2 * y, 2 * z]));
    expect(twice.areaMm2 / areaMm2).toBeCloseTo(4, 12);
    expect(twice.signedVolumeMm3 / signedVolumeMm3).toBeCloseTo(8, 12);
    const mirrored = meshMeasures(moved(solid, (x, y, z) => [-x, y, z]));
    expect(mirrored.signedVolumeMm3).toBeCloseTo(-signedVolumeMm3, 9);
  });

  it("has no bounds without triangles", () => {
    const { bounds, areaMm2, shortestEdgeMm } = meshMeasures({
      positions: Float64Array.of(1, 2, 3),
      triangles: new Uint32Array(0),
    });
    expect([bounds.min, bounds.max].flat().every(Number.isNaN)).toBe(true);
    expect([areaMm2, shortestEdgeMm]).toEqual([0, Number.NaN]);
  });
});
