import { describe, expect, it } from "vitest";
import {
  checkClosed,
  isInward,
  joinMeshes,
  reverseMesh,
} from "../../../src/geometry/mesh/closed.js";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { box } from "../solids.js";
import { straightTube } from "../tubes.js";

const cube = box([2, 2, 2]);

describe("checkClosed", () => {
  it("takes a closed surface whichever way its normals point", () => {
    expect(() => checkClosed("here", cube)).not.toThrow();
    expect(() => checkClosed("here", reverseMesh(cube))).not.toThrow();
  });

  it("says what is open, branched or turned", () => {
    const rule = "here: needs a closed surface, wound one way; got";
    expect(() =>
      checkClosed(
        "here",
        straightTube(() => 1, 2, 2),
      ),
    ).toThrow(`${rule} 96 boundary edges`);
    const { positions, triangles } = cube;
    const twice = Uint32Array.from([...triangles, ...triangles]);
    expect(() => checkClosed("here", { positions, triangles: twice })).toThrow(
      "18 edges of more than two",
    );
    const turned = triangles.slice();
    turned.set([turned[1]!, turned[0]!]);
    expect(() => checkClosed("here", { positions, triangles: turned })).toThrow(
      "3 edges whose triangles turn",
    );
    expect(() => checkClosed("here", { positions, triangles: new Uint32Array(0) })).toThrow(
      "no triangles",
    );
  });
});

describe("reverseMesh", () => {
  it("turns every triangle and leaves the mesh it was given", () => {
    const turned = reverseMesh(cube);
    expect(isInward(turned)).toBe(true);
    expect(isInward(cube)).toBe(false);
    expect(reverseMesh(turned)).toEqual(cube);
  });
});

describe("joinMeshes", () => {
  it("holds both, the first before the second", () => {
    const both = joinMeshes(cube, box([1, 1, 1], [5, 5, 5]));
    expect(meshMeasures(both).signedVolumeMm3).toBeCloseTo(9, 12);
    expect([...both.triangles.slice(0, 36)]).toEqual([...cube.triangles]);
  });
});
