import { createHash } from "node:crypto";
import { readBytes } from "./read-text.js";

/**
 * SHA-256 of a file's bytes, 64 hexadecimal digits: what a run records of the data it read.
 *
 * @throws InvalidInput when the file cannot be read
 */
export function sha256OfFile(path: string): string {
  return createHash("sha256").update(readBytes(path)).digest("hex");
}
