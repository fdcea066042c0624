import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readVolume } from "../../../src/geometry/io/read-volume.js";
import { writeVolume } from "../../../src/geometry/io/write-volume.js";
import type { Volume, Voxels } from "../../../src/geometry/volume/volume.js";

const root = mkdtempSync(join(tmpdir(), "ostia-write-"));
afterAll(() => rmSync(root, { recursive: true }));

const [c, s] = [Math.cos(0.4), Math.sin(0.4)];

function volumeOf(voxels: Voxels): Volume {
  return {
    dims: [3, 4, 5],
    spacing: [0.5, 0.75, 1.25],
    origin: [-12.5, 30.25, 7],
    direction: Float64Array.of(c, -s, 0, s, c, 0, 0, 0, 1),
    voxels,
  };
}

const TYPES = [
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
];

describe("writeVolume", () => {
  for (const ending of ["nrrd", "mha", "nii", "nii.gz"]) {
    it(`writes ${ending} of every type, and readVolume gives it back`, async () => {
      for (const type of TYPES) {
        const volume = volumeOf(new type(Array.from({ length: 60 }, (_, i) => 2 * i)));
        const path = join(root, `${type.name}.${ending}`);
        await writeVolume(path, volume);
        const back = (await readVolume(path)).volume;
        expect(back.voxels).toEqual(volume.voxels);
        expect(back.dims).toEqual(volume.dims);
        // NIfTI keeps single precision.
        const digits = ending.startsWith("nii") ? 6 : 12;
        volume.direction.forEach((value, i) => {
          expect(back.direction[i]).toBeCloseTo(value, digits);
        });
        volume.origin.forEach((value, i) => {
          expect(back.origin[i]).toBeCloseTo(value, digits);
        });
        volume.spacing.forEach((value, i) => {
          expect(back.spacing[i]).toBeCloseTo(value, digits);
        });
      }
    });
  }

  it("writes views and shared memory from where they begin", async () => {
    const all = Int16Array.from({ length: 100 }, (_, i) => i);
    const path = join(root, "view.nrrd");
    await writeVolume(path, volumeOf(all.subarray(30, 90)));
    expect((await readVolume(path)).volume.voxels).toEqual(all.slice(30, 90));
    const shared = new Int16Array(new SharedArrayBuffer(120)).fill(7);
    await writeVolume(path, volumeOf(shared));
    expect((await readVolume(path)).volume.voxels).toEqual(new Int16Array(60).fill(7));
  });

  it("replaces a file, and leaves it alone with nothing beside it where it fails", async () => {
    const path = join(root, "again.nrrd");
    writeFileSync(path, "old");
    await writeVolume(path, volumeOf(new Uint8Array(60)));
    expect((await readVolume(path)).volume.dims).toEqual([3, 4, 5]);
    const absent = join(root, "absent", "v.nrrd");
    await expect(writeVolume(absent, volumeOf(new Uint8Array(60)))).rejects.toThrow();
    expect(existsSync(absent)).toBe(false);
    expect(readdirSync(root).filter((name) => name.includes(".part"))).toEqual([]);
  });

  it("refuses other endings and what is no volume", async () => {
    const volume = volumeOf(new Uint8Array(60));
    await expect(writeVolume(join(root, "v.vtk"), volume)).rejects.toThrow(
      "writeVolume: needs a path that ends in .nrrd, .nii, .nii.gz or .mha; got",
    );
    await expect(writeVolume(join(root, "v.nrrd"), { ...volume, dims: [3, 4, 6] })).rejects.toThrow(
      "writeVolume: needs 72 voxels (3 × 4 × 6); got 60",
    );
  });
});
