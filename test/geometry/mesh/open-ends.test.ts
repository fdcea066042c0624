import { describe, expect, it } from "vitest";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { capEnds, planeOfEnd } from "../../../src/geometry/mesh/open-ends.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import { box, insideOut, sphere } from "../solids.js";
import { straightTube } from "../tubes.js";

const AROUND = 48;
const POLYGON = (AROUND / 2) * Math.sin((2 * Math.PI) / AROUND); // area of a ring of radius 1

describe("capEnds", () => {
  it("closes both ends of a tube and says where they are", () => {
    const open = straightTube((share) => 3 - share, 10, 20);
    const { mesh, ends, wallTriangles } = capEnds(open);
    expect(meshTopology(mesh).isWatertight).toBe(true);
    expect(wallTriangles).toBe(open.triangles.length / 3);
    expect(ends.map(({ centre }) => centre.map((v) => v + 0))).toEqual([
      [expect.closeTo(0, 9), expect.closeTo(0, 9), 0],
      [expect.closeTo(0, 9), expect.closeTo(0, 9), expect.closeTo(10, 9)],
    ]);
    expect(ends[0]!.areaMm2).toBeCloseTo(9 * POLYGON, 9);
    expect(planeOfEnd(ends[0]!).normal[2]).toBeCloseTo(-1, 12);
    expect(ends[1]!.normal[2]).toBeCloseTo(1, 12);
  });

  it("turns an inward surface, its ends still pointing out", () => {
    const { mesh, ends } = capEnds(insideOut(straightTube(() => 2, 10, 20)));
    expect(meshMeasures(mesh).signedVolumeMm3).toBeCloseTo(40 * POLYGON, 6);
    expect(ends.map(({ normal, centre }) => normal[2] * (centre[2] - 5) > 0)).toEqual([true, true]);
  });

  it("leaves a closed surface as it is", () => {
    expect(capEnds(box([1, 2, 3]))).toMatchObject({ mesh: box([1, 2, 3]), ends: [] });
  });

  it("refuses openings that touch", () => {
    const { positions, triangles } = sphere(5, 8);
    const column = 14; // triangles from pole to pole; two at one pole, not neighbours, are left out
    const bow = triangles.filter((_, i) => ![0, 2 * column].includes(Math.floor(i / 3)));
    expect(() => capEnds({ positions, triangles: bow })).toThrow(
      /^capEnds: needs openings that do not touch/,
    );
  });
});
