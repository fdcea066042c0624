import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import type { TriangleMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import { CUBE_CASES } from "../../../src/geometry/volume/cube-cases.js";
import { marchingCubes } from "../../../src/geometry/volume/marching-cubes.js";
import { padVolume } from "../../../src/geometry/volume/pad.js";
import { type Volume, voxelToWorld } from "../../../src/geometry/volume/volume.js";
import { seeded } from "../../../src/numeric/random.js";
import { fill, floats, gridOf, oblique } from "./volumes.js";

/** Radius minus the distance from a centre, mm. */
function ball(radius: number, voxelMm: number, more = {}): Volume {
  const n = Math.ceil((2 * radius) / voxelMm) + 5;
  const grid = gridOf([n, n + 2, n + 1], { spacing: [voxelMm, voxelMm, voxelMm], ...more });
  const middle = voxelMm * (n / 2 - 0.3);
  return floats(
    grid,
    (i, j, k) =>
      radius - Math.hypot(voxelMm * i - middle, voxelMm * j - middle, voxelMm * k - middle),
  );
}

/** Edges whose triangles do not run along it as often one way as the other. */
function openEdges({ triangles, positions }: TriangleMesh): number {
  const balance = new Map<number, number>();
  const vertices = positions.length / 3;
  for (let i = 0; i < triangles.length; i++) {
    const [a, b] = [triangles[i]!, triangles[i % 3 === 2 ? i - 2 : i + 1]!];
    const key = Math.min(a, b) * vertices + Math.max(a, b);
    balance.set(key, (balance.get(key) ?? 0) + (a < b ? 1 : -1));
  }
  return [...balance.values()].filter((count) => count !== 0).length;
}

describe("marchingCubes", () => {
  it("gives a ball its volume and area, the nearer the finer the voxels", () => {
    const errors = [1, 0.5, 0.25].map((voxelMm) => {
      const mesh = marchingCubes(ball(6, voxelMm), 0);
      const topology = meshTopology(mesh);
      expect(topology).toMatchObject({ isWatertight: true, isConsistentlyWound: true, genus: 0 });
      const { signedVolumeMm3, areaMm2 } = meshMeasures(mesh);
      expect(areaMm2 / (4 * Math.PI * 36)).toBeCloseTo(1, 1);
      return 1 - signedVolumeMm3 / ((4 / 3) * Math.PI * 216);
    });
    expect(errors[0]).toBeLessThan(0.02);
    // Chords of a smooth surface: a quarter of the error at half the voxel.
    expect(errors[0]! / errors[1]!).toBeCloseTo(4, 0);
    expect(errors[1]! / errors[2]!).toBeCloseTo(4, 0);
  });

  it("puts vertices on the ball and lets normals point outwards", () => {
    const volume = ball(5, 0.5);
    const { positions, triangles } = marchingCubes(volume, 0);
    const middle = 0.5 * (volume.dims[0] / 2 - 0.3);
    for (let i = 0; i < positions.length; i += 3) {
      const radius = Math.hypot(...[0, 1, 2].map((axis) => positions[i + axis]! - middle));
      expect(Math.abs(radius - 5)).toBeLessThan(0.02);
    }
    for (let t = 0; t < triangles.length; t += 3) {
      const [a, b, c] = [0, 1, 2].map((n) =>
        [0, 1, 2].map((axis) => positions[3 * triangles[t + n]! + axis]! - middle),
      ) as [number[], number[], number[]];
      const volume6 =
        a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
        a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
        a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!);
      expect(volume6).toBeGreaterThanOrEqual(0);
    }
  });

  it("lies where the grid lies, and turns outwards on left-handed grids too", () => {
    const straight = meshMeasures(marchingCubes(ball(5, 0.5), 0));
    const direction = oblique();
    const mirrored = direction.map((value, i) => (i % 3 === 1 ? -value : value));
    for (const axes of [direction, mirrored]) {
      const volume = ball(5, 0.5, { origin: [100, -200, 50], direction: axes });
      const measures = meshMeasures(marchingCubes(volume, 0));
      expect(measures.signedVolumeMm3).toBeCloseTo(straight.signedVolumeMm3, 3);
      const index = straight.volumeCentroid.map((mm) => mm / 0.5) as [number, number, number];
      const centre = voxelToWorld(volume, index);
      measures.volumeCentroid.forEach((mm, axis) => {
        expect(mm).toBeCloseTo(centre[axis]!, 4);
      });
    }
  });

  it("closes the surface of any field, cell by cell, through all 256 cases", () => {
    const seen = new Set<number>();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(0.2, 0.5, 0.8),
        (seed, share) => {
          const random = seeded(seed);
          const inner = floats(gridOf([9, 8, 10]), () =>
            random.uniform() < share ? 1 + random.uniform() : -random.uniform(),
          );
          const volume = padVolume(inner, -1);
          const mesh = marchingCubes(volume, 0.5);
          expect(openEdges(mesh)).toBe(0);
          expect(meshMeasures(mesh).signedVolumeMm3).toBeGreaterThan(0);
          const [ni, nj, nk] = volume.dims;
          const isIn = (i: number, j: number, k: number): number =>
            volume.voxels[(k * nj + j) * ni + i]! >= 0.5 ? 1 : 0;
          for (let k = 0; k + 1 < nk; k++)
            for (let j = 0; j + 1 < nj; j++)
              for (let i = 0; i + 1 < ni; i++) {
                let corners = 0;
                for (let c = 0; c < 8; c++) {
                  corners |= isIn(i + (c >> 2), j + (c & 1), k + ((c >> 1) & 1)) << c;
                }
                seen.add(corners);
              }
        },
      ),
      { numRuns: 30, seed: 1 },
    );
    expect(seen.size).toBe(256);
    expect(CUBE_CASES).toHaveLength(256);
  });

  it("gives each case triangles on crossed edges alone, all of them", () => {
    const ends = [
      [0, 4],
      [1, 5],
      [2, 6],
      [3, 7],
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
      [0, 2],
      [1, 3],
      [4, 6],
      [5, 7],
    ] as const;
    CUBE_CASES.forEach((edges, corners) => {
      const crossed = ends.flatMap(([a, b], edge) =>
        ((corners >> a) & 1) === ((corners >> b) & 1) ? [] : [edge],
      );
      expect([...new Set(edges)].sort((a, b) => a - b)).toEqual(crossed);
      expect(edges.length % 3).toBe(0);
    });
  });

  it("takes voxels of the iso value for inside, and single ones", () => {
    const dot = fill(gridOf([3, 3, 3]), new Int16Array(27), (i, j, k) =>
      i === 1 && j === 1 && k === 1 ? 10 : 0,
    );
    const mesh = marchingCubes(dot, 5);
    expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, vertices: 6, triangles: 8 });
    expect(meshMeasures(mesh).signedVolumeMm3).toBeCloseTo(4 / 3 / 8, 12);
    expect(marchingCubes(dot, 10).triangles).toHaveLength(24); // all six in the voxel
    expect(marchingCubes(dot, 11).triangles).toHaveLength(0);
    expect(marchingCubes(dot, -1).triangles).toHaveLength(0);
  });

  it("leaves the surface open where the inside reaches the border", () => {
    const half = floats(gridOf([4, 4, 4]), (i) => i - 1.5);
    const topology = meshTopology(marchingCubes(half, 0));
    expect(topology.isWatertight).toBe(false);
    expect(topology.boundaryLoops.count).toBe(1);
  });

  it("mirrors, moves and scales with its volume", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (seed, s) => {
          const random = seeded(seed);
          const volume = padVolume(
            floats(gridOf([5, 6, 4]), () => random.uniform()),
            0,
          );
          const before = meshMeasures(marchingCubes(volume, 0.5));
          const grid = gridOf(volume.dims, {
            spacing: [s, s, s],
            origin: [30, 40, -50],
            direction: oblique().map((value) => -value),
          });
          const after = meshMeasures(marchingCubes({ ...volume, ...grid }, 0.5));
          expect(after.signedVolumeMm3 / before.signedVolumeMm3 / s ** 3).toBeCloseTo(1, 9);
          expect(after.areaMm2 / before.areaMm2 / s ** 2).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 20, seed: 2 },
    );
  });

  it("refuses no volume, flat ones, and iso values and voxels that are not numbers", () => {
    const volume = floats(gridOf([3, 3, 3]), (i, j, k) => (i + j + k === 3 ? Number.NaN : i));
    expect(() => marchingCubes(volume, Number.NaN)).toThrow(
      "marchingCubes: needs a finite iso value; got NaN",
    );
    expect(() =>
      marchingCubes(
        floats(gridOf([3, 1, 3]), () => 0),
        0,
      ),
    ).toThrow("needs two voxels along each axis; got 3 × 1 × 3");
    expect(() => marchingCubes({ ...volume, voxels: new Int8Array(4) }, 0)).toThrow(
      "needs 27 voxels",
    );
    expect(() => marchingCubes(volume, 0.5)).toThrow(
      /needs finite voxels at the surface; the voxel \(\d, \d, \d\) is NaN/,
    );
  });
});
