export {
  areaDerivedDiameterMm,
  eccentricityIndex,
  perimeterDerivedDiameterMm,
} from "./equivalent-diameter.js";
export { type ReadVolumeOptions, readVolume } from "./io/read-volume.js";
export { type SliceGeometry, type SliceTolerances, sliceGeometry } from "./io/slice-geometry.js";
export type { SlicePlane } from "./io/slice-plane.js";
export type { VolumeFile } from "./io/volume-file.js";
export { writeVolume } from "./io/write-volume.js";
export type { GeometryIssue } from "./issue.js";
export {
  coverIndex,
  deviceCompression,
  oversizingByArea,
  oversizingByDiameter,
  oversizingByPerimeter,
  sizeMismatchMm,
} from "./oversizing.js";
export {
  type Mask,
  type Volume,
  type VolumeGrid,
  type Voxels,
  voxelToWorld,
  voxelVolumeMm3,
  worldToVoxel,
} from "./volume/volume.js";
