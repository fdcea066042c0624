import { describe, expect, it } from "vitest";
import { localFit } from "../../../src/geometry/centreline/local-fit.js";
import { arcLengths, resampled } from "../../../src/geometry/centreline/polyline.js";

describe("localFit", () => {
  const s = Float64Array.from({ length: 40 }, (_, i) => i / 4);
  const points = Float64Array.from([...s].flatMap((t) => [t, t * t - t, 2 * t ** 3 - 5]));

  it("is exact for a cubic, at its ends too", () => {
    for (const at of [0, 3.3, 9.75]) {
      const { position, first, second, third } = localFit(points, s, at, 2);
      const near = (got: readonly number[], expected: number[]): void =>
        got.forEach((value, axis) => {
          expect(value).toBeCloseTo(expected[axis]!, 7);
        });
      near(position, [at, at * at - at, 2 * at ** 3 - 5]);
      near(first, [1, 2 * at - 1, 6 * at * at]);
      near(second, [0, 2, 12 * at]);
      near(third, [0, 0, 12]);
    }
  });

  it("widens a window with too few points, and lowers the degree for fewer still", () => {
    expect(localFit(points, s, 5, 0.01).position[0]).toBeCloseTo(5, 9);
    const two = localFit(Float64Array.of(0, 0, 0, 1, 2, 3), Float64Array.of(0, 1), 0.5, 0.1);
    expect(two.position.map((value) => Math.round(1e6 * value) / 1e6)).toEqual([0.5, 1, 1.5]);
    expect(two.third).toEqual([0, 0, 0]);
  });
});

describe("polyline", () => {
  const corner = Float64Array.of(0, 0, 0, 3, 0, 0, 3, 0, 0, 3, 4, 0);

  it("measures along the line", () => {
    expect([...arcLengths(corner)]).toEqual([0, 3, 3, 7]);
  });

  it("lays points at equal distances, the ends included", () => {
    const even = resampled(corner, 1.1);
    expect(even.length).toBe(3 * 7);
    expect([...even.slice(0, 3), ...even.slice(-3)]).toEqual([0, 0, 0, 3, 4, 0]);
    expect([...even.slice(9, 12)]).toEqual([3, 0.5, 0]);
  });
});
