import { describe, expect, it } from "vitest";
import { MeshBuilder } from "../../../src/geometry/io/mesh-builder.js";

const square = (): MeshBuilder => {
  const mesh = new MeshBuilder("a.obj");
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ])
    mesh.addPoint(x!, y!, 0);
  return mesh;
};

describe("MeshBuilder", () => {
  it("grows with what it is given", () => {
    const mesh = new MeshBuilder("a.obj");
    for (let i = 0; i < 5000; i++) mesh.addPoint(i, 0, 0);
    for (let i = 0; i < 4998; i++) mesh.addPolygon([i, i + 1, i + 2]);
    const file = mesh.file("obj");
    expect(file.mesh.positions[3 * 4999]).toBe(4999);
    expect([...file.mesh.triangles.subarray(-3)]).toEqual([4997, 4998, 4999]);
    expect(file).toMatchObject({ filePoints: 5000, fileTriangles: 4998, issues: [] });
  });

  it("counts what it cut and what it left out", () => {
    const mesh = square();
    mesh.addPolygon([0, 1, 2, 3]);
    mesh.addPolygon([0, 1]);
    mesh.addPolygon([]);
    expect(mesh.file("obj").issues).toEqual([
      {
        code: "POLYGONS_CUT",
        message: "1 polygons of more than three corners were cut into fans of triangles",
      },
      { code: "NO_POLYGONS", message: "2 faces of fewer than three corners were left out" },
    ]);
  });

  it("takes indices of points that come later, and refuses those that never do", () => {
    const mesh = square();
    mesh.addPolygon([0, 1, 4]);
    expect(() => mesh.file("obj")).toThrow(
      "a.obj: needs indices below the 4 points; triangle 0 has 4",
    );
    mesh.addPoint(5, 5, 5);
    expect(mesh.file("obj").fileTriangles).toBe(1);
  });

  it.each([[-1], [0.5], [2 ** 32], [Number.NaN]])("refuses %d as an index", (index) => {
    expect(() => square().addPolygon([0, 1, index])).toThrow("needs indices from 0, whole numbers");
  });

  it("refuses points that are nowhere", () => {
    expect(() => square().addPoint(0, Number.POSITIVE_INFINITY, 0)).toThrow(
      "a.obj: needs finite coordinates; point 4 is (0, Infinity, 0)",
    );
  });
});
