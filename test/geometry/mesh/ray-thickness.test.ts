import { describe, expect, it } from "vitest";
import { joinMeshes } from "../../../src/geometry/mesh/closed.js";
import { rayThickness } from "../../../src/geometry/mesh/ray-thickness.js";
import { weightedQuantiles } from "../../../src/geometry/mesh/weighted-quantiles.js";
import { box, insideOut, sphere } from "../solids.js";
import { straightTube } from "../tubes.js";

describe("rayThickness", () => {
  it("is that of each side of a box, by area", () => {
    const got = rayThickness(box([2, 10, 20]));
    expect(got).toMatchObject({ leastMm: 2, p1Mm: 2, medianMm: 2, samples: 12 });
  });

  it("is the shell's between two spheres", () => {
    const shell = joinMeshes(sphere(10, 60), insideOut(sphere(8.5, 60)));
    const got = rayThickness(shell);
    expect(got.leastMm).toBeGreaterThan(1.48);
    expect(got.medianMm).toBeCloseTo(1.5, 1);
  });

  it("asks every so many of more triangles", () => {
    expect(rayThickness(sphere(10, 20), { mostSamples: 100 }).samples).toBeLessThanOrEqual(100);
  });

  it("refuses an open surface", () => {
    expect(() => rayThickness(straightTube(() => 2, 5, 3))).toThrow(
      "rayThickness: needs a closed surface",
    );
  });
});

describe("weightedQuantiles", () => {
  it("counts each value by its weight", () => {
    const [values, weights] = [Float64Array.of(3, 1, 2), Float64Array.of(1, 1, 8)];
    expect(weightedQuantiles(values, weights, [0, 0.1, 0.11, 0.9, 0.91, 1])).toEqual([
      1, 1, 2, 2, 3, 3,
    ]);
    expect(weightedQuantiles(values, new Float64Array(3), [0.5])).toEqual([Number.NaN]);
  });
});
