import { centrelines } from "./centrelines.js";
import { contours } from "./contours.js";
import { curvature } from "./curvature.js";
import { device } from "./device.js";
import { dicom } from "./dicom.js";
import { distances } from "./distances.js";
import { filters } from "./filters.js";
import { labels } from "./labels.js";
import { marchingCubesFamily } from "./marching-cubes.js";
import { meshes } from "./meshes.js";
import { niftiOrientation } from "./nifti-orientation.js";
import { offsets } from "./offsets.js";
import { planeCuts } from "./plane-cuts.js";
import { pointQueries } from "./point-queries.js";
import type { ReferenceFamily } from "./reference.js";
import { registration } from "./registration.js";

/** The families that are held against reference values, by file. */
export const FAMILIES: readonly ReferenceFamily[] = [
  meshes,
  planeCuts,
  contours,
  marchingCubesFamily,
  curvature,
  distances,
  pointQueries,
  labels,
  filters,
  registration,
  device,
  offsets,
  centrelines,
  dicom,
  niftiOrientation,
];
