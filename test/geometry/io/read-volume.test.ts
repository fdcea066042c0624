import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { readVolume } from "../../../src/geometry/io/read-volume.js";
import { REFERENCE_DIR } from "../../geometry-reference/reference.js";

const root = mkdtempSync(join(tmpdir(), "ostia-read-"));
afterAll(() => rmSync(root, { recursive: true }));

/** Writes a file of a text header and voxels, and reads it. */
async function read(
  name: string,
  header: string,
  voxels: Uint8Array = new Uint8Array(48),
): ReturnType<typeof readVolume> {
  const path = join(root, name);
  writeFileSync(path, Buffer.concat([Buffer.from(header), voxels]));
  return readVolume(path);
}

const NRRD = `NRRD0004
# a comment: with a colon
type: short
dimension: 3
space: left-posterior-superior
sizes: 2 3 4
space directions: (0.5,0,0) (0,1,0) (0,0,2)
endian: little
encoding: raw
space origin: (1,2,3)

`;

const MHA = `ObjectType = Image
NDims = 3
BinaryData = True
BinaryDataByteOrderMSB = False
CompressedData = False
TransformMatrix = 0 1 0 1 0 0 0 0 1
Offset = 1 2 3
ElementSpacing = 0.5 1 2
DimSize = 2 3 4
ElementType = MET_SHORT
ElementDataFile = LOCAL
`;

const voxels = new Uint8Array(Int16Array.from({ length: 24 }, (_, i) => i - 12).buffer);

