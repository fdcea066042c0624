import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readVolume } from "../../../src/geometry/io/read-volume.js";
import { writeVolume } from "../../../src/geometry/io/write-volume.js";
import type { Volume } from "../../../src/geometry/volume/volume.js";

const root = mkdtempSync(join(tmpdir(), "ostia-nifti-"));
afterAll(() => rmSync(root, { recursive: true }));

interface Nifti {
  readonly dim?: readonly number[];
  readonly datatype?: number;
  readonly bytes?: Uint8Array;
  readonly pixdim?: readonly number[];
  readonly scale?: readonly [number, number];
  readonly units?: number;
  readonly qform?: readonly number[]; // b, c, d and the offset
  readonly sform?: readonly (readonly number[])[];
  readonly magic?: string;
  readonly isBigEndian?: boolean;
}

const SFORM = [
  [2, 0, 0, 10],
  [0, 3, 0, 20],
  [0, 0, 4, 30],
];

/** A NIfTI-1 file, 2 × 2 × 2 of 16 bits unless told otherwise. */
function nifti(given: Nifti = {}): Buffer {
  const file = {
    dim: [3, 2, 2, 2],
    datatype: 4,
    bytes: new Uint8Array(Int16Array.from([0, 1, 2, 3, 4, 5, 6, 7]).buffer),
    pixdim: [1, 2, 3, 4],
    units: 2,
    magic: "n+1",
    sform: SFORM,
    ...given,
  };
  const isLittle = file.isBigEndian !== true;
  const bytes = new Uint8Array(352);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 348, isLittle);
  file.dim.forEach((size, i) => {
    view.setInt16(40 + 2 * i, size, isLittle);
  });
  view.setInt16(70, file.datatype, isLittle);
  file.pixdim.forEach((size, i) => {
    view.setFloat32(76 + 4 * i, size, isLittle);
  });
  view.setFloat32(108, 352, isLittle);
  view.setFloat32(112, file.scale?.[0] ?? 0, isLittle);
  view.setFloat32(116, file.scale?.[1] ?? 0, isLittle);
  view.setUint8(123, file.units);
  view.setInt16(252, file.qform === undefined ? 0 : 1, isLittle);
  view.setInt16(254, file.sform.length > 0 ? 1 : 0, isLittle);
  file.qform?.forEach((value, i) => {
    view.setFloat32(256 + 4 * i, value, isLittle);
  });
  file.sform.flat().forEach((value, i) => {
    view.setFloat32(280 + 4 * i, value, isLittle);
  });
  bytes.set(Buffer.from(file.magic), 344);
  return Buffer.concat([bytes, file.bytes]);
}

let files = 0;

async function read(
  bytes: Uint8Array,
  options: { frame?: number } = {},
  name = "v.nii",
): ReturnType<typeof readVolume> {
  const path = join(root, `${++files}-${name}`);
  writeFileSync(path, bytes);
  return readVolume(path, options);
}

