import { writeMesh } from "../geometry/io/write-mesh.js";
import { meshTopology } from "../geometry/mesh/topology.js";
import { buildWall } from "../geometry/wall/build-wall.js";
import { planeOf, positiveOf, weldedMesh } from "./geometry-arguments.js";
import { printJson } from "./print-json.js";
import type { Terminal } from "./terminal.js";

/** What `ostia wall` was called with. */
export interface WallCommandOptions {
  readonly json: boolean;
  readonly thickness: string;
  readonly inward: boolean;
  readonly open: readonly string[];
  readonly spacing?: string;
  readonly output: string;
}

/**
 * `ostia wall`: a hollow wall about a lumen.
 *
 * @returns 0, or 1 when the wall is thinner somewhere than asked for or no solid
 * @throws InvalidInput when the surface or a plane cannot be used
 */
export async function wall(
  path: string,
  options: WallCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const thicknessMm = positiveOf("--thickness", options.thickness);
  const openings = options.open.map((text) => planeOf("--open", text));
  const file = weldedMesh(path);
  terminal.note(
    `${path}: ${file.mesh.triangles.length / 3} triangles; building a wall of ${thicknessMm} mm`,
  );
  const { mesh, ...measured } = await buildWall(file.mesh, thicknessMm, {
    direction: options.inward ? "inward" : "outward",
    openings,
    ...(options.spacing === undefined
      ? {}
      : { spacingMm: positiveOf("--spacing", options.spacing) }),
  });
  writeMesh(options.output, mesh);
  const issues = [...file.issues, ...measured.issues];
  for (const { message } of issues) terminal.note(`${path}: ${message}`);
  const { isWatertight, triangles } = meshTopology(mesh);
  const { thickness, wallVolumeMm3 } = measured;
  const result = {
    file: path,
    output: options.output,
    thicknessMm,
    ...measured,
    triangles,
    isWatertight,
    issues,
  };
  if (options.json) printJson(result, terminal);
  else {
    terminal.out(
      `${options.output}: ${triangles} triangles, ${isWatertight ? "watertight" : "not watertight"}, ${(wallVolumeMm3 / 1000).toFixed(2)} cm³; thickness ${thickness.meanMm.toFixed(2)} mm on the average, least ${thickness.leastMm.toFixed(2)} mm, 99 % at least ${thickness.p1Mm.toFixed(2)} mm`,
    );
  }
  return issues.some(({ code }) => FAILING.includes(code)) ? 1 : 0;
}

const FAILING: readonly string[] = ["THIN_WALL", "NOT_SOLID"];
