import { MeshBuilder } from "./mesh-builder.js";
import type { MeshFile } from "./mesh-file.js";
import { TextTokens } from "./text-tokens.js";

const KINDS = /^(ST)?(C)?(N)?OFF$/; // texture, colour and normal of each point may follow its coordinates

/**
 * Reads an OFF file (ASCII); comments, colours and normals are passed over.
 *
 * @param where - what a message calls the file
 * @throws InvalidInput when it is cut off, binary, or no OFF
 */
export function readOff(where: string, bytes: Uint8Array): MeshFile {
  const tokens = new TextTokens(where, bytes, { comment: "#" });
  const first = tokens.next();
  if (first === undefined || !KINDS.test(first)) tokens.refuse('"OFF"', first);
  const second = tokens.next();
  if (second === "BINARY") tokens.refuse("an ASCII file", second);
  const points = Number(second);
  if (!Number.isSafeInteger(points) || points < 0) tokens.refuse("the number of points", second);
  const faces = tokens.count("the number of faces");
  tokens.count("the number of edges");
  const mesh = new MeshBuilder(where);
  for (let i = 0; i < points; i++) {
    mesh.addPoint(tokens.single("x"), tokens.single("y"), tokens.single("z"));
    tokens.restOfLine();
  }
  for (let i = 0; i < faces; i++) {
    const size = tokens.count("the number of corners");
    if (size > bytes.length) tokens.refuse(`${size} corners`, undefined);
    mesh.addPolygon(Array.from({ length: size }, () => tokens.count("an index")));
    tokens.restOfLine(); // its colour
  }
  return mesh.file("off");
}