describe("readVolume", () => {
  it("reads NRRD and MetaImage, whose matrix has the axes in its rows", async () => {
    const nrrd = (await read("a.nrrd", NRRD, voxels)).volume;
    expect(nrrd.dims).toEqual([2, 3, 4]);
    expect([nrrd.spacing, nrrd.origin]).toEqual([
      [0.5, 1, 2],
      [1, 2, 3],
    ]);
    expect([...nrrd.voxels]).toEqual(Array.from({ length: 24 }, (_, i) => i - 12));
    const mha = (await read("a.mha", MHA, voxels)).volume;
    expect(mha.voxels).toEqual(nrrd.voxels);
    const rows = MHA.replace("0 1 0 1 0 0 0 0 1", "0 1 0 0 0 1 1 0 0");
    expect([...(await read("a.mha", rows, voxels)).volume.direction]).toEqual([
      0, 0, 1, 1, 0, 0, 0, 1, 0,
    ]);
  });

  it("takes RAS to LPS in NRRD", async () => {
    const ras = NRRD.replace("left-posterior-superior", "right-anterior-superior");
    const { volume } = await read("ras.nrrd", ras, voxels);
    expect(volume.origin).toEqual([-1, -2, 3]);
    expect([...volume.direction]).toEqual([-1, 0, 0, 0, -1, 0, 0, 0, 1]);
  });

  it("says where a file tells no orientation", async () => {
    const bare = NRRD.replace(/space[^\n]*\n/g, "").replace("endian", "spacings: 1 2 3\nendian");
    const { issues, volume } = await read("bare.nrrd", bare, voxels);
    expect(issues.map(({ code }) => code)).toEqual(["no_orientation"]);
    expect(volume.spacing).toEqual([1, 2, 3]);
    const plain = MHA.replace(/Transform[^\n]*\n/, "");
    expect((await read("bare.mha", plain, voxels)).issues.map(({ code }) => code)).toEqual([
      "no_orientation",
    ]);
    expect((await read("full.mha", MHA, voxels)).issues).toEqual([]);
  });

  it("refuses headers that promise more than the file holds, before memory is taken", async () => {
    const huge = "sizes: 90000 90000 90000";
    await expect(read("h.nrrd", NRRD.replace("sizes: 2 3 4", huge))).rejects.toThrow(
      "is truncated: its header promises 1458000000000000 bytes; 48 bytes are there",
    );
    const zipped = NRRD.replace("sizes: 2 3 4", huge).replace("raw", "gzip");
    await expect(read("h.nrrd", zipped)).rejects.toThrow("which cannot hold them (deflated)");
    const text = NRRD.replace("sizes: 2 3 4", huge).replace("raw", "ascii");
    await expect(read("h.nrrd", text)).rejects.toThrow("promises 729000000000000 numbers");
    await expect(read("c.nrrd", NRRD, voxels.subarray(1))).rejects.toThrow("promises 48 bytes; 47");
    await expect(read("c.mha", MHA, voxels.subarray(1))).rejects.toThrow("promises 48 bytes; 47");
  });

  it("refuses what is no scalar volume in one file in mm", async () => {
    const nrrd = (from: string, to: string): Promise<unknown> =>
      read("x.nrrd", NRRD.replace(from, to));
    const mha = (from: string, to: string): Promise<unknown> =>
      read("x.mha", MHA.replace(from, to));
    await expect(nrrd("dimension: 3", "dimension: 4")).rejects.toThrow("got 4 dimensions");
    await expect(nrrd("sizes: 2 3 4", "sizes: 2 3 -4")).rejects.toThrow("of sizes 2 3 -4");
    await expect(nrrd("short", "block")).rejects.toThrow('got type "block"');
    await expect(nrrd("raw", "bzip2")).rejects.toThrow('got "bzip2"');
    await expect(nrrd("encoding", "data file: x.raw\nencoding")).rejects.toThrow(
      "keeps its voxels in another file",
    );
    await expect(nrrd("endian", 'space units: "cm" "cm" "cm"\nendian')).rejects.toThrow(
      'needs lengths in mm; got "cm"',
    );
    await expect(nrrd("endian", "type: float\nendian")).rejects.toThrow('names "type" twice');
    await expect(nrrd("NRRD0004", "PNG")).rejects.toThrow("has no header of its format");
    await expect(nrrd("(0,1,0)", "(0.3,1,0)")).rejects.toThrow("needs orthonormal axes");
    await expect(mha("LOCAL", "x.raw")).rejects.toThrow("keeps its voxels in another file");
    await expect(mha("NDims = 3", "NDims = 2")).rejects.toThrow("got 2 dimensions");
    await expect(mha("ObjectType", "ElementNumberOfChannels = 3\nObjectType")).rejects.toThrow(
      "got 3 channels",
    );
    await expect(mha("MET_SHORT", "MET_STRING")).rejects.toThrow('got element type "MET_STRING"');
    await expect(mha("ElementSpacing = 0.5", "ElementSpacing = -0.5")).rejects.toThrow();
  });

  it("refuses paths that hold nothing it knows", async () => {
    const absent = join(root, "absent.nrrd");
    await expect(readVolume(absent)).rejects.toThrow(
      `${absent}: cannot be read: there is no such file`,
    );
    await expect(readVolume([join(root, "absent.dcm")])).rejects.toThrow("there is no such file");
    await expect(read("x.png", "PNG")).rejects.toThrow("needs a .nrrd, .nii, .nii.gz or .mha file");
    const empty = join(root, "empty");
    mkdirSync(empty);
    await expect(readVolume(empty)).rejects.toThrow("needs DICOM images; got none");
  });

  it("gives the same voxels of NRRD and NIfTI, from paths with blanks and umlauts too", async () => {
    const folder = join(root, "Größe 3 – ü");
    mkdirSync(folder);
    for (const name of ["sphere_ct.nrrd", "sphere_ct.nii.gz"]) {
      copyFileSync(join(REFERENCE_DIR, "volumes", name), join(folder, name));
    }
    const nrrd = (await readVolume(join(folder, "sphere_ct.nrrd"))).volume;
    const nifti = (await readVolume(join(folder, "sphere_ct.nii.gz"))).volume;
    expect(Buffer.from(nifti.voxels.buffer).equals(Buffer.from(nrrd.voxels.buffer))).toBe(true);
    nrrd.direction.forEach((value, i) => {
      expect(nifti.direction[i]).toBeCloseTo(value, 6);
    });
    nrrd.origin.forEach((value, i) => {
      expect(nifti.origin[i]).toBeCloseTo(value, 4);
    });
  });

  it("prints nothing and sets no exit code where itk-wasm fails, and lets others print", async () => {
    const exitCode = process.exitCode;
    const lines: unknown[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((line) => void lines.push(line));
    const error = vi.spyOn(console, "error").mockImplementation((line) => void lines.push(line));
    const path = join(root, "noise.nrrd");
    const whole = readFileSync(join(REFERENCE_DIR, "volumes", "blobs_mask.nrrd"));
    writeFileSync(path, whole.subarray(0, -500));
    const reading = readVolume(path).catch((refusal: Error) => refusal.message);
    console.log("mine");
    expect(await reading).toMatch(/noise\.nrrd: cannot be read by itk-wasm/);
    console.log("mine again");
    expect(lines).toEqual(["mine", "mine again"]);
    expect(process.exitCode).toBe(exitCode);
    log.mockRestore();
    error.mockRestore();
  });
});
