import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import { meshBoolean, splitMesh, trimMesh } from "../../../src/geometry/mesh/trim.js";
import { box, insideOut, sphere, torus } from "../solids.js";
import { straightTube } from "../tubes.js";

const volume = (mesh: Parameters<typeof meshMeasures>[0]): number =>
  meshMeasures(mesh).signedVolumeMm3;

describe("trimMesh", () => {
  it("keeps the side of the normal, closed by a cap", async () => {
    const kept = await trimMesh(box([2, 3, 4]), { origin: [0, 0, 3], normal: [0, 0, 5] });
    expect(volume(kept)).toBeCloseTo(6, 5);
    expect(meshMeasures(kept).bounds).toEqual({ min: [0, 0, 3], max: [2, 3, 4] });
    expect(meshTopology(kept).isWatertight).toBe(true);
  });

  it("gives a spherical cap, and nothing beyond", async () => {
    const cap = await trimMesh(sphere(10, 60), { origin: [6, 0, 0], normal: [1, 0, 0] });
    expect(volume(cap) / ((Math.PI * 16 * 26) / 3)).toBeCloseTo(1, 2);
    const none = await trimMesh(sphere(10, 10), { origin: [11, 0, 0], normal: [1, 0, 0] });
    expect(none.triangles.length).toBe(0);
  });

  it("refuses what is no solid, with the reason", async () => {
    const plane = { origin: [0, 0, 1], normal: [0, 0, 1] } as const;
    await expect(
      trimMesh(
        straightTube(() => 2, 5, 3),
        plane,
      ),
    ).rejects.toThrow("trimMesh: needs a closed surface, wound one way; got 96 boundary edges");
    await expect(trimMesh(insideOut(box([1, 1, 1])), plane)).rejects.toThrow(
      "trimMesh: needs normals that point outwards",
    );
    await expect(
      trimMesh(box([1, 1, 1]), { origin: [0, 0, 0], normal: [0, 0, 0] }),
    ).rejects.toThrow("trimMesh: needs a plane");
  });

  it("parts a solid into two whose volumes are its own, wherever it is cut", async () => {
    const mesh = torus(6, 2, 24, 36);
    const whole = volume(mesh);
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(number, number, number).filter((n) => Math.hypot(...n) > 0.1),
        fc.double({ min: -9, max: 9, noNaN: true }),
        async (normal, along) => {
          const { above, below } = await splitMesh(mesh, { origin: [along, 0, 0], normal });
          for (const part of [above, below]) {
            if (part.triangles.length > 0) expect(meshTopology(part).isWatertight).toBe(true);
          }
          expect(Math.abs(volume(above) + volume(below) - whole)).toBeLessThan(1e-5 * whole);
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });
});

describe("meshBoolean", () => {
  it("unites, subtracts and intersects", async () => {
    const [one, other] = [box([2, 2, 2]), box([2, 2, 2], [1, 1, 1])];
    expect(volume(await meshBoolean(one, other, "union"))).toBeCloseTo(15, 5);
    expect(volume(await meshBoolean(one, other, "difference"))).toBeCloseTo(7, 5);
    expect(volume(await meshBoolean(one, other, "intersection"))).toBeCloseTo(1, 5);
    const apart = await meshBoolean(one, box([1, 1, 1], [5, 5, 5]), "intersection");
    expect(apart.triangles.length).toBe(0);
  });

  it("makes a hollow of a solid within another", async () => {
    const hollow = await meshBoolean(box([3, 3, 3]), box([1, 1, 1], [1, 1, 1]), "difference");
    expect(volume(hollow)).toBeCloseTo(26, 5);
    expect(meshTopology(hollow).componentsByEdge).toBe(2);
  });
});
