import { describe, expect, it } from "vitest";
import { joinMeshes } from "../../../src/geometry/mesh/closed.js";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { capEnds } from "../../../src/geometry/mesh/open-ends.js";
import { solidReport } from "../../../src/geometry/mesh/solid.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import { buildWall } from "../../../src/geometry/wall/build-wall.js";
import { box, insideOut, moved, sphere } from "../solids.js";
import { arcTube, straightTube } from "../tubes.js";

const coarse = { spacingMm: 0.5 };

describe("buildWall", () => {
  it("makes a shell about a sphere, as thick as asked for", async () => {
    const lumen = sphere(8, 40);
    const wall = await buildWall(lumen, 2, coarse);
    expect(wall.wallVolumeMm3 / ((4 / 3) * Math.PI * (1000 - 512))).toBeCloseTo(1, 1);
    expect(wall.lumenVolumeMm3).toBe(meshMeasures(lumen).signedVolumeMm3);
    expect(wall.thickness.leastMm).toBeGreaterThan(1.96);
    expect(wall.thickness.meanMm).toBeCloseTo(2, 1);
    expect(wall.issues).toEqual([]);
    expect(solidReport(wall.mesh)).toMatchObject({ isSolid: true, bodies: 1, cavities: 1 });
  });

  it("keeps the given surface as the inner face, vertex by vertex, or as the outer one", async () => {
    const lumen = box([6, 6, 6]);
    const outward = await buildWall(lumen, 1, coarse);
    const points = [...outward.mesh.positions];
    expect(points.slice(-24)).toEqual([...lumen.positions]);
    const inward = await buildWall(lumen, 1, { ...coarse, direction: "inward" });
    expect([...inward.mesh.positions.slice(0, 24)]).toEqual([...lumen.positions]);
    expect(inward.outerVolumeMm3).toBeCloseTo(216, 9);
    expect(inward.wallVolumeMm3 / (216 - 64)).toBeCloseTo(1, 1);
  });

  it("opens a tube where it is open, with rims across the lumen", async () => {
    const wall = await buildWall(
      straightTube(() => 4, 20, 20),
      2,
      coarse,
    );
    expect(wall.issues.map(({ code }) => code)).toEqual(["OPEN_ENDS"]);
    expect(wall.issues[0]!.message).toContain("open at 2 ends (diameters 8.0 mm, 8.0 mm)");
    expect(meshTopology(wall.mesh)).toMatchObject({ isWatertight: true, genus: 1 });
    expect(solidReport(wall.mesh).isSolid).toBe(true);
    expect(wall.wallVolumeMm3 / (Math.PI * (36 - 16) * 19.98)).toBeCloseTo(1, 1);
    const { min, max } = meshMeasures(wall.mesh).bounds;
    expect([min[2], max[2]]).toEqual([expect.closeTo(0.01, 4), expect.closeTo(19.99, 4)]);
  });

  it("opens a closed lumen at planes, and a bent one without its other limb", async () => {
    const lumen = capEnds(arcTube(12, 3, Math.PI, 40)).mesh; // a half ring, both ends at y = 0
    const openings = [
      { origin: [12, 1, 0], normal: [0, -1, 0] },
      { origin: [-12, 1, 0], normal: [0, -3, 0] },
    ] as const;
    const one = await buildWall(lumen, 1, { ...coarse, openings: [openings[0]] });
    expect(meshTopology(one.mesh)).toMatchObject({
      isWatertight: true,
      genus: 0,
      componentsByEdge: 1,
    });
    expect(meshMeasures(one.mesh).bounds.min[1]).toBeCloseTo(-1, 1); // the other limb keeps its end
    const both = await buildWall(lumen, 1, { ...coarse, openings });
    expect(meshTopology(both.mesh)).toMatchObject({ isWatertight: true, genus: 1 });
    expect(meshMeasures(both.mesh).bounds.min[1]).toBeCloseTo(1, 4);
  });

  it("is the same wall wherever the lumen lies, to the grid", async () => {
    const lumen = capEnds(arcTube(12, 3, 1, 20)).mesh;
    const turned = moved(lumen, (x, y, z) => [100 + 0.6 * x - 0.8 * z, y - 40, 0.8 * x + 0.6 * z]);
    const [here, there] = [
      await buildWall(lumen, 1.5, coarse),
      await buildWall(turned, 1.5, coarse),
    ];
    expect(there.wallVolumeMm3 / here.wallVolumeMm3).toBeCloseTo(1, 2);
    expect(there.thickness.meanMm).toBeCloseTo(here.thickness.meanMm, 2);
  });

  it("says that normals were turned", async () => {
    const wall = await buildWall(insideOut(sphere(5, 20)), 1, coarse);
    expect(wall.issues.map(({ code }) => code)).toEqual(["INWARD_NORMALS"]);
    expect(wall.wallVolumeMm3).toBeGreaterThan(0);
  });

  it("says where two lumens come closer than their walls are thick", async () => {
    const two = joinMeshes(box([6, 6, 6]), box([6, 6, 6], [6.5, 0, 0]));
    const wall = await buildWall(two, 1, coarse);
    expect(wall.issues.map(({ code }) => code)).toEqual(["THIN_WALL", "FUSED_WALL"]);
    expect(wall.thickness.leastMm).toBeCloseTo(0.5, 6);
    expect(wall.thickness.leastAt[0]).toBeCloseTo(6.25, 0);
  });

  it("refuses what makes no wall, with the reason", async () => {
    const lumen = sphere(5, 20);
    await expect(buildWall(lumen, 0)).rejects.toThrow(
      "buildWall: needs a thickness above 0 mm; got 0",
    );
    await expect(buildWall(lumen, 1, { leastShare: 2 })).rejects.toThrow(
      "needs a least share of 0 to 1",
    );
    await expect(buildWall(lumen, 1, { direction: "up" as never })).rejects.toThrow(
      "outward or inward; got up",
    );
    await expect(buildWall(lumen, 6, { ...coarse, direction: "inward" })).rejects.toThrow(
      "leaves no lumen",
    );
    const at = (z: number, x = 0) => ({
      ...coarse,
      openings: [{ origin: [x, 0, z] as const, normal: [0, 0, 1] as const }],
    });
    await expect(buildWall(lumen, 1, at(0, 40))).rejects.toThrow(
      "the section at (40.0, 0.0, 0.0) does not enclose it",
    );
    await expect(buildWall(lumen, 1, at(5.5))).rejects.toThrow(
      "runs through the wall only: move it inwards",
    );
  });
});
