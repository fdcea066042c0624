import { describe, expect, it } from "vitest";
import { joinMeshes } from "../../../src/geometry/mesh/closed.js";
import { contourDepths } from "../../../src/geometry/mesh/contour-nesting.js";
import { contourLengthMm, cutMesh } from "../../../src/geometry/mesh/cut.js";
import { contourAboutOrigin, encloses } from "../../../src/geometry/mesh/enclosing-contour.js";
import { box, insideOut } from "../solids.js";
import { straightTube } from "../tubes.js";

const plane = { origin: [5, 5, 5], normal: [0, 0, 1] } as const;
const hollow = joinMeshes(box([10, 10, 10]), insideOut(box([4, 4, 4], [3, 3, 3])));

describe("encloses", () => {
  it("tells points within a contour from points beside it", () => {
    const [square] = cutMesh(box([10, 10, 10]), plane);
    expect(encloses(square!, plane, [5, 5, 5])).toBe(true);
    expect(encloses(square!, plane, [0.001, 9.999, 5])).toBe(true);
    expect(encloses(square!, plane, [10.001, 5, 5])).toBe(false);
    expect(encloses(square!, plane, [5, -0.001, 5])).toBe(false);
  });

  it("is false for an open chain", () => {
    const along = { origin: [0, 0, 2], normal: [1, 0, 0] } as const;
    const chains = cutMesh(
      straightTube(() => 2, 5, 3),
      along,
    );
    expect(chains.map((chain) => encloses(chain, along, [0, 0, 2]))).toEqual([false, false]);
  });
});

describe("contourAboutOrigin", () => {
  it("takes the innermost contour about the origin", () => {
    const contour = contourAboutOrigin(cutMesh(hollow, plane), plane)!;
    expect(contourLengthMm(contour)).toBeCloseTo(16, 9);
  });

  it("takes the outer one from a place in the wall, and none beside", () => {
    const inWall = { ...plane, origin: [1, 1, 5] as const };
    expect(contourLengthMm(contourAboutOrigin(cutMesh(hollow, inWall), inWall)!)).toBeCloseTo(
      40,
      9,
    );
    const beside = { ...plane, origin: [20, 5, 5] as const };
    expect(contourAboutOrigin(cutMesh(hollow, beside), beside)).toBeUndefined();
  });
});

describe("contourDepths", () => {
  it("counts the contours about each", () => {
    const island = joinMeshes(hollow, box([1, 1, 1], [4.5, 4.5, 4.5]));
    expect([...contourDepths(cutMesh(island, plane), plane)]).toEqual([0, 1, 2]);
  });
});
