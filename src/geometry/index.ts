export {
  type Centreline,
  type CentrelineEnds,
  type CentrelineOptions,
  centreline,
} from "./centreline/centreline.js";
export { type CentrelineSection, centrelineSection, planeAcross } from "./centreline/sections.js";
export {
  annulusDimensions,
  annulusPlane,
  coronaryOstiumHeightMm,
  type HingePoints,
  lvotDimensions,
  type TowardsAorta,
} from "./device/annulus.js";
export { convexHull } from "./device/convex-hull.js";
export { type FeretDiameters, feretDiameters } from "./device/feret.js";
export {
  type LaaCentrelineDepth,
  type LaaDepth,
  type LandingZone,
  laaCentrelineDepth,
  laaDepth,
  landingZone,
} from "./device/laa-depth.js";
export {
  type OstiumDimensions,
  type OstiumPlane,
  ostiumDimensions,
  ostiumPlane,
  type ToeWidths,
  toeWidths,
} from "./device/laa-ostium.js";
export { neoLvotAreaMm2 } from "./device/neo-lvot.js";
export { type DeviceOutline, type NeoLvot, neoLvotOfSection } from "./device/neo-lvot-section.js";
export {
  centroidChordMm,
  contourInPlane,
  type Planimetry,
  planimetry,
} from "./device/planimetry.js";
export type { Lumen, LumenSection } from "./device/section.js";
export {
  type ChartRow,
  type SizeMismatch,
  type Sizing,
  type SizingChart,
  sizeDevice,
  sizeMismatch,
} from "./device/sizing.js";
export {
  type DeviceFit,
  deviceFit,
  measureBy,
  SIZING_BASES,
  type SizingBasis,
} from "./device/sizing-basis.js";
export {
  areaDerivedDiameterMm,
  eccentricityIndex,
  perimeterDerivedDiameterMm,
} from "./equivalent-diameter.js";
export type { MeshFile, MeshFormat } from "./io/mesh-file.js";
export { readMesh } from "./io/read-mesh.js";
export { type ReadVolumeOptions, readVolume } from "./io/read-volume.js";
export { type SliceGeometry, type SliceTolerances, sliceGeometry } from "./io/slice-geometry.js";
export type { SlicePlane } from "./io/slice-plane.js";
export type { VolumeFile } from "./io/volume-file.js";
export { writeMesh } from "./io/write-mesh.js";
export { writeVolume } from "./io/write-volume.js";
export type { GeometryIssue } from "./issue.js";
export { reverseMesh } from "./mesh/closed.js";
export { contourDepths } from "./mesh/contour-nesting.js";
export { type MeshCurvature, meshCurvature } from "./mesh/curvature.js";
export { type Contour, contourLengthMm, cutMesh } from "./mesh/cut.js";
export { type DecimatedMesh, type DecimationTarget, decimateMesh } from "./mesh/decimate.js";
export { contourAboutOrigin, encloses } from "./mesh/enclosing-contour.js";
export { type FilledMesh, fillMeshHoles, type Hole } from "./mesh/fill-holes.js";
export { type BoundingBox, type MeshMeasures, meshBounds, meshMeasures } from "./mesh/measures.js";
export { type CappedMesh, capEnds, type OpenEnd, planeOfEnd } from "./mesh/open-ends.js";
export { type Orientation, turnOutwards, windConsistently } from "./mesh/orient.js";
export { type RayThickness, rayThickness } from "./mesh/ray-thickness.js";
export { type MeshRepair, type RepairAct, type RepairCode, repairMesh } from "./mesh/repair.js";
export { type SelfIntersections, selfIntersections } from "./mesh/self-intersections.js";
export { insideMesh, type SignedDistance, signedDistance } from "./mesh/signed-distance.js";
export {
  type SmoothedMesh,
  type SmoothingOptions,
  smoothTaubin,
  smoothWindowedSinc,
} from "./mesh/smooth.js";
export { type SolidReport, solidReport } from "./mesh/solid.js";
export { type SurfaceChange, surfaceChange } from "./mesh/surface-change.js";
export {
  type SurfaceDistance,
  surfaceDistance,
  type VertexDistances,
} from "./mesh/surface-distance.js";
export type { SurfaceSize } from "./mesh/surface-size.js";
export {
  type BoundaryLoops,
  type MeshTopology,
  meshTopology,
  triangleComponents,
} from "./mesh/topology.js";
export type { TriangleMesh } from "./mesh/triangle-mesh.js";
export {
  type ClosestPoint,
  type RayHit,
  type TriangleTree,
  triangleTree,
} from "./mesh/triangle-tree.js";
export {
  type BooleanOperation,
  meshBoolean,
  type SplitMesh,
  splitMesh,
  trimMesh,
} from "./mesh/trim.js";
export { voxelise } from "./mesh/voxelise.js";
export { type Weld, weldMesh } from "./mesh/weld.js";
export {
  coverIndex,
  deviceCompression,
  oversizingByArea,
  oversizingByDiameter,
  oversizingByPerimeter,
  sizeMismatchMm,
} from "./oversizing.js";
export type { Plane } from "./plane.js";
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
export { type IcpOptions, type IcpRegistration, icpRegistration } from "./registration/icp.js";
export {
  type PointRegistration,
  rigidRegistration,
  type SimilarityTransform,
  similarityRegistration,
  transformPoints,
} from "./registration/point-registration.js";
export type { Vector3 } from "./vector.js";
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
