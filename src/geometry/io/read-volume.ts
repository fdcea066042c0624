import { existsSync } from "node:fs";
import { InvalidInput } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import { checkVolume, type Volume } from "../volume/volume.js";
import { readItkImage } from "./itk.js";

/** A volume as read, with what was odd about it. */
export interface VolumeFile {
  readonly volume: Volume;
  readonly issues: readonly GeometryIssue[];
}

/**
 * Reads a volume file, LPS frame, mm.
 *
 * @param path - .nrrd, .nii, .nii.gz or .mha
 * @throws InvalidInput when it cannot be read or is no scalar volume with orthonormal axes
 */
export async function readVolume(path: string): Promise<VolumeFile> {
  if (!existsSync(path))
    throw new InvalidInput(path, "cannot be read: there is no such file", "unreadable");
  const volume = await readItkImage(path);
  checkVolume(path, volume);
  return { volume, issues: [] };
}
