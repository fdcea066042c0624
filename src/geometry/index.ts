export {
  type Centreline,
  type CentrelineEnds,
  type CentrelineOptions,
  centreline,
} from "./centreline/centreline.js";
export { type CentrelineSection, centrelineSection, planeAcross } from "./centreline/sections.js";
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
export { reverseMesh } from "./mesh/closed.js";
export { contourDepths } from "./mesh/contour-nesting.js";
export { contourAboutOrigin, encloses } from "./mesh/enclosing-contour.js";
export { type CappedMesh, capEnds, type OpenEnd, planeOfEnd } from "./mesh/open-ends.js";
export { type RayThickness, rayThickness } from "./mesh/ray-thickness.js";
export {
  type BooleanOperation,
  meshBoolean,
  type SplitMesh,
  splitMesh,
  trimMesh,
} from "./mesh/trim.js";
export { voxelise } from "./mesh/voxelise.js";
export {
  coverIndex,
  deviceCompression,
  oversizingByArea,
  oversizingByDiameter,
  oversizingByPerimeter,
  sizeMismatchMm,
} from "./oversizing.js";
export { planeThrough } from "./plane.js";
export {
  type PrintAnswer,
  type PrintCheck,
  type PrintEstimate,
  type PrintOptions,
  type PrintProcess,
  type PrintQuestion,
  printCheck,
} from "./print-check.js";
export type { PrintPose } from "./print-pose.js";
export type { OtherUnit, UnitsCheck } from "./print-units.js";
export { regionSurface } from "./volume/region-surface.js";
export {
  type Mask,
  type Volume,
  type VolumeGrid,
  type Voxels,
  voxelToWorld,
  voxelVolumeMm3,
  worldToVoxel,
} from "./volume/volume.js";
export { buildWall, type Wall, type WallOptions } from "./wall/build-wall.js";
export { offsetSurface } from "./wall/offset-surface.js";
export { type WallThickness, wallThickness } from "./wall/wall-thickness.js";