describe("readVolume of NIfTI", () => {
  it("turns RAS to LPS", async () => {
    const { volume, issues } = await read(nifti());
    expect(volume).toEqual({
      dims: [2, 2, 2],
      spacing: [2, 3, 4],
      origin: [-10, -20, 30],
      direction: Float64Array.of(-1, 0, 0, 0, -1, 0, 0, 0, 1),
      voxels: Int16Array.of(0, 1, 2, 3, 4, 5, 6, 7),
    });
    expect(issues).toEqual([]);
  });

  it("reads zipped, big-endian and long numbers", async () => {
    const plain = (await read(nifti())).volume;
    expect((await read(gzipSync(nifti()), {}, "v.nii.gz")).volume).toEqual(plain);
    const swapped = Buffer.from(Int16Array.from(plain.voxels).buffer).swap16();
    const big = await read(nifti({ isBigEndian: true, bytes: swapped }));
    expect(big.volume).toEqual(plain);
    const long = BigInt64Array.from([0n, -1n, 2n ** 40n, 3n, 4n, 5n, 6n, 7n]);
    const wide = await read(nifti({ datatype: 1024, bytes: new Uint8Array(long.buffer) }));
    expect(wide.volume.voxels).toEqual(Float64Array.of(0, -1, 2 ** 40, 3, 4, 5, 6, 7));
  });

  it("applies slope and intercept, in 16 bits where they fit", async () => {
    const hu = (await read(nifti({ scale: [1, -1024] }))).volume.voxels;
    expect(hu).toEqual(Int16Array.of(-1024, -1023, -1022, -1021, -1020, -1019, -1018, -1017));
    const half = (await read(nifti({ scale: [0.5, 1] }))).volume.voxels;
    expect(half).toEqual(Float32Array.of(1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5));
    const none = (await read(nifti({ scale: [0, 100] }))).volume.voxels;
    expect(none).toEqual(Int16Array.of(0, 1, 2, 3, 4, 5, 6, 7));
    const unclear = (await read(nifti({ scale: [Number.NaN, 1] }))).volume.voxels;
    expect(unclear).toEqual(none);
  });

  it("takes the qform where there is no sform, mirrored ones too", async () => {
    const half = Math.SQRT1_2; // a quarter turn about z
    const qform = [0, 0, half, 1, 2, 3];
    const turned = await read(nifti({ sform: [], qform }));
    expect(turned.volume.origin).toEqual([-1, -2, 3]);
    expectClose(turned.volume.direction, [0, 1, 0, -1, 0, 0, 0, 0, 1]);
    const mirrored = await read(nifti({ sform: [], qform, pixdim: [-1, 2, 3, 4] }));
    expectClose(mirrored.volume.direction, [0, 1, 0, -1, 0, 0, 0, 0, -1]);
    expect(mirrored.volume.spacing.map((mm) => Number(mm.toFixed(6)))).toEqual([2, 3, 4]);
  });

  it("says which orientation it takes of two, and where there is none", async () => {
    const two = await read(nifti({ qform: [0, 0, 0, 10, 20, 31] }));
    expect(two.issues).toEqual([
      {
        code: "two_orientations",
        message: "its sform and its qform place voxels differently: the sform is taken",
      },
    ]);
    expect(two.volume.origin[2]).toBe(30);
    expect((await read(nifti({ qform: [0, 0, 0, 10, 20, 30] }))).issues).toEqual([]);
    const none = await read(nifti({ sform: [] }));
    expect(none.issues.map(({ code }) => code)).toEqual(["no_orientation"]);
    expect(none.volume.spacing).toEqual([2, 3, 4]);
  });

  it("takes metres and micrometres to mm", async () => {
    const { volume, issues } = await read(nifti({ units: 3 }));
    expectClose(volume.spacing, [0.002, 0.003, 0.004]);
    expectClose(volume.origin, [-0.01, -0.02, 0.03]);
    expect(issues).toEqual([
      { code: "units", message: "its lengths are in micrometres: taken to mm" },
    ]);
  });

  it("takes one volume of several, and refuses to choose", async () => {
    const bytes = new Uint8Array(Int16Array.from({ length: 24 }, (_, i) => i).buffer);
    const file = nifti({ dim: [4, 2, 2, 2, 3], bytes });
    await expect(read(file)).rejects.toThrow(
      "needs one volume; it holds 3: { frame } takes one, 0 to 2",
    );
    const zipped = gzipSync(file);
    for (const one of [
      await read(file, { frame: 2 }),
      await read(zipped, { frame: 2 }, "z.nii.gz"),
    ]) {
      expect(one.volume.voxels).toEqual(Int16Array.of(16, 17, 18, 19, 20, 21, 22, 23));
    }
    for (const frame of [3, -1, 0.5]) {
      await expect(read(file, { frame })).rejects.toThrow(
        `needs a frame from 0 to 2; got ${frame}`,
      );
    }
  });

  it("refuses sheared axes, and axes of no length", async () => {
    const sheared = [
      [2, 0.5, 0, 10],
      [0, 3, 0, 20],
      [0, 0, 4, 30],
    ];
    await expect(read(nifti({ sform: sheared }))).rejects.toThrow(
      "needs perpendicular axes; axes i and j meet at 80.54° (sheared)",
    );
    const flat = SFORM.with(2, [0, 0, 0, 0]);
    await expect(read(nifti({ sform: flat }))).rejects.toThrow("got spacings of 2 × 3 × 0 mm");
    const single = Math.fround(Math.SQRT1_2);
    const oblique = [
      [2 * single, -3 * single, 0, 0],
      [2 * single, 3 * single, 0, 0],
      [0, 0, 4, 0],
    ];
    await expect(read(nifti({ sform: oblique }))).resolves.toBeDefined();
  });

  it("refuses what is cut off, promises too much or is none", async () => {
    await expect(read(nifti().subarray(0, -1))).rejects.toThrow(
      "is truncated: its header promises 368 bytes; 367 bytes are there",
    );
    await expect(read(nifti().subarray(0, 300))).rejects.toThrow("is no NIfTI file");
    const zipped = gzipSync(nifti());
    await expect(read(zipped.subarray(0, -12), {}, "z.nii.gz")).rejects.toThrow(
      "cannot be unzipped",
    );
    await expect(read(gzipSync(nifti().subarray(0, -1)), {}, "z.nii.gz")).rejects.toThrow(
      "is truncated: its header promises 368 bytes; it unzips to 367",
    );
    const dim = [3, 30_000, 30_000, 30_000];
    await expect(read(nifti({ dim }))).rejects.toThrow("promises 54000000000352 bytes; 368 bytes");
    await expect(read(gzipSync(nifti({ dim })), {}, "z.nii.gz")).rejects.toThrow(
      "which cannot hold them (deflated)",
    );
    await expect(read(nifti({ magic: "ni1" }))).rejects.toThrow("keeps no voxels in itself");
    await expect(read(nifti({ datatype: 128 }))).rejects.toThrow("got NIfTI's datatype 128");
    await expect(read(nifti({ dim: [2, 2, 2] }))).rejects.toThrow("needs 3 dimensions; got 2");
    await expect(read(nifti({ dim: [3, 2, -2, 2] }))).rejects.toThrow("needs sizes above 0");
  });

  it("reads what itk-wasm writes", async () => {
    const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
    const volume: Volume = {
      dims: [3, 4, 5],
      spacing: [0.5, 0.75, 1.25],
      origin: [-12.5, 30.25, 7],
      direction: Float64Array.of(c, 0, s, 0, -1, 0, s, 0, -c),
      voxels: Int16Array.from({ length: 60 }, (_, i) => i * i - 500),
    };
    const path = join(root, "itk.nii.gz");
    await writeVolume(path, volume);
    const back = (await readVolume(path)).volume;
    expect(back.voxels).toEqual(volume.voxels);
    expectClose(back.direction, [...volume.direction]);
    expectClose(back.origin, volume.origin);
    expectClose(back.spacing, volume.spacing);
  });
});

function expectClose(got: ArrayLike<number>, expected: readonly number[]): void {
  expect(got.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(got[i]).toBeCloseTo(value, 6);
}
