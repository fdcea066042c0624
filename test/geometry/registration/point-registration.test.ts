import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  rigidRegistration,
  similarityRegistration,
  transformPoints,
} from "../../../src/geometry/registration/point-registration.js";
import { seeded } from "../../../src/numeric/index.js";

const corners = Float64Array.of(0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 1, 5, 4, 1);
/** A quarter turn about z, then a shift. */
const quarter = {
  rotation: Float64Array.of(0, -1, 0, 1, 0, 0, 0, 0, 1),
  translation: [10, 20, 30] as const,
  scale: 1,
};
const determinant = (r: Float64Array): number =>
  r[0]! * (r[4]! * r[8]! - r[5]! * r[7]!) -
  r[1]! * (r[3]! * r[8]! - r[5]! * r[6]!) +
  r[2]! * (r[3]! * r[7]! - r[4]! * r[6]!);
const cloud = fc.integer({ min: 1, max: 1e9 }).map((seed) => {
  const random = seeded(seed);
  return Float64Array.from({ length: 30 }, () => 200 * random.uniform() - 100);
});

describe("rigidRegistration", () => {
  it("finds a quarter turn and a shift", () => {
    const { transform, residualsMm, rmsMm } = rigidRegistration(
      corners,
      transformPoints(quarter, corners),
    );
    transform.rotation.forEach((value, i) => {
      expect(value).toBeCloseTo(quarter.rotation[i]!, 12);
    });
    expect(transform.translation[1]).toBeCloseTo(20, 12);
    expect(transform.scale).toBe(1);
    expect(rmsMm).toBeLessThan(1e-12);
    expect(residualsMm).toHaveLength(5);
  });

  it("never mirrors, and no other motion fits better than the one it finds", () => {
    fc.assert(
      fc.property(cloud, cloud, (source, target) => {
        const { transform, residualsMm, rmsMm } = rigidRegistration(source, target);
        expect(determinant(transform.rotation)).toBeCloseTo(1, 9);
        const other = transformPoints(quarter, source);
        let squares = 0;
        for (let i = 0; i < other.length; i++) squares += (other[i]! - target[i]!) ** 2;
        expect(rmsMm).toBeLessThanOrEqual(Math.sqrt(squares / 10) + 1e-9);
        const mean = residualsMm.reduce((sum, r) => sum + r * r, 0) / 10;
        expect(rmsMm).toBeCloseTo(Math.sqrt(mean), 9);
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it("gives a mirrored body the best turn and the rest as residuals", () => {
    const mirrored = corners.map((value, i) => (i % 3 === 2 ? -value : value));
    const { transform, rmsMm } = rigidRegistration(corners, mirrored);
    expect(determinant(transform.rotation)).toBeCloseTo(1, 12);
    expect(rmsMm).toBeGreaterThan(0.05);
  });

  it("takes three points, and a plane", () => {
    const three = corners.subarray(0, 9).slice();
    expect(rigidRegistration(three, transformPoints(quarter, three)).rmsMm).toBeLessThan(1e-12);
  });

  it("refuses two points, points on a line, unequal numbers and what is not finite", () => {
    const refuses = (source: Float64Array, target: Float64Array, message: string): void =>
      expect(() => rigidRegistration(source, target)).toThrow(`rigidRegistration: ${message}`);
    refuses(corners.slice(0, 6), corners.slice(0, 6), "needs at least 3 points; got 2");
    refuses(corners, corners.slice(0, 12), "needs as many source as target points");
    const line = Float64Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2, 5, 5, 5);
    refuses(line, corners.slice(0, 12), "needs points that do not lie on a line");
    refuses(corners.slice(0, 12), line, "needs points that do not lie on a line");
    refuses(
      corners.map(() => 7),
      corners,
      "needs points that do not lie on a line",
    );
    refuses(
      corners.map((v, i) => (i === 4 ? Number.NaN : v)),
      corners,
      "needs finite coordinates",
    );
  });
});

describe("similarityRegistration", () => {
  it("finds turn, shift and scale", () => {
    const { transform, rmsMm } = similarityRegistration(
      corners,
      transformPoints({ ...quarter, scale: 1.013 }, corners),
    );
    expect(transform.scale).toBeCloseTo(1.013, 12);
    expect(rmsMm).toBeLessThan(1e-12);
  });

  it("fits no worse than a rigid motion", () => {
    fc.assert(
      fc.property(cloud, cloud, (source, target) => {
        const similar = similarityRegistration(source, target).rmsMm;
        expect(similar).toBeLessThanOrEqual(rigidRegistration(source, target).rmsMm + 1e-9);
      }),
      { numRuns: 50, seed: 2 },
    );
  });
});
