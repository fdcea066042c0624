import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDicomSlices } from "../../../src/geometry/io/dicom-slice.js";
import { readDicomVoxels } from "../../../src/geometry/io/dicom-voxels.js";
import { readItkSlices } from "../../../src/geometry/io/itk.js";

const DICOM = "test/reference/data/dicom";

describe("readItkSlices", () => {
  const paths = ["ct_transfer_syntaxes", "pydicom"]
    .flatMap((folder) => readdirSync(join(DICOM, folder)).map((name) => join(DICOM, folder, name)))
    .filter((path) => !/truncated|badVR/.test(path));

  it("decodes what is read here without it to the same values", async () => {
    const plain = paths.filter((path) => !readDicomSlices(path)![0]!.pixels.isCompressed);
    expect(plain.length).toBeGreaterThan(1);
    for (const path of plain) {
      const slices = readDicomSlices(path)!;
      const { voxels } = await readDicomVoxels(slices);
      const itk = await readItkSlices([path], [slices[0]!.columns, slices[0]!.rows]);
      expect(voxels.findIndex((value, i) => value !== itk[i])).toBe(-1);
      expect(itk.length).toBe(voxels.length);
    }
  });

  it("decodes several at once, in the order given", async () => {
    const rle = join(DICOM, "pydicom/MR_small_RLE.dcm");
    const one = await readItkSlices([rle], [64, 64]);
    const two = await readItkSlices([rle, rle], [64, 64]);
    expect([...two]).toEqual([...one, ...one]);
  });

  it("refuses files of another size than told, and what is no image", async () => {
    const rle = join(DICOM, "pydicom/MR_small_RLE.dcm");
    await expect(readItkSlices([rle], [64, 65])).rejects.toThrow(
      "needs 64 × 65 pixels a file; itk-wasm decodes 64 × 64 × 1 of 1 values",
    );
    await expect(readItkSlices([join(DICOM, "../SOURCE.md")], [64, 64])).rejects.toThrow(
      "SOURCE.md: cannot be read by itk-wasm",
    );
  });
});
