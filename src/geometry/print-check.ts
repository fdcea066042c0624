import { InvalidInput } from "../numeric/invalid-input.js";
import { meshBounds } from "./mesh/measures.js";
import { type RayThickness, rayThickness } from "./mesh/ray-thickness.js";
import { type SolidReport, solidReport } from "./mesh/solid.js";
import { checkMesh, type TriangleMesh } from "./mesh/triangle-mesh.js";
import { bestPose, type PrintPose } from "./print-pose.js";
import { likelyUnits, type UnitsCheck } from "./print-units.js";

/** What is asked of a model before it is printed. */
export type PrintQuestion =
  | "watertight"
  | "solid"
  | "one-piece"
  | "wall"
  | "units"
  | "build-volume";

/** The answer to one question. */
export interface PrintAnswer {
  readonly question: PrintQuestion;
  readonly passed: boolean;
  readonly message: string;
}

/** How a model would be printed: what the estimates rest on. */
export interface PrintProcess {
  readonly layerHeightMm: number;
  readonly flowMm3PerS: number; // of material, mean over a print
  readonly layerChangeS: number; // time lost with each layer
  readonly densityGPerCm3: number;
}

/** What a model needs, by stated rules; without supports, and filled. An estimate. */
export interface PrintEstimate extends PrintProcess {
  readonly materialCm3: number; // the volume of the solid; NaN where it is none
  readonly massG: number; // volume × density
  readonly layers: number; // height over layer height
  readonly timeMin: number; // volume over flow, and a layer change each layer
}

/** Whether and how a model can be printed. */
export interface PrintCheck {
  readonly isPrintable: boolean;
  readonly answers: readonly PrintAnswer[];
  readonly solid: SolidReport;
  /** Undefined unless the surface is closed and outward. */
  readonly thickness: RayThickness | undefined;
  readonly units: UnitsCheck;
  readonly pose: PrintPose;
  readonly estimate: PrintEstimate;
}

/** What a printer can do. */
export interface PrintOptions {
  /** Width, depth and height of the printer's room, mm; 250 × 210 × 210. */
  readonly buildMm?: readonly [number, number, number];
  /** A hundredth of the surface may have less than this beneath it, mm; 0.8. */
  readonly leastWallMm?: number;
  /** What differs from filament of polylactide through a nozzle of 0.4 mm. */
  readonly process?: Partial<PrintProcess>;
}

/** A common size among printers of filament. */
const BUILD_MM = [250, 210, 210] as const;
/** Two lines of a nozzle of 0.4 mm. */
const LEAST_WALL_MM = 0.8;
/** Lines of 0.45 mm × 0.2 mm at 55 mm/s; density of polylactide. For a wall of 5.5 cm³ in layers of 0.3 mm PrusaSlicer 2.5 says 27 min, these rules 24. */
const PROCESS: PrintProcess = {
  layerHeightMm: 0.2,
  flowMm3PerS: 5,
  layerChangeS: 2,
  densityGPerCm3: 1.24,
};

/**
 * Asks of a model what decides whether it prints: is it watertight, the boundary of a solid, one
 * piece, thick enough, in millimetres, and does it fit the printer. Beside it stands what material and
 * time it takes, by rules whose numbers are in the result.
 *
 * @throws InvalidInput when it is no mesh, has no triangles or an option is not above 0
 */
export function printCheck(
  mesh: TriangleMesh,
  { buildMm = BUILD_MM, leastWallMm = LEAST_WALL_MM, process = {} }: PrintOptions = {},
): PrintCheck {
  checkMesh("printCheck", mesh);
  if (mesh.triangles.length === 0) {
    throw new InvalidInput("printCheck", "needs a mesh with triangles; got none", "no_triangles");
  }
  const used: PrintProcess = { ...PROCESS, ...process };
  checkPositive({ ...used, leastWallMm, width: buildMm[0], depth: buildMm[1], height: buildMm[2] });
  const solid = solidReport(mesh);
  const thickness = solid.isOutward ? rayThickness(mesh) : undefined;
  const { min, max } = meshBounds(mesh);
  const size = [max[0] - min[0], max[1] - min[1], max[2] - min[2]] as const;
  const units = likelyUnits(Math.max(...size));
  const pose = bestPose(size, buildMm);
  const answers = [
    ...solidAnswers(solid),
    wallAnswer(thickness, leastWallMm),
    { question: "units" as const, passed: units.isPlausible, message: units.message },
    { question: "build-volume" as const, passed: pose.fits, message: poseMessage(pose, buildMm) },
  ];
  return {
    isPrintable: answers.every(({ passed }) => passed),
    answers,
    solid,
    thickness,
    units,
    pose,
    estimate: estimateOf(solid.volumeMm3, pose.heightMm, used),
  };
}

function checkPositive(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value > 0 && Number.isFinite(value)) continue;
    throw new InvalidInput("printCheck", `needs ${name} above 0; got ${value}`);
  }
}

function solidAnswers({
  isWatertight,
  isSolid,
  bodies,
  cavities,
  reasons,
}: SolidReport): PrintAnswer[] {
  const why = reasons.map(({ message }) => message).join("; ");
  const hollow = cavities > 0 ? `, closed cavities: ${cavities}` : "";
  return [
    {
      question: "watertight",
      passed: isWatertight,
      message: isWatertight ? "every edge has two triangles" : why,
    },
    {
      question: "solid",
      passed: isSolid,
      message: isSolid ? "closed, outward and nowhere through itself" : why,
    },
    {
      question: "one-piece",
      passed: bodies === 1,
      message: `closed bodies: ${bodies}${hollow}`,
    },
  ];
}

function wallAnswer(thickness: RayThickness | undefined, leastWallMm: number): PrintAnswer {
  if (thickness === undefined) {
    return {
      question: "wall",
      passed: false,
      message: "only a closed surface with outward normals has a thickness",
    };
  }
  const { p1Mm, leastMm, leastAt } = thickness;
  const passed = p1Mm >= leastWallMm;
  const at = leastAt.map((value) => value.toFixed(1)).join(", ");
  const message = `99 % of the surface has ${p1Mm.toFixed(2)} mm or more beneath it (needed: ${leastWallMm} mm); least ${leastMm.toFixed(2)} mm at (${at})`;
  return { question: "wall", passed, message };
}

function poseMessage({ fits, up, sizeMm }: PrintPose, buildMm: readonly number[]): string {
  const size = sizeMm.map((side) => side.toFixed(1)).join(" × ");
  const room = buildMm.join(" × ");
  return fits
    ? `${size} mm fits ${room} mm with ${up} upwards`
    : `${size} mm does not fit ${room} mm, whichever axis is upwards`;
}

function estimateOf(volumeMm3: number, heightMm: number, process: PrintProcess): PrintEstimate {
  const layers = Math.ceil(heightMm / process.layerHeightMm);
  return {
    ...process,
    materialCm3: volumeMm3 / 1000,
    massG: (volumeMm3 / 1000) * process.densityGPerCm3,
    layers,
    timeMin: (volumeMm3 / process.flowMm3PerS + layers * process.layerChangeS) / 60,
  };
}
