import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readVolume } from "../../../src/geometry/io/read-volume.js";
import { type DicomFile, dicomFile, pixels16 } from "./dicom-file.js";

const root = mkdtempSync(join(tmpdir(), "ostia-dicom-"));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;

/** A folder of DICOM files. */
function folderOf(files: Readonly<Record<string, DicomFile | string>>): string {
  const folder = join(root, `series-${++folders}`);
  mkdirSync(folder);
  for (const [name, file] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof file === "string" ? file : dicomFile(file));
  }
  return folder;
}

/** 4 × 3 pixels with the values first, first + 1, … */
const ramp = (first: number): Uint8Array =>
  pixels16(Array.from({ length: 12 }, (_, i) => first + i));

const at = (z: number, more: DicomFile = {}): DicomFile => ({ position: [0, 0, z], ...more });

describe("readVolume of DICOM", () => {
  it("reads a folder, files in any order and one file alike", async () => {
    const folder = folderOf({
      I10: at(9, { pixels: ramp(200) }),
      I2: at(3, { pixels: ramp(0) }),
      I9: at(6, { pixels: ramp(100) }),
    });
    const { volume, issues } = await readVolume(folder);
    expect(volume.dims).toEqual([4, 3, 3]);
    expect(volume.spacing).toEqual([1, 1, 3]);
    expect(volume.origin).toEqual([0, 0, 3]);
    expect(volume.voxels).toBeInstanceOf(Int16Array);
    expect([...volume.voxels.slice(0, 13), volume.voxels.at(-1)]).toEqual([
      ...Array.from({ length: 12 }, (_, i) => i),
      100,
      211,
    ]);
    expect(issues.map(({ code }) => code)).toEqual(["lexical_order"]);
    const files = ["I9", "I10", "I2"].map((name) => join(folder, name));
    expect((await readVolume(files)).volume).toEqual(volume);
    const alone = folderOf({ one: at(1, { thickness: 2.5 }) });
    const single = await readVolume(join(alone, "one"));
    expect(single.volume.dims).toEqual([4, 3, 1]);
    expect(single.volume.spacing[2]).toBe(2.5);
    expect(single.issues.map(({ code }) => code)).toEqual(["one_slice"]);
  });

  it("applies slope and intercept of each slice, in 16 bits for as long as they fit", async () => {
    const read = async (a: DicomFile, b: DicomFile): Promise<Int16Array> =>
      (await readVolume(folderOf({ a: at(0, a), b: at(1, b) }))).volume.voxels as Int16Array;
    const ct = await read(
      { pixels: ramp(1000), intercept: -1024, slope: 1 },
      { pixels: ramp(1000), intercept: -24, slope: 2 },
    );
    expect(ct).toBeInstanceOf(Int16Array);
    expect([ct[0], ct[11], ct[12], ct[23]]).toEqual([-24, -13, 1976, 1998]);
    const wide = await read({ pixels: ramp(60_000), isSigned: false }, { pixels: ramp(1) });
    expect(wide).toBeInstanceOf(Int32Array);
    expect([wide[0], wide[12]]).toEqual([60_000, 1]);
    const pet = await read({ pixels: ramp(10), slope: 0.5 }, { pixels: ramp(10), slope: 0.25 });
    expect(pet).toBeInstanceOf(Float32Array);
    expect([pet[1], pet[13]]).toEqual([5.5, 2.75]);
  });

  it("keeps only the bits that are stored, with their sign", async () => {
    const file = {
      bitsStored: 12,
      pixels: pixels16([0xffff, 0x0800, 0x17ff, ...Array(9).fill(0)]),
    };
    const read = async (more: DicomFile): Promise<number[]> => {
      const { volume } = await readVolume(
        folderOf({ a: at(0, { ...file, ...more, thickness: 1 }) }),
      );
      return [...volume.voxels.slice(0, 3)];
    };
    expect(await read({ isSigned: true })).toEqual([-1, -2048, 2047]);
    expect(await read({ isSigned: false })).toEqual([4095, 2048, 2047]);
    expect(await read({ isSigned: false, highBit: 15 })).toEqual([4095, 128, 383]);
    const bytes = new Uint8Array(12).fill(0x83);
    expect(await read({ bitsAllocated: 8, bitsStored: 8, pixels: bytes })).toEqual(
      Array(3).fill(-125),
    );
  });

  it("reads implicit, big-endian and deflated files alike", async () => {
    const swapped = Buffer.from(ramp(-3)).swap16();
    const syntaxes = ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"];
    for (const transferSyntax of syntaxes) {
      const pixels = transferSyntax.endsWith(".2.2") ? swapped : ramp(-3);
      const folder = folderOf({ a: at(0, { transferSyntax, pixels, thickness: 1 }) });
      const { volume } = await readVolume(folder);
      expect([...volume.voxels]).toEqual(Array.from({ length: 12 }, (_, i) => i - 3));
    }
  });

  it("says how many voxels hold the padding value", async () => {
    const pixels = pixels16([-2000, -2000, -2000, ...Array(9).fill(7)]);
    const slices = { padding: -2000, intercept: -24, slope: 1, pixels };
    const { issues } = await readVolume(folderOf({ a: at(0, slices), b: at(1, slices) }));
    expect(issues).toEqual([
      {
        code: "padding",
        message: "6 voxels (25.0 %) hold the padding value -2024: nothing was measured there",
      },
    ]);
  });

  it("takes a series without SeriesInstanceUID, saying so", async () => {
    const none = { seriesUid: undefined };
    const { issues } = await readVolume(folderOf({ a: at(0, none), b: at(1, none) }));
    expect(issues.map(({ code }) => code)).toEqual(["no_series_uid"]);
  });

  it("passes over what is no image in a folder, and refuses it in a list", async () => {
    const folder = folderOf({
      a: at(0),
      b: at(1),
      "notes.txt": "read me",
      DICOMDIR: "x".repeat(200),
    });
    const { issues } = await readVolume(folder);
    expect(issues).toEqual([
      { code: "not_dicom", message: "DICOMDIR, notes.txt hold no DICOM image: passed over" },
    ]);
    await expect(readVolume([join(folder, "a"), join(folder, "notes.txt")])).rejects.toThrow(
      "notes.txt: is no DICOM file or holds no image",
    );
    await expect(readVolume(folderOf({ a: "text" }))).rejects.toThrow(
      "needs DICOM images; got none",
    );
    await expect(readVolume([])).rejects.toThrow("readVolume: needs files; got none");
  });

  it("lists several series and takes the one that is asked for", async () => {
    const scout = { seriesUid: "9.9", rows: 1, columns: 2, thickness: 1 };
    const folder = folderOf({
      a: at(0),
      b: at(2),
      scout: at(0, scout),
      tall: at(4, { rows: 5, thickness: 3 }),
    });
    await expect(readVolume(folder)).rejects.toThrow(
      'needs one series; got 3: "1.2.3/1" (CT, series 7, 2 of 4 × 3 pixels of 1 × 1 mm); "9.9" (CT, series 7, 1 of 2 × 1 pixels of 1 × 1 mm); "1.2.3/2" (CT, series 7, 1 of 4 × 5 pixels of 1 × 1 mm); { series } takes one',
    );
    expect((await readVolume(folder, { series: "1.2.3/1" })).volume.dims).toEqual([4, 3, 2]);
    expect((await readVolume(folder, { series: "9.9" })).volume.dims).toEqual([2, 1, 1]);
    await expect(readVolume(folder, { series: "4" })).rejects.toThrow('has no series "4"; it has');
  });

  it("says nothing of the patient", async () => {
    const folder = folderOf({ a: at(0), b: at(5), c: at(7) });
    const refused = await readVolume(folder).catch((error: Error) => error.message);
    const read = JSON.stringify(await readVolume(folder, { resample: true }));
    for (const secret of ["Jane", "4711", "1950"]) {
      expect(refused).not.toContain(secret);
      expect(read).not.toContain(secret);
    }
  });

  it("reads the frames of one file by their groups, and refuses those without", async () => {
    const pixels = Buffer.concat([ramp(0), ramp(100), ramp(200)]);
    const frames = [
      { position: [0, 0, 4] },
      { position: [0, 0, 2], slope: 2 },
      { position: [0, 0, 0] },
    ];
    const { volume } = await readVolume(join(folderOf({ many: { frames, pixels } }), "many"));
    expect(volume.dims).toEqual([4, 3, 3]);
    expect(volume.spacing[2]).toBe(2);
    expect([volume.voxels[0], volume.voxels[12], volume.voxels[24]]).toEqual([200, 200, 0]);
    const bare = folderOf({ cine: { frameCount: "3", pixels } });
    await expect(readVolume(bare)).rejects.toThrow(
      "cine: holds 3 frames and positions (functional groups) of 0",
    );
    const packed = { frames, fragments: [ramp(0)], transferSyntax: "1.2.840.10008.1.2.5" };
    await expect(readVolume(folderOf({ many: packed }))).rejects.toThrow(
      "holds 3 compressed frames in one file: not read",
    );
  });

  it("refuses truncated files, compressed ones too", async () => {
    const whole = dicomFile({ pixels: ramp(0), thickness: 1 });
    const refused = async (bytes: Uint8Array): Promise<string> => {
      const path = join(root, "cut.dcm");
      writeFileSync(path, bytes);
      return readVolume(path).then(
        () => "read",
        (error: Error) => error.message.slice(path.length + 2),
      );
    };
    expect(await refused(whole)).toBe("read");
    expect(await refused(whole.subarray(0, -2))).toBe(
      "is truncated: its header promises 24 bytes of pixels; 22 are there",
    );
    expect(await refused(whole.subarray(0, 200))).toMatch(
      /header is damaged or cut off|holds no image/,
    );
    const fragments = [ramp(0), ramp(0)];
    const packed = dicomFile({ fragments, transferSyntax: "1.2.840.10008.1.2.5" });
    expect(await refused(packed.subarray(0, -8))).toContain("compressed pixels have no end mark");
    expect(await refused(packed.subarray(0, -12))).toContain("end 4 bytes before their end");
    const huge = {
      rows: 65_000,
      columns: 65_000,
      fragments,
      transferSyntax: "1.2.840.10008.1.2.5",
    };
    expect(await refused(dicomFile(huge))).toContain("which no compression gives");
    expect(await refused(dicomFile({ rows: 65_000, columns: 65_000, pixels: ramp(0) }))).toContain(
      "promises 8450000000 bytes of pixels; 24 are there",
    );
    await expect(readVolume("test/reference/data/dicom/pydicom/MR_truncated.dcm")).rejects.toThrow(
      "promises 8192 bytes of pixels; 8130 are there",
    );
  });

  it("refuses colours, odd bits and tables of grey values", async () => {
    const refused = (more: DicomFile): Promise<unknown> =>
      readVolume(folderOf({ a: at(0, { thickness: 1, ...more }) }));
    await expect(refused({ samples: 3, photometric: "RGB" })).rejects.toThrow(
      "needs one grey value a pixel; got 3 of RGB",
    );
    await expect(refused({ photometric: "PALETTE COLOR" })).rejects.toThrow(
      "got 1 of PALETTE COLOR",
    );
    await expect(refused({ bitsAllocated: 12 })).rejects.toThrow(
      "needs pixels of 8, 16 or 32 bits",
    );
    await expect(refused({ rows: 0 })).rejects.toThrow("got 4 × 0".replace("4 × 0", "0 × 4"));
    await expect(refused({ hasLookup: true })).rejects.toThrow("Modality LUT");
    await expect(refused({ frameCount: "1A" })).rejects.toThrow("needs a number of frames; got 1A");
    await expect(refused({ position: undefined })).rejects.toThrow("a has no ImagePositionPatient");
    await expect(readVolume("test/reference/data/dicom/pydicom/badVR.dcm")).rejects.toThrow(
      "needs a number of frames; got 1A",
    );
  });
});
