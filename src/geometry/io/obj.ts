import { InvalidInput } from "../../numeric/invalid-input.js";
import { MeshBuilder } from "./mesh-builder.js";
import type { MeshFile } from "./mesh-file.js";
import { latin1 } from "./text-tokens.js";

/**
 * Reads a Wavefront OBJ file: `v` and `f` lines; indices may count back from the last point, lines may
 * go on after a backslash. Texture, normals, groups and materials are passed over.
 *
 * @param where - what a message calls the file
 * @throws InvalidInput when a point or an index cannot be read
 */
export function readObj(where: string, bytes: Uint8Array): MeshFile {
  const mesh = new MeshBuilder(where);
  const text = latin1(bytes, 0, bytes.length).replace(/\\\r?\n/g, " ");
  let number = 0;
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf("\n", from);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    from = end < 0 ? text.length : end + 1;
    number++;
    if (line.startsWith("v ") || line.startsWith("v\t")) {
      const [x, y, z] = line.split(/\s+/).slice(1, 4).map(Number);
      if (![x, y, z].every(Number.isFinite)) refuse(where, number, "three coordinates", line);
      mesh.addPoint(Math.fround(x!), Math.fround(y!), Math.fround(z!));
    } else if (line.startsWith("f ") || line.startsWith("f\t")) {
      const corners = line
        .replace(/#.*$/, "")
        .trim()
        .split(/\s+/)
        .slice(1)
        .map((corner) => {
          const index = Number(corner.split("/")[0]);
          if (!Number.isSafeInteger(index) || index === 0)
            refuse(where, number, "an index", corner);
          const point = index > 0 ? index - 1 : mesh.points + index;
          if (point < 0)
            refuse(where, number, `an index of the ${mesh.points} points so far`, corner);
          return point;
        });
      mesh.addPolygon(corners);
    }
  }
  return mesh.file("obj");
}

function refuse(where: string, line: number, expected: string, got: string): never {
  throw new InvalidInput(
    where,
    `line ${line}: needs ${expected}; got "${got.slice(0, 60)}"`,
    "malformed",
  );
}
