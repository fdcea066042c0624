import { describe, expect, it } from "vitest";
import { minimalPath } from "../../../src/geometry/centreline/minimal-path.js";
import type { Volume } from "../../../src/geometry/volume/volume.js";

/** Distances from the wall as digits, one string a row. */
function plane(...rows: string[]): Volume<Float32Array> {
  return {
    dims: [rows[0]!.length, rows.length, 1],
    spacing: [1, 1, 1],
    origin: [0, 0, 0],
    direction: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
    voxels: Float32Array.from(rows.join("").replace(/ /g, "0"), Number),
  };
}

describe("minimalPath", () => {
  it("runs where the wall is far, rather than straight", () => {
    const path = minimalPath(plane("1111111", "1333331", "1111111"), 0, 6);
    expect([...path]).toEqual([0, 8, 9, 10, 11, 12, 6]);
  });

  it("goes round a wall, and is empty where none leads", () => {
    expect([...minimalPath(plane("11 11", "11 11", "11111"), 0, 4)]).toContain(12);
    expect(minimalPath(plane("11 11", "11 11"), 0, 4).length).toBe(0);
  });

  it("does not leave one side of a volume to come in at the other", () => {
    expect(minimalPath(plane("1   1"), 4, 0).length).toBe(0);
  });

  it("is one voxel from itself to itself", () => {
    expect([...minimalPath(plane("11"), 1, 1)]).toEqual([1]);
  });
});
