import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { InvalidInput } from "../../numeric/invalid-input.js";
import type { MeshFile, MeshFormat } from "./mesh-file.js";
import { readObj } from "./obj.js";
import { readOff } from "./off.js";
import { readPly } from "./ply.js";
import { readStl } from "./stl.js";
import { readVtkLegacy } from "./vtk-legacy.js";
import { readVtp } from "./vtp.js";

const READERS: Readonly<Record<MeshFormat, (where: string, bytes: Uint8Array) => MeshFile>> = {
  stl: readStl,
  ply: readPly,
  obj: readObj,
  off: readOff,
  vtk: readVtkLegacy,
  vtp: readVtp,
};
/**
 * Reads a mesh file; the ending of its name tells the format, in any case of letters.
 *
 * @param path - .stl, .ply, .obj, .off, .vtk (legacy) or .vtp
 * @throws InvalidInput when the file cannot be read, has another ending or is malformed
 */
export function readMesh(path: string): MeshFile {
  const format = extname(path).slice(1).toLowerCase();
  const reader = Object.hasOwn(READERS, format) ? READERS[format as MeshFormat] : undefined;
  if (reader === undefined) {
    const known = Object.keys(READERS).join(", ");
    throw new InvalidInput(
      path,
      `needs a mesh file (${known}); got "${extname(path)}"`,
      "unknown_format",
    );
  }
  return reader(path, bytesOf(path));
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InvalidInput(path, `cannot be read: ${(error as Error).message}`, "unreadable");
  }
}
