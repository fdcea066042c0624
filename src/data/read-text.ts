import { readFileSync } from "node:fs";
import { InvalidInput } from "../numeric/invalid-input.js";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder, not a file",
  EACCES: "it may not be read by this user",
  ENOTDIR: "a part of the path is a file, not a folder",
};

const STANDARD_INPUT = 0; // its file descriptor

/**
 * The bytes of a file.
 *
 * @param path - `-` is standard input
 * @throws InvalidInput naming the file and why it cannot be read
 */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path === "-" ? STANDARD_INPUT : path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new InvalidInput(path, `cannot be read: ${REASONS[code] ?? (error as Error).message}`);
  }
}

/**
 * The text of a UTF-8 file, a byte order mark left out.
 *
 * @throws InvalidInput when the file cannot be read or is not UTF-8
 */
export function readText(path: string): string {
  const bytes = readBytes(path);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new InvalidInput(path, "expected UTF-8; got UTF-16. Save the file as UTF-8");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InvalidInput(
      path,
      "expected UTF-8; got bytes of another encoding. Save the file as UTF-8",
    );
  }
}
