import { fileURLToPath } from "node:url";
import { PACKAGE_ROOT } from "../project.js";

/** A cell whose program runs, kept to name lines in it. */
export interface NamedCell {
  readonly source: string;
  /** Lines of the cell by lines of its program, both from 1. */
  readonly lines: ReadonlyMap<number, number>;
}

/** File name under which a cell's program runs, so that its frames are known in a stack. */
export function cellFilename(count: number): string {
  return `ostia-cell-${count}.js`;
}

/**
 * Gives every error of this process a stack of frames in cells and in the library only, by the cell's own
 * lines. A cell may print an error that it caught, and neither the folder that the project stands in nor
 * the version of Node may show in its outputs.
 *
 * @param cells - the cells compiled so far by execution count
 */
export function nameFrames(cells: ReadonlyMap<number, NamedCell>): void {
  function frameOf(site: NodeJS.CallSite): string | undefined {
    const file = site.getFileName() ?? "";
    const inCell = /^ostia-cell-(\d+)\.js$/.exec(file);
    if (!inCell) return libraryFrame(file, site.getFunctionName());
    const count = Number(inCell[1]);
    const cell = cells.get(count);
    if (!cell) return undefined;
    const line = cell.lines.get(site.getLineNumber() ?? 0);
    if (line === undefined) return undefined;
    const quoted = cell.source.split("\n")[line - 1]?.trim() ?? "";
    return `    at In [${count}], line ${line}: ${quoted}`;
  }

  Error.prepareStackTrace = (error, sites) => {
    const frames = sites.map(frameOf).filter((frame) => frame !== undefined);
    const once = frames.filter((frame, i) => frame !== frames[i - 1]);
    return [headOf(error), ...once].join("\n");
  };
}

/** The frames of an error's stack as `nameFrames` writes them. */
export function framesOf(error: Error): string[] {
  const lines = typeof error.stack === "string" ? error.stack.split("\n") : [];
  return lines.filter((line) => /^ {4}at (In \[\d+\], line \d+: |.* \(ostia: .*\)$)/.test(line));
}

/** The line that a frame names in the cell with this execution count; none in other places. */
export function lineInCell(frame: string, count: number): number[] {
  const place = /^ {4}at In \[(\d+)\], line (\d+): /.exec(frame);
  return Number(place?.[1]) === count ? [Number(place?.[2])] : [];
}

function libraryFrame(file: string, name: string | null): string | undefined {
  if (name === null || name === "") return undefined;
  const path = (file.startsWith("file:") ? fileURLToPath(file) : file).replaceAll("\\", "/");
  const places = [`${PACKAGE_ROOT.replaceAll("\\", "/")}/dist/`, "/node_modules/ostia/dist/"];
  for (const place of places) {
    const at = path.indexOf(place);
    if (at < 0) continue;
    const inside = path.slice(at + place.length);
    return inside.startsWith("notebook/") ? undefined : `    at ${name} (ostia: ${inside})`;
  }
  return undefined;
}

/** What stands above the frames; an error may have a name or message that cannot be read. */
function headOf(error: unknown): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}
