import { type PrintCheck, type PrintProcess, printCheck } from "../geometry/print-check.js";
import { numbersOf, positiveOf, weldedMesh } from "./geometry-arguments.js";
import { printJson } from "./print-json.js";
import type { Terminal } from "./terminal.js";

/** What `ostia printcheck` was called with. */
export interface PrintCheckOptions {
  readonly json: boolean;
  readonly build?: string;
  readonly leastWall?: string;
  readonly layer?: string;
  readonly flow?: string;
  readonly density?: string;
}

/**
 * `ostia printcheck`: whether a model prints, and what material and time it takes.
 *
 * @returns 0 when every answer is yes, 1 when one is no
 * @throws InvalidInput when the file cannot be read or an option is not above 0
 */
export function printcheck(path: string, options: PrintCheckOptions, terminal: Terminal): number {
  const process: Partial<PrintProcess> = {
    ...(options.layer === undefined ? {} : { layerHeightMm: positiveOf("--layer", options.layer) }),
    ...(options.flow === undefined ? {} : { flowMm3PerS: positiveOf("--flow", options.flow) }),
    ...(options.density === undefined
      ? {}
      : { densityGPerCm3: positiveOf("--density", options.density) }),
  };
  const build = options.build === undefined ? undefined : numbersOf("--build", options.build, 3);
  const { mesh, issues } = weldedMesh(path);
  for (const { message } of issues) terminal.note(`${path}: ${message}`);
  const checked = printCheck(mesh, {
    process,
    ...(build === undefined
      ? {}
      : { buildMm: build as unknown as readonly [number, number, number] }),
    ...(options.leastWall === undefined
      ? {}
      : { leastWallMm: positiveOf("--least-wall", options.leastWall) }),
  });
  if (options.json) printJson({ file: path, ...checked, issues }, terminal);
  else for (const line of report(checked)) terminal.out(line);
  return checked.isPrintable ? 0 : 1;
}

function report({ answers, estimate }: PrintCheck): string[] {
  const width = Math.max(...answers.map(({ question }) => question.length));
  const { materialCm3, massG, densityGPerCm3, timeMin, layerHeightMm, flowMm3PerS, layerChangeS } =
    estimate;
  return [
    ...answers.map(
      ({ question, passed, message }) =>
        `${passed ? "yes" : "NO "}  ${question.padEnd(width)}  ${message}`,
    ),
    Number.isFinite(materialCm3)
      ? `estimate: ${materialCm3.toFixed(2)} cm³, ${massG.toFixed(1)} g at ${densityGPerCm3} g/cm³; ${timeMin.toFixed(0)} min at ${flowMm3PerS} mm³/s and ${layerChangeS} s for each layer of ${layerHeightMm} mm, filled, without supports`
      : "estimate: none, for the model is no solid",
  ];
}
