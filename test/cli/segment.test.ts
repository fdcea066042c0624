import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SegmentOptions, segment } from "../../src/cli/segment.js";
import { readMesh } from "../../src/geometry/io/read-mesh.js";
import { writeVolume } from "../../src/geometry/io/write-volume.js";
import { meshTopology } from "../../src/geometry/mesh/topology.js";
import { type SaidTerminal, saidTerminal } from "./said.js";

let folder: string;
let terminal: SaidTerminal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ostia-segment-"));
  terminal = saidTerminal();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Two blocks of 300 HU in −100 HU: 4 × 4 × 4 and 2 × 4 × 4 voxels of 2 mm³. */
async function blocks(): Promise<string> {
  const voxels = new Int16Array(12 * 8 * 8).fill(-100);
  for (let k = 2; k < 6; k++) {
    for (let j = 2; j < 6; j++) {
      for (const i of [1, 2, 3, 4, 7, 8]) voxels[(k * 8 + j) * 12 + i] = 300;
    }
  }
  const path = join(folder, "blocks.nrrd");
  await writeVolume(path, {
    dims: [12, 8, 8],
    spacing: [1, 1, 2],
    origin: [0, 0, 0],
    direction: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
    voxels,
  });
  return path;
}

function options(more: Partial<SegmentOptions>): SegmentOptions {
  const output = join(folder, "model.stl");
  return { json: true, otsu: false, seed: ["2,3,3"], resample: false, output, ...more };
}

describe("ostia segment", () => {
  it("writes the watertight surface of what hangs together with a seed, and counts its voxels", async () => {
    const path = await blocks();
    expect(await segment(path, options({ threshold: "100,3000" }), terminal)).toBe(0);
    expect(terminal.outs).toHaveLength(1);
    const got = JSON.parse(terminal.outs[0]!);
    expect(got).toMatchObject({ voxels: 64, voxelVolumeMm3: 128, isWatertight: true });
    const { mesh } = readMesh(join(folder, "model.stl"));
    expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, componentsByEdge: 1 });
    expect(got.triangles).toBe(mesh.triangles.length / 3);
    expect(terminal.notes.join()).toContain("12 × 8 × 8 voxels of 1 × 1 × 2 mm");
  });

  it("takes several seeds, and Otsu's threshold", async () => {
    const path = await blocks();
    await segment(path, options({ otsu: true, seed: ["2,3,3", "7,3,3"] }), terminal);
    const got = JSON.parse(terminal.outs[0]!);
    expect(got).toMatchObject({
      voxels: 96,
      seeds: [
        [2, 3, 3],
        [7, 3, 3],
      ],
    });
    expect(got.thresholds[0]).toBeGreaterThan(-100);
    expect(got.thresholds[1]).toBeNull();
  });

  it("writes nothing where it refuses, and says what was expected", async () => {
    const path = await blocks();
    const refused = async (more: Partial<SegmentOptions>, message: string): Promise<void> => {
      await expect(segment(path, options(more), terminal)).rejects.toThrow(message);
    };
    await refused({}, "needs --threshold lo,hi or --otsu, one of them");
    await refused({ threshold: "1,2", otsu: true }, "one of them");
    await refused(
      { threshold: "100" },
      '--threshold: needs 2 numbers with commas between; got "100"',
    );
    await refused({ threshold: "3000,100" }, "needs the lower threshold first");
    await refused({ otsu: true, seed: [] }, "--seed: needs a seed i,j,k; got none");
    await refused({ otsu: true, seed: ["0,0,0"] }, "the voxel (0, 0, 0) has -100");
    await refused(
      { otsu: true, seed: ["2,3,30"] },
      "needs seeds within 12 × 8 × 8 voxels; got (2, 3, 30)",
    );
    await refused(
      { threshold: "100,3000", output: join(folder, "model.xyz") },
      "needs a mesh file",
    );
    expect(existsSync(join(folder, "model.stl"))).toBe(false);
    expect(readdirSync(folder)).toEqual(["blocks.nrrd"]);
    expect(terminal.outs).toEqual([]);
  });
});
