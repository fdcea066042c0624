import { contours } from "./contours.js";
import { marchingCubesFamily } from "./marching-cubes.js";
import { meshes } from "./meshes.js";
import { planeCuts } from "./plane-cuts.js";
import type { ReferenceFamily } from "./reference.js";

/** The families that are held against reference values, by file. */
export const FAMILIES: readonly ReferenceFamily[] = [
  meshes,
  planeCuts,
  contours,
  marchingCubesFamily,
];
