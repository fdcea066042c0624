import { renameSync, rmSync } from "node:fs";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkVolume, type Volume } from "../volume/volume.js";
import { writeItkImage } from "./itk.js";

const ENDING = /\.(?:nrrd|nii|nii\.gz|mha)$/i;

/**
 * Writes a volume in the format of the path's ending: .nrrd, .nii, .nii.gz or .mha.
 *
 * It is written beside its place and then put there, so that no half a file is left where one was. All
 * formats but .nii compress. NIfTI keeps spacings and directions in single precision.
 *
 * @throws InvalidInput when it is no volume, the ending is another, or it cannot be written
 */
export async function writeVolume(path: string, volume: Volume): Promise<void> {
  checkVolume("writeVolume", volume);
  const ending = ENDING.exec(path)?.[0];
  if (ending === undefined) {
    const rule = `needs a path that ends in .nrrd, .nii, .nii.gz or .mha; got ${path}`;
    throw new InvalidInput("writeVolume", rule, "unknown_format");
  }
  const beside = `${path.slice(0, -ending.length)}.${process.pid}.part${ending}`;
  try {
    await writeItkImage(beside, volume);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}
