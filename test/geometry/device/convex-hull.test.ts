import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convexHull } from "../../../src/geometry/device/convex-hull.js";

describe("convexHull", () => {
  it("gives the corners of a square anticlockwise, without points inside or between", () => {
    const points = Float64Array.of(0, 0, 2, 0, 2, 2, 0, 2, 1, 1, 1, 0, 2, 1, 0, 0);
    expect([...convexHull(points)]).toEqual([0, 0, 2, 0, 2, 2, 0, 2]);
  });

  it("has two corners for a line and one for a point", () => {
    expect([...convexHull(Float64Array.of(0, 0, 2, 2, 1, 1))]).toEqual([0, 0, 2, 2]);
    expect([...convexHull(Float64Array.of(3, 4, 3, 4))]).toEqual([3, 4]);
    expect([...convexHull(new Float64Array(0))]).toEqual([]);
  });

  it("has every point on its left or on its sides", () => {
    const coordinate = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 6, maxLength: 60 }), (values) => {
        const points = Float64Array.from(values.slice(0, values.length - (values.length % 2)));
        const hull = convexHull(points);
        const n = hull.length / 2;
        for (let i = 0; i < n && n > 2; i++) {
          const j = (i + 1) % n;
          const [dx, dy] = [hull[2 * j]! - hull[2 * i]!, hull[2 * j + 1]! - hull[2 * i + 1]!];
          for (let k = 0; k < points.length; k += 2) {
            const turn =
              dx * (points[k + 1]! - hull[2 * i + 1]!) - dy * (points[k]! - hull[2 * i]!);
            expect(turn).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 100, seed: 8 },
    );
  });
});
