import { describe, expect, it } from "vitest";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import { triangleTree } from "../../../src/geometry/mesh/triangle-tree.js";
import { weldMesh } from "../../../src/geometry/mesh/weld.js";
import { pointAt } from "../../../src/geometry/vector.js";
import { offsetSurface } from "../../../src/geometry/wall/offset-surface.js";
import { box, insideOut, sphere } from "../solids.js";
import { straightTube } from "../tubes.js";

const volume = (mesh: Parameters<typeof meshMeasures>[0]): number =>
  meshMeasures(mesh).signedVolumeMm3;

describe("offsetSurface", () => {
  it("rounds a box outside and keeps it sharp inside", () => {
    const [a, b, c, t] = [10, 8, 6, 2];
    const steiner =
      a * b * c +
      2 * (a * b + b * c + c * a) * t +
      Math.PI * (a + b + c) * t * t +
      (4 / 3) * Math.PI * t ** 3;
    expect(volume(offsetSurface(box([a, b, c]), t, 0.25)) / steiner).toBeCloseTo(1, 2);
    expect(volume(offsetSurface(box([a, b, c]), -t, 0.25)) / (6 * 4 * 2)).toBeCloseTo(1, 1);
  });

  it("has all its vertices at the distance, within what a grid bends", () => {
    const mesh = sphere(5, 24);
    const [spacing, offset] = [0.4, 1.5];
    const surface = offsetSurface(mesh, offset, spacing);
    const tree = triangleTree(mesh);
    for (let i = 0; i < surface.positions.length / 3; i++) {
      const { distanceMm } = tree.closestPoint(pointAt(surface.positions, i))!;
      expect(distanceMm).toBeLessThan(offset + 0.011 * spacing);
      expect(distanceMm).toBeGreaterThan(offset - spacing ** 2 / (8 * offset));
    }
  });

  it("is watertight after welding in single precision, far from the origin too", () => {
    for (const far of [0, 300]) {
      const surface = offsetSurface(sphere(4, 16, [far, -far, 0.37]), 1, 0.3);
      const { mesh, mergedVertices } = weldMesh(surface);
      expect(mergedVertices).toBe(0);
      expect(meshTopology(mesh)).toMatchObject({
        isWatertight: true,
        nonManifoldVertices: 0,
        eulerCharacteristic: 2,
      });
    }
  });

  it("goes on where blocks of the grid are passed over, in large bodies and with small offsets", () => {
    expect(volume(offsetSurface(sphere(20, 60), 0.3, 0.5)) / volume(sphere(20.3, 60))).toBeCloseTo(
      1,
      2,
    );
    expect(volume(offsetSurface(sphere(20, 60), -8, 0.5)) / volume(sphere(12, 60))).toBeCloseTo(
      1,
      2,
    );
    expect(meshTopology(offsetSurface(sphere(20, 60), -8, 0.5)).componentsByEdge).toBe(1);
  });

  it("is empty where no point lies so deep", () => {
    expect(offsetSurface(sphere(4, 16), -4.5, 0.3).triangles.length).toBe(0);
  });

  it("does not mind normals that point inwards", () => {
    const [one, other] = [sphere(4, 16), insideOut(sphere(4, 16))];
    expect(offsetSurface(other, 1, 0.3)).toEqual(offsetSurface(one, 1, 0.3));
  });

  it("refuses open surfaces and grids without end", () => {
    expect(() =>
      offsetSurface(
        straightTube(() => 2, 5, 3),
        1,
        0.5,
      ),
    ).toThrow("offsetSurface: needs a closed");
    expect(() => offsetSurface(box([1, 1, 1]), 1, 0.001)).toThrow(
      "needs a grid of at most 10⁹ voxels",
    );
    expect(() => offsetSurface(box([1, 1, 1]), Number.NaN, 0.1)).toThrow("needs a finite offset");
    expect(() => offsetSurface(box([1, 1, 1]), 1, 0)).toThrow("needs a spacing above 0 mm; got 0");
  });
});
