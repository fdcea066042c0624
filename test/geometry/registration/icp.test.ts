import { describe, expect, it } from "vitest";
import { readMesh } from "../../../src/geometry/io/read-mesh.js";
import { icpRegistration } from "../../../src/geometry/registration/icp.js";
import {
  type SimilarityTransform,
  transformPoints,
} from "../../../src/geometry/registration/point-registration.js";
import { seeded } from "../../../src/numeric/index.js";
import { box, sphere } from "../solids.js";

const laa = readMesh("test/reference/geometry/meshes/laa_like_coarse.stl").mesh;
const turn = (degrees: number): number => (degrees * Math.PI) / 180;

/** A turn about z, then about x, and a shift. */
function motion(
  z: number,
  x: number,
  shift: readonly [number, number, number],
): SimilarityTransform {
  const [a, b] = [turn(z), turn(x)];
  const [c, s, d, t] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
  return {
    rotation: Float64Array.of(c, -s, 0, d * s, d * c, -t, t * s, t * c, d),
    translation: shift,
    scale: 1,
  };
}
const farthest = (a: Float64Array, b: Float64Array): number =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

describe("icpRegistration", () => {
  it("finds the motion that was put in, and says that it did", () => {
    const truth = motion(5, -3, [1.2, -0.8, 1.5]);
    const target = { ...laa, positions: transformPoints(truth, laa.positions) };
    const got = icpRegistration(laa.positions, target);
    expect(got).toMatchObject({ hasConverged: true, issues: [] });
    expect(got.rmsMm).toBeLessThan(1e-9);
    expect(got.iterations).toBeLessThan(30);
    expect(farthest(transformPoints(got.transform, laa.positions), target.positions)).toBeLessThan(
      1e-6,
    );
    expect(got.transform.rotation[0]).toBeCloseTo(truth.rotation[0]!, 9);
  });

  it("is not led astray by a part that the target does not have, once it is trimmed", () => {
    const truth = motion(4, 2, [1, 0.5, -0.5]);
    const target = { ...laa, positions: transformPoints(truth, laa.positions) };
    const random = seeded(5);
    const extra = Float64Array.from({ length: 900 }, () => 30 + 3 * random.uniform());
    const source = Float64Array.from([...laa.positions, ...extra]);
    const share = laa.positions.length / source.length;
    const [whole, trimmed] = [1, share].map((part) =>
      icpRegistration(source, target, { share: part, iterations: 25 }),
    );
    const error = (one: typeof whole): number =>
      farthest(transformPoints(one!.transform, laa.positions), target.positions);
    expect(error(whole)).toBeGreaterThan(0.5);
    expect(error(trimmed)).toBeLessThan(1e-4);
    expect(trimmed!.isUsed.subarray(-300).includes(1)).toBe(false);
    expect(trimmed!.rmsMm).toBeLessThan(1e-4);
    expect(trimmed!.rmsAllMm).toBeGreaterThan(1);
    expect(trimmed!.residualsMm).toHaveLength(source.length / 3);
  });

  it("begins where it is told: near the end it needs fewer steps", () => {
    const truth = motion(150, 40, [60, -20, 10]);
    const target = { ...laa, positions: transformPoints(truth, laa.positions) };
    const far = icpRegistration(laa.positions, target);
    const near = icpRegistration(laa.positions, target, {
      initial: motion(149, 41, [60, -19, 11]),
    });
    expect(near.rmsMm).toBeLessThan(1e-6);
    expect(near.iterations).toBeLessThan(far.iterations);
    expect(icpRegistration(laa.positions, target, { initial: truth }).iterations).toBe(1);
  });

  it("never gives a mirror image", () => {
    const mirrored = { ...laa, positions: laa.positions.map((x, i) => (i % 3 === 2 ? -x : x)) };
    const r = icpRegistration(laa.positions, mirrored, { iterations: 8 }).transform.rotation;
    const minors = [
      r[4]! * r[8]! - r[5]! * r[7]!,
      r[5]! * r[6]! - r[3]! * r[8]!,
      r[3]! * r[7]! - r[4]! * r[6]!,
    ];
    expect(r[0]! * minors[0]! + r[1]! * minors[1]! + r[2]! * minors[2]!).toBeCloseTo(1, 12);
  });

  it("moves what a plane leaves open not at all, and says so", () => {
    const flat = Float64Array.from(
      Array.from({ length: 49 }, (_, i) => [
        1 + (i % 7) / 2,
        1 + Math.floor(i / 7) / 2,
        5.3,
      ]).flat(),
    );
    const got = icpRegistration(flat, box([9, 9, 5]));
    expect(got.issues.map(({ code }) => code)).toEqual(["MOTION_OPEN"]);
    expect(got.transform.translation[0]).toBeCloseTo(0, 9);
    expect(got.transform.translation[2]).toBeCloseTo(-0.3, 9);
    expect(got.rmsMm).toBeLessThan(1e-9);
  });

  it("says when it has not come to an end", () => {
    const target = { ...laa, positions: laa.positions.map((x) => x + 1) };
    const got = icpRegistration(laa.positions, target, { iterations: 1 });
    expect(got).toMatchObject({ iterations: 1, hasConverged: false });
    expect(got.issues[0]!.message).toBe(
      "the last of 1 steps still moved points by more than 0.000001 mm",
    );
  });

  it("refuses nonsense", () => {
    const points = sphere(5, 4).positions;
    const mirror = {
      ...motion(0, 0, [0, 0, 0]),
      rotation: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, -1),
    };
    const refuses = (message: string, ...more: unknown[]): void =>
      expect(() => icpRegistration(points, sphere(5, 4), ...(more as [object]))).toThrow(message);
    refuses("icpRegistration: needs a share above 0 and up to 1; got 0", { share: 0 });
    refuses("needs a share above 0 and up to 1; got 90", { share: 90 });
    refuses("needs at least 1 iteration", { iterations: 0.5 });
    refuses("needs a step of at least 0 mm", { stepMm: -1 });
    refuses("no mirror image", { initial: mirror });
    refuses("needs a rigid motion", { initial: { ...motion(1, 1, [0, 0, 0]), scale: 2 } });
    expect(() => icpRegistration(points.slice(0, 15), sphere(5, 4))).toThrow("at least 6 points");
    expect(() =>
      icpRegistration(
        points.map(() => Number.NaN),
        sphere(5, 4),
      ),
    ).toThrow("finite");
    const empty = { positions: points, triangles: new Uint32Array(0) };
    expect(() => icpRegistration(points, empty)).toThrow("needs a mesh with triangles");
  });
});
