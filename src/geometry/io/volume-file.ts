import type { GeometryIssue } from "../issue.js";
import type { Volume } from "../volume/volume.js";

/** A volume as read, with what was odd about it. */
export interface VolumeFile {
  readonly volume: Volume;
  readonly issues: readonly GeometryIssue[];
}
