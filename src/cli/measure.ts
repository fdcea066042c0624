import { contourInPlane, type Planimetry, planimetry } from "../geometry/device/planimetry.js";
import type { GeometryIssue } from "../geometry/issue.js";
import { contourDepths } from "../geometry/mesh/contour-nesting.js";
import { contourLengthMm, cutMesh } from "../geometry/mesh/cut.js";
import { type MeshMeasures, meshMeasures } from "../geometry/mesh/measures.js";
import { type MeshTopology, meshTopology } from "../geometry/mesh/topology.js";
import type { TriangleMesh } from "../geometry/mesh/triangle-mesh.js";
import type { Plane } from "../geometry/plane.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import { hingePlane, planeOf, weldedMesh } from "./geometry-arguments.js";
import { printJson } from "./print-json.js";
import type { Terminal } from "./terminal.js";

/** What `ostia measure` was called with. */
export interface MeasureOptions {
  readonly json: boolean;
  readonly plane?: string;
  readonly hinge?: string;
}

/** A contour of a section. */
interface MeasuredContour {
  readonly isClosed: boolean;
  readonly isHole: boolean;
  readonly lengthMm: number;
  readonly planimetry?: Planimetry; // of a closed one
}

/** A section with its contours, the longest first. */
interface MeasuredSection {
  readonly plane: Plane;
  readonly areaMm2: number; // of the closed contours, holes subtracted
  readonly contours: readonly MeasuredContour[];
}

/**
 * `ostia measure`: volume, area, topology and bounds of a mesh, and the planimetry of a section.
 *
 * @throws InvalidInput when the file cannot be read, or the plane is none
 */
export function measure(path: string, options: MeasureOptions, terminal: Terminal): number {
  if (options.plane !== undefined && options.hinge !== undefined) {
    throw new InvalidInput("ostia measure", "needs --plane or --hinge, not both");
  }
  const plane =
    options.plane !== undefined
      ? planeOf("--plane", options.plane)
      : options.hinge !== undefined
        ? hingePlane(options.hinge)
        : undefined;
  const { mesh, format, issues } = weldedMesh(path);
  const measures = meshMeasures(mesh);
  const topology = meshTopology(mesh);
  const section = plane === undefined ? undefined : sectionOf(mesh, plane);
  const all = [...issues, ...meshIssues(measures, topology, section)];
  for (const { message } of all) terminal.note(`${path}: ${message}`);
  if (options.json)
    printJson({ file: path, format, measures, topology, section, issues: all }, terminal);
  else for (const line of report(measures, topology, section)) terminal.out(line);
  return 0;
}

function sectionOf(mesh: TriangleMesh, plane: Plane): MeasuredSection {
  const contours = cutMesh(mesh, plane);
  const depths = contourDepths(contours, plane);
  const measured = contours.map((contour, i) => ({
    isClosed: contour.isClosed,
    isHole: depths[i]! % 2 === 1,
    lengthMm: contourLengthMm(contour),
    ...(contour.isClosed ? { planimetry: planimetry(contourInPlane(contour, plane)) } : {}),
  }));
  const areaMm2 = measured.reduce(
    (sum, { isHole, planimetry: got }) => sum + (isHole ? -1 : 1) * (got?.areaMm2 ?? 0),
    0,
  );
  return { plane, areaMm2, contours: measured };
}

function meshIssues(
  { signedVolumeMm3 }: MeshMeasures,
  topology: MeshTopology,
  section: MeasuredSection | undefined,
): GeometryIssue[] {
  const { isWatertight, isConsistentlyWound, boundaryEdges, nonManifoldEdges, boundaryLoops } =
    topology;
  const issues: GeometryIssue[] = [];
  const say = (code: string, message: string): void => {
    issues.push({ code, message });
  };
  if (!isWatertight)
    say(
      "NOT_WATERTIGHT",
      `the surface is not closed (${boundaryEdges} boundary edges in ${boundaryLoops.count} loops, ${nonManifoldEdges} edges of more than two triangles): its volume has no meaning`,
    );
  if (!isConsistentlyWound)
    say(
      "INCONSISTENT_WINDING",
      `${topology.inconsistentWindingEdges} edges have triangles that turn both ways`,
    );
  if (isWatertight && isConsistentlyWound && signedVolumeMm3 < 0)
    say("INWARD_NORMALS", "the normals point inwards: the volume is negative");
  if (section?.contours.length === 0) say("PLANE_MISSES", "the plane misses the mesh");
  if (section?.contours.some(({ isClosed }) => !isClosed))
    say("OPEN_CONTOUR", "the surface is open along the plane: an open contour has no area");
  return issues;
}

function report(
  { areaMm2, signedVolumeMm3, bounds }: MeshMeasures,
  topology: MeshTopology,
  section: MeasuredSection | undefined,
): string[] {
  const point = (p: readonly number[]): string => p.map((v) => v.toFixed(2)).join(", ");
  const lines = [
    `volume      ${signedVolumeMm3.toFixed(2)} mm³`,
    `area        ${areaMm2.toFixed(2)} mm²`,
    `bounds      (${point(bounds.min)}) to (${point(bounds.max)}) mm`,
    `triangles   ${topology.triangles}, vertices ${topology.vertices}`,
    `parts       ${topology.componentsByEdge}, Euler number ${topology.eulerCharacteristic}`,
    `watertight  ${topology.isWatertight ? "yes" : "no"}, wound one way ${topology.isConsistentlyWound ? "yes" : "no"}`,
  ];
  if (section === undefined) return lines;
  const { origin, normal } = section.plane;
  lines.push(
    `section     at (${point(origin)}), normal (${point(normal)}): ${section.areaMm2.toFixed(2)} mm²`,
  );
  section.contours.forEach(({ isClosed, isHole, lengthMm, planimetry: got }, i) => {
    const kind = isHole ? "hole" : isClosed ? "contour" : "open contour";
    lines.push(`${kind} ${i + 1}: perimeter ${lengthMm.toFixed(2)} mm`);
    if (got === undefined) return;
    lines.push(
      `  area ${got.areaMm2.toFixed(2)} mm², diameters ${got.areaDerivedDiameterMm.toFixed(2)} (from the area), ${got.perimeterDerivedDiameterMm.toFixed(2)} (from the perimeter), ${got.feretMinMm.toFixed(2)} to ${got.feretMaxMm.toFixed(2)} mm (Feret), eccentricity ${got.eccentricityIndex.toFixed(3)}`,
    );
  });
  return lines;
}
