import { readVolume } from "../geometry/io/read-volume.js";
import { writeMesh } from "../geometry/io/write-mesh.js";
import { meshMeasures } from "../geometry/mesh/measures.js";
import { meshTopology } from "../geometry/mesh/topology.js";
import type { Vector3 } from "../geometry/vector.js";
import { otsuThreshold } from "../geometry/volume/otsu.js";
import { regionGrowing } from "../geometry/volume/region-growing.js";
import { regionSurface } from "../geometry/volume/region-surface.js";
import { type Volume, voxelVolumeMm3 } from "../geometry/volume/volume.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import { numbersOf } from "./geometry-arguments.js";
import { printJson } from "./print-json.js";
import type { Terminal } from "./terminal.js";

/** What `ostia segment` was called with. */
export interface SegmentOptions {
  readonly json: boolean;
  readonly threshold?: string;
  readonly otsu: boolean;
  readonly seed: readonly string[];
  readonly resample: boolean;
  readonly output: string;
}

/**
 * `ostia segment`: the surface of what hangs together with seeds between two thresholds.
 *
 * @param path - a volume file, or a folder of DICOM files
 * @throws InvalidInput when it cannot be read, or the thresholds or seeds do not fit it
 */
export async function segment(
  path: string,
  options: SegmentOptions,
  terminal: Terminal,
): Promise<number> {
  if ((options.threshold !== undefined) === options.otsu) {
    throw new InvalidInput("ostia segment", "needs --threshold lo,hi or --otsu, one of them");
  }
  if (options.seed.length === 0) throw new InvalidInput("--seed", "needs a seed i,j,k; got none");
  const seeds = options.seed.map((text) => numbersOf("--seed", text, 3) as unknown as Vector3);
  const { volume, issues } = await readVolume(path, options.resample ? { resample: true } : {});
  for (const { message } of issues) terminal.note(`${path}: ${message}`);
  terminal.note(
    `${path}: ${volume.dims.join(" × ")} voxels of ${volume.spacing.map((mm) => Number(mm.toPrecision(4))).join(" × ")} mm`,
  );
  const [lower, upper] = thresholdsOf(volume, options.threshold);
  const region = regionGrowing(volume, lower, upper, seeds, 6);
  const voxels = region.voxels.reduce((sum, one) => sum + one, 0);
  const mesh = regionSurface(volume, lower, upper, region);
  writeMesh(options.output, mesh);
  const { signedVolumeMm3, areaMm2 } = meshMeasures(mesh);
  const { isWatertight, triangles } = meshTopology(mesh);
  const result = {
    file: path,
    output: options.output,
    thresholds: [lower, upper].map((one) => (Number.isFinite(one) ? one : null)),
    seeds,
    voxels,
    voxelVolumeMm3: voxels * voxelVolumeMm3(volume),
    surfaceVolumeMm3: signedVolumeMm3,
    areaMm2,
    triangles,
    isWatertight,
    issues,
  };
  if (options.json) printJson(result, terminal);
  else {
    terminal.out(
      `${options.output}: ${voxels} voxels (${result.voxelVolumeMm3.toFixed(1)} mm³) from ${lower} to ${upper}; surface of ${triangles} triangles about ${signedVolumeMm3.toFixed(1)} mm³, ${isWatertight ? "watertight" : "not watertight"}`,
    );
  }
  return 0;
}

function thresholdsOf(volume: Volume, text: string | undefined): readonly [number, number] {
  if (text === undefined) return [otsuThreshold(volume), Number.POSITIVE_INFINITY];
  const [lower, upper] = numbersOf("--threshold", text, 2) as [number, number];
  if (lower > upper) {
    throw new InvalidInput("--threshold", `needs the lower threshold first; got "${text}"`);
  }
  return [lower, upper];
}
